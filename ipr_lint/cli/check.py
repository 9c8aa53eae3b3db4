"""`ipr-lint check`: paths and options in, a report and an exit code out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ipr_lint.config import Settings
from ipr_lint.model import FileReport, Level, UnreadableError


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("--select", default="")
@click.option("--ignore", default="")
@click.option("--fail-on", type=click.Choice(["error", "warning", "suggestion", "never"]), default="error")
@click.option("--exit-zero", is_flag=True)
@click.option("--channel", default="")
@click.option("--audience", default="")
@click.option("--no-cache", is_flag=True)
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Sjekk utkast og vis funnene."""
    from ipr_lint import readers, rulebook
    from ipr_lint.engine import Engine
    from ipr_lint.reporters import json, located

    book = rulebook.load()
    for complaint in book.complaints:
        click.echo(str(complaint), err=True)
    settings = Settings(
        select=_list(options["select"]), ignore=_list(options["ignore"]),
        channel=options["channel"], audience=_list(options["audience"]))
    engine = Engine(book, settings)
    entries = []
    for path in _files(paths):
        try:
            report = engine.lint(readers.read(path))
        except UnreadableError as error:
            report = FileReport(str(path), error=str(error))
        entries.append(located.locate(report, book))
    click.echo(json.render(entries, "2021–2024", {"nb": engine.pipelines.version()}), nl=False)
    crashed = any(entry.crashed or entry.error for entry in entries) or book.complaints
    failing = any(f["level"] == Level.ERROR for e in entries for f in e.findings if not f["suppressed"])
    for entry in entries:
        for line in entry.crashed:
            click.echo(line, err=True)
    sys.exit(2 if crashed else 1 if failing and not options["exit_zero"] else 0)


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _files(paths: tuple[str, ...]) -> Iterator[Path]:
    from ipr_lint.readers import SUFFIXES

    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        else:
            yield path
