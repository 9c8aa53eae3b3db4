"""Every way a run can fail -> one clear line on standard error and exit code 2 (130 on interrupt)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def one_line() -> Iterator[None]:
    """Turn the failures that a user can mend into one line."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("ipr-lint: avbrutt", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    except Exception as error:
        if not isinstance(error, _mendable()):
            raise
        click.echo(f"ipr-lint: {error}", err=True)
        sys.exit(2)


def _mendable() -> tuple[type[Exception], ...]:
    """Imported only when something has failed: most runs need none of these modules to end well."""
    from ipr_lint.config import ConfigError
    from ipr_lint.nlp.pipelines import PipelineError
    from ipr_lint.typed_yaml import ComplaintError

    return ConfigError, PipelineError, ComplaintError
