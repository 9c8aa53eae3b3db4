"""The options of `check` -> Settings: command line over configuration file over default."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from ipr_lint import config
from ipr_lint.config import Settings

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--format", "format_", default="text", metavar="FORMAT", show_default=True,
                 help="text, concise, json, sarif, github, gitlab, junit, rdjson eller html."),
    click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL",
                 help="Skriv rapporten hit i stedet for til skjermen."),
    click.option("--select", default=None, metavar="REGEL,...", help="Bare disse reglene eller emnene (navn, uu ...)."),
    click.option("--ignore", default=None, metavar="REGEL,...", help="Ikke disse reglene eller emnene."),
    click.option("--fail-on", type=click.Choice(["error", "warning", "suggestion", "never"]), default=None,
                 help="Laveste nivå som gir avslutningskode 1 (vanlig: error)."),
    click.option("--exit-zero", is_flag=True, help="Kort for --fail-on never."),
    click.option("--channel", default=None, metavar="KANAL", help="Kanalen utkastet er for, f.eks. pressemelding."),
    click.option("--audience", default=None, metavar="MÅLGRUPPE,...", help="Målgruppene, f.eks. media."),
    click.option("--platform", default=None, metavar="PLATTFORM", help="x, linkedin, facebook eller instagram."),
    click.option("--today", default=None, metavar="ÅÅÅÅ-MM-DD", help="Datoen utkastet vurderes mot."),
    click.option("--pipeline", default=None, metavar="NAVN", help="En annen spaCy-modell enn den som følger med."),
    click.option("--rules", default=None, type=click.Path(path_type=Path), metavar="MAPPE",
                 help="Egne regelfiler, lagt over de som følger med."),
    click.option("--config", "config_", default=None, type=click.Path(path_type=Path), metavar="FIL",
                 help="Konfigurasjonsfil i stedet for nærmeste ipr-lint.toml."),
    click.option("--ui-lang", type=click.Choice(["nb", "en"]), default=None, help="Språket i rapporten."),
    click.option("--docx-view", type=click.Choice(["accepted", "original"]), default=None,
                 help="Hvordan sporede endringer i Word leses."),
    click.option("--fix", is_flag=True, help="Gjør de sikre rettelsene (md, html, txt), og vis det som er igjen."),
    click.option("--unsafe-fixes", is_flag=True, help="Gjør de foreslåtte rettelsene også."),
    click.option("--diff", is_flag=True, help="Vis hva --fix ville endret, uten å endre; avslutter med 1 om noe."),
    click.option("--annotate", default=None, metavar="UT.docx|MAPPE/",
                 help="Skriv en kopi av Word-utkastet med funnene som kommentarer."),
    click.option("--tracked", is_flag=True, help="Med --annotate: sett inn rettelsene som sporede endringer."),
    click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Antall prosesser (0: passe mange)."),
    click.option("--no-cache", is_flag=True, help="Les og vurder alt på nytt."),
    click.option("--statistics", is_flag=True, help="Vis antall funn per regel over alle filene."),
    click.option("--show-suppressed", is_flag=True, help="Vis også funn som er unntatt."),
    click.option("--stdin-filename", default=None, metavar="NAVN", help="Hva teksten fra standard inn heter."),
    click.option("--baseline", default=None, type=click.Path(path_type=Path), metavar="FIL",
                 help="Meld bare funn som ikke står i denne filen."),
    click.option("--write-baseline", is_flag=True, help="Skriv dagens funn til --baseline."),
    click.option("--prune-baseline", is_flag=True, help="Stryk det som ikke lenger finnes, fra --baseline."),
    click.option("--diff-base", default=None, metavar="REF", help="Meld bare funn i avsnitt endret siden git-REF."),
    click.option("--versions", is_flag=True, help="Utkastene er språkversjoner av samme tekst (a.nb.md a.en.md)."),
    click.option("--force-exclude", is_flag=True, help="Hold deg unna utelatte filer selv om de er navngitt."),
    click.option("-q", "--quiet", is_flag=True, help="Vis bare funn, uten tabeller og oppsummering."),
)


def common(function: F) -> F:
    """Add the options that stand in the shared contract (report.md)."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def settings_of(options: dict[str, Any], start: Path) -> tuple[Settings, Path | None]:
    """The settings of a run, and the configuration file they came from. Raises: click.UsageError, ConfigError."""
    base, path = config.load(start, options.get("config_"))
    told: dict[str, Any] = {
        "select": names_in(options.get("select")),
        "ignore": names_in(options.get("ignore")),
        "channel": options.get("channel"),
        "audience": names_in(options.get("audience")),
        "platform": options.get("platform"),
        "pipeline": options.get("pipeline"),
        "ui_lang": options.get("ui_lang"),
        "docx_view": options.get("docx_view"),
        "fail_on": "never" if options.get("exit_zero") else options.get("fail_on"),
        "rules": str(options["rules"]) if options.get("rules") else None,
        "baseline": str(options["baseline"]) if options.get("baseline") else None,
        "today": _date(options.get("today")),
    }
    settings = msgspec.structs.replace(base, **{key: value for key, value in told.items() if value is not None})
    return _anchored(settings, base, path), path


def _anchored(settings: Settings, base: Settings, path: Path | None) -> Settings:
    """File names in a configuration are meant from where it stands."""
    if path is None:
        return settings
    changes = {key: str(path.parent / getattr(base, key)) for key in ("rules", "baseline")
               if getattr(base, key) and getattr(settings, key) == getattr(base, key)}
    return msgspec.structs.replace(settings, **changes) if changes else settings


def names_in(text: str | None) -> tuple[str, ...] | None:
    """The names of a list with commas; None where the option was not given."""
    if text is None:
        return None
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"--today: ventet en dato som 2025-03-10, fikk «{text}»") from None
