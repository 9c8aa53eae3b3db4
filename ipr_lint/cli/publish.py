"""Entries -> the report where the user wants it, and the exit code of the run."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import click

from ipr_lint import reporters
from ipr_lint.cli.run import Runner
from ipr_lint.config import ConfigError, Settings
from ipr_lint.model import Level
from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry, unreadable


def check_format(name: str) -> None:
    """Complain of an unknown format before any work is done. Raises: click.UsageError."""
    try:
        reporters.reporter(name)
    except KeyError:
        import difflib

        close = difflib.get_close_matches(name, reporters.FORMATS, 1)
        hint = f"; mente du «{close[0]}»?" if close else ""
        raise click.UsageError(f"--format: ventet en av {', '.join(reporters.FORMATS)}{hint}") from None


def publish(
    found: list[Entry], errors: list[tuple[str, str]], runner: Runner, settings: Settings, options: dict[str, Any]
) -> int:
    """Write the report and say how the run ended: 0, 1 (findings) or 2 (something could not be done)."""
    found = [*found, *(unreadable(path, error) for path, error in errors)]
    if options["write_baseline"] or settings.baseline:
        _baseline(found, runner, settings, options)
    target: Path | None = options.get("output")
    color = target is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    output = Output(
        entries=found, rulebook=runner.book, pipelines=runner.pipelines, strategy=_strategy(runner),
        ui_lang=settings.ui_lang, fail_on=settings.fail_on, color=color,
        width=shutil.get_terminal_size((100, 24)).columns if color else 100,
        show_suppressed=options["show_suppressed"], statistics=options["statistics"], quiet=options["quiet"],
    )
    write(reporters.reporter(options["format_"]).render(output), target, color)
    return complain(found, runner) or verdict(found, settings.fail_on)


def _strategy(runner: Runner) -> str:
    """The period of the strategy that the rules check against; "" where an own rule folder has none."""
    found = runner.book.facts.files().get("strategy.yaml")
    return str(found[1]["period"]) if found else ""


def _baseline(found: list[Entry], runner: Runner, settings: Settings, options: dict[str, Any]) -> None:
    from ipr_lint.cli import baseline

    path = Path(settings.baseline or "ipr-lint-baseline.json")
    if options["write_baseline"]:
        click.echo(f"ipr-lint: skrev {baseline.write(found, path)} funn til {path}", err=True)
    not_run = frozenset(rule.id for rule in runner.book.rules
                        if runner.diff_base or not rule.is_chosen(settings.select, settings.ignore))
    baseline.apply(found, path, options["prune_baseline"], not_run)


def complain(found: list[Entry], runner: Runner) -> int:
    """One line on standard error for all that could not be done; 2 if there was any, else 0."""
    lines = [str(complaint) for complaint in runner.book.complaints]
    crashes: dict[str, list[str]] = {}
    for entry in found:
        lines += [f"{entry.path}: {entry.error}"] if entry.error else []
        for crash in entry.crashed:
            crashes.setdefault(crash, []).append(entry.path)
    for crash, paths in crashes.items():
        more = f" og {len(paths) - 1} til" if len(paths) > 1 else ""
        lines.append(f"{paths[0]}{more}: regelen brøt sammen: {crash}")
    for line in lines:
        click.echo(line, err=True)
    return 2 if lines else 0


def verdict(found: list[Entry], fail_on: str) -> int:
    """1 if a finding that is not suppressed is at or above the level that fails the run, else 0."""
    if fail_on == "never":
        return 0
    limit = Level(fail_on).rank
    levels = (f["level"] for entry in found for f in entry.findings if not f["suppressed"])
    return int(any(Level(level).rank >= limit for level in levels))


def write(text: str, target: Path | None, color: bool) -> None:
    """Write to a file, or to standard output without one. Raises: ConfigError."""
    if target is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        click.echo(text, nl=False, color=color)
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"--output: {target} kan ikke skrives: {error.strerror}") from None
