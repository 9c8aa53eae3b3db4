"""`python -m ipr_lint` is the command `ipr-lint`, for an environment that has no scripts on its path."""

from ipr_lint.cli import main

if __name__ == "__main__":
    main()
