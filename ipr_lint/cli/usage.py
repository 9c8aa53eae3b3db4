"""A mistake on the command line -> what is told of it, in the language of the help."""

from __future__ import annotations

import re
from collections.abc import Callable

import click

# What click says of the mistakes that our options and arguments allow -> the same in Norwegian.
_SAYINGS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"^Invalid value for '([^']+)': ", r"\1: "),
    (r"'([^']*)' is not one of (.+)\.$", lambda told: f"ventet en av {told[2].replace(chr(39), '')}, fikk «{told[1]}»"),
    (r"'([^']*)' is not a valid (?:integer|float)(?: range)?\.$", r"ventet et tall, fikk «\1»"),
    (r"(\S+) is not in the range (\S+)\.$", r"ventet et tall i området \2, fikk \1"),
    (r"^Option '([^']+)' requires an argument\.$", r"\1 trenger en verdi"),
    (r"^Option '([^']+)' does not take a value\.$", r"\1 tar ingen verdi"),
    (r"^Missing (?:argument|option) '(.+)'\.$", r"mangler \1"),
    (r"^Got unexpected extra arguments? \((.*)\)$", r"for mange argumenter: \1"),
    (r"File '(.*)' is a directory\.$", r"ventet en fil, «\1» er en mappe"),
    (r"Directory '(.*)' is a file\.$", r"ventet en mappe, «\1» er en fil"),
)


def told(error: click.ClickException) -> str:
    """The lines for standard error."""
    lines = [f"Feil: {_message(error)}"]
    if isinstance(error, click.UsageError) and error.ctx is not None:
        where = f"`{error.ctx.command_path} --help` viser hva som kan stå her."
        lines = [error.ctx.get_usage(), where, "", *lines]
    return "\n".join(lines)


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        close = ", ".join(f"«{name}»" for name in error.possibilities or ())
        return f"ukjent valg «{error.option_name}»" + (f"; mente du {close}?" if close else "")
    message = error.format_message()
    for pattern, words in _SAYINGS:
        message = re.sub(pattern, words, message)
    return message
