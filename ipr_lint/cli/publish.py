"""Entries -> the report where the user wants it, and the exit code of the run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click

from ipr_lint import reporters
from ipr_lint.cli import spool
from ipr_lint.cli.desk import Desk, Piece
from ipr_lint.cli.run import Runner
from ipr_lint.config import Settings
from ipr_lint.model import Level
from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry, unreadable
from ipr_lint.reporters.tally import Sums

_FEW = 5  # drafts; with more of them the text report has one line instead of a table about the messages of each


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
    found: Iterable[Entry | Piece], errors: list[tuple[str, str]], runner: Runner, settings: Settings,
    options: dict[str, Any],
) -> int:
    """Write the report and say how the run ended: 0, 1 (findings) or 2 (something could not be done).

    Pieces are found only where the runner has the `desk` made for these settings and options.
    """
    found = chain(found, (unreadable(path, error) for path, error in errors))
    target: Path | None = options.get("output")
    if runner.desk:
        spool.write(runner.desk.report(found), target, _color(options))
        return complain(runner.desk.sums, runner) or verdict(runner.desk.sums, settings.fail_on)
    entries: Iterator[Entry] = (one for one in found if isinstance(one, Entry))
    if options["write_baseline"] or settings.baseline:
        entries = _baseline(entries, runner, settings, options)
    reporter = reporters.reporter(options["format_"])
    if isinstance(reporter, reporters.Whole):
        held = list(entries)
        output = _output(runner, settings, options, len(held), held)
        spool.write([reporter.render(output).encode()], target, output.color)
        sums = Sums.of(held)
    else:
        first = list(islice(entries, _FEW + 1))
        writer = Desk(reporter, "", _output(runner, settings, options, len(first)))
        spool.write(writer.report(chain(first, entries)), target, _color(options))
        sums = writer.sums
    return complain(sums, runner) or verdict(sums, settings.fail_on)


def desk(runner: Runner, settings: Settings, options: dict[str, Any], files: int) -> Desk | None:
    """What writes this report file by file; None where the format or a baseline wants all entries at once."""
    reporter = reporters.reporter(options["format_"])
    if options["write_baseline"] or settings.baseline or isinstance(reporter, reporters.Whole):
        return None
    return Desk(reporter, options["format_"], _output(runner, settings, options, files), runner.cache)


def _output(
    runner: Runner, settings: Settings, options: dict[str, Any], files: int, entries: Sequence[Entry] = ()
) -> Output:
    width, color = 100, _color(options)
    if color:
        import shutil

        width = shutil.get_terminal_size((100, 24)).columns
    return Output(
        entries=entries, few=files <= _FEW, rulebook=runner.book, pipelines=runner.pipelines,
        strategy=_strategy(runner), ui_lang=settings.ui_lang, fail_on=settings.fail_on, color=color, width=width,
        show_suppressed=options["show_suppressed"], statistics=options["statistics"], quiet=options["quiet"],
    )


def _color(options: dict[str, Any]) -> bool:
    return options.get("output") is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _strategy(runner: Runner) -> str:
    """The period of the strategy that the rules check against; "" where an own rule folder has none."""
    found = runner.book.facts.files().get("strategy.yaml")
    return str(found[1]["period"]) if found else ""


def _baseline(found: Iterator[Entry], runner: Runner, settings: Settings, options: dict[str, Any]) -> Iterator[Entry]:
    from ipr_lint.cli import baseline

    path = Path(settings.baseline or "ipr-lint-baseline.json")
    not_run = frozenset(rule.id for rule in runner.book.rules
                        if runner.diff_base or not rule.is_chosen(settings.select, settings.ignore))
    if options["write_baseline"]:
        return baseline.written(found, path, not_run)
    return baseline.through(found, path, options["prune_baseline"], not_run)


def complain(sums: Sums, runner: Runner) -> int:
    """One line on standard error for all that could not be done; 2 if there was any, else 0."""
    lines = [*map(str, runner.book.complaints), *sums.failures]
    for crash, paths in sums.crashes.items():
        more = f" og {len(paths) - 1} til" if len(paths) > 1 else ""
        lines.append(f"{paths[0]}{more}: regelen brøt sammen: {crash}")
    for line in lines:
        click.echo(line, err=True)
    return 2 if lines else 0


def verdict(sums: Sums, fail_on: str) -> int:
    """1 if a finding that is not suppressed is at or above the level that fails the run, else 0."""
    if fail_on == "never":
        return 0
    limit = Level(fail_on).rank
    return int(any(Level(level).rank >= limit for level, count in sums.levels.items() if count))
