"""`ipr-lint strategi [UTKAST]`: every measure of the strategy, with what this draft shows of it, and the checklist."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ipr_lint.cli.norwegian import NorwegianCommand


@click.command(cls=NorwegianCommand)
@click.argument("draft", required=False, metavar="[UTKAST]", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "html"]), default="text", show_default=True,
              help="Tekst, JSON eller en nettside.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Skriv hit.")
@click.option("--ui-lang", type=click.Choice(["nb", "en"]), default=None, help="Språket i oversikten.")
@click.option("--channel", default=None, metavar="KANAL", help="Kanalen utkastet er for.")
@click.option("--audience", default=None, metavar="MÅLGRUPPE,...", help="Målgruppene.")
@click.option("--platform", default=None, metavar="PLATTFORM", help="x, linkedin, facebook eller instagram.")
@click.option("--today", default=None, metavar="ÅÅÅÅ-MM-DD", help="Datoen utkastet vurderes mot.")
@click.option("--rules", default=None, type=click.Path(path_type=Path), metavar="MAPPE", help="Egne regelfiler.")
@click.option("--config", "config_", default=None, type=click.Path(path_type=Path), metavar="FIL",
              help="Konfigurasjonsfil.")
def command(draft: Path | None, format_: str, output: Path | None, **options: Any) -> None:
    """Vis strategiens tiltak: hva utkastet viser, og sjekklisten for det ingen tekst kan vise."""
    from ipr_lint.cli.failures import one_line

    with one_line():
        text, error = _made(draft, format_, options)
        if error:
            click.echo(f"{draft}: {error}", err=True)
            sys.exit(2)
        if output is None:
            click.echo(text, nl=False)
        else:
            output.write_text(text, encoding="utf-8")


def _made(draft: Path | None, format_: str, options: dict[str, Any]) -> tuple[str, str]:
    """The overview, or why the draft can't be read."""
    from ipr_lint.cli.options import settings_of
    from ipr_lint.cli.run import Runner
    from ipr_lint.engine.strategy_matrix import matrix
    from ipr_lint.reporters import strategy

    start = draft.parent if draft and draft.parent.is_dir() else Path()
    settings, _ = settings_of(options, start)
    runner = Runner(settings, use_cache=False)
    report = runner.report((str(draft), None)) if draft else None
    if report and report.error:
        return "", report.error
    made = matrix(runner.book, report, settings.ui_lang)
    if format_ == "json":
        return strategy.as_json(made), ""
    if format_ == "html":
        return strategy.as_html(made, settings.ui_lang), ""
    return strategy.as_text(made, settings.ui_lang), ""
