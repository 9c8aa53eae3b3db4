"""Drafts and `--annotate` -> annotated copies of the Word files among them, and a line about each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from ipr_lint.cli import publish
from ipr_lint.cli.jobs import progress
from ipr_lint.cli.run import Draft, Runner
from ipr_lint.config import Settings
from ipr_lint.model import FileReport, UnreadableError
from ipr_lint.reporters.entry import Entry


class Copies:
    """Where each draft's annotated copy goes. `--annotate` names a file for one draft, a folder for several."""

    def __init__(self, drafts: list[Draft], target: str, tracked: bool) -> None:
        """Raises: click.UsageError when there is nothing to annotate or one file is meant for several drafts."""
        named = [Path(name) for name, _ in drafts if Path(name).suffix.lower() == ".docx"]
        if not named:
            raise click.UsageError("--annotate lager en kopi av Word-utkast; ingen av filene er .docx")
        if target == "-":
            raise click.UsageError("--annotate: ventet et filnavn på .docx eller en mappe, ikke standard ut")
        self._folder = target.endswith(("/", os.sep)) or Path(target).is_dir() or Path(target).suffix == ""
        if not self._folder and Path(target).suffix.lower() != ".docx":
            raise click.UsageError(f"--annotate: ventet et filnavn på .docx eller en mappe, fikk «{target}»")
        if len(named) > 1 and not self._folder:
            raise click.UsageError("--annotate: med flere utkast trengs en mappe, for eksempel --annotate kommentert/")
        self._target, self._tracked = Path(target), tracked
        self._named = named
        self._common = Path(os.path.commonpath([path.absolute().parent for path in named]))
        self._reports: dict[str, tuple[FileReport, bytes | None]] = {}

    def is_copy(self, name: str) -> bool:
        """Whether a draft stands in the folder the copies go to: it is a copy of an earlier run."""
        return self._folder and self._target.resolve() in Path(name).resolve().parents

    def entries(self, runner: Runner, drafts: list[Draft]) -> Iterator[Entry]:
        """Lint the drafts; Word files are kept in mind for `write`."""
        with progress(len(drafts)) as advance:
            for draft in drafts:
                report = runner.report(draft)
                if Path(draft[0]) in self._named and report.document is not None:
                    self._reports[draft[0]] = (report, draft[1])
                yield runner.located(report)
                advance()

    def write(self, runner: Runner, entries: Iterable[Entry]) -> int:
        """Write the copies of what `entries` still report (a baseline may have taken some out); 2 if one failed."""
        from ipr_lint.reporters.docx import RefusedError, annotate

        failed = 0
        for entry in entries:
            if entry.path not in self._reports:
                continue
            report, data = self._reports[entry.path]
            kept = {finding["fingerprint"] for finding in entry.findings if not finding["suppressed"]}
            told = replace(report, findings=tuple(f for f in report.findings if f.fingerprint in kept))
            source, out = Path(entry.path), self._out(Path(entry.path))
            try:
                done = annotate(told, runner.book, source, out, data=data, tracked=self._tracked,
                                ui_lang=runner.settings.ui_lang, inputs=self._named)
            except (RefusedError, UnreadableError) as error:
                click.echo(f"ipr-lint: {entry.path}: {error}", err=True)
                failed = 2
                continue
            click.echo(_said(done.comments, done.changes, out), err=True)
        return failed

    def _out(self, path: Path) -> Path:
        return self._target / path.absolute().relative_to(self._common) if self._folder else self._target


def run(
    runner: Runner, drafts: list[Draft], errors: list[tuple[str, str]], settings: Settings, options: dict[str, Any]
) -> int:
    """Report on the drafts and write the copies; the exit code. Raises: click.UsageError."""
    copies, drafts = _of(drafts, options)
    found = list(copies.entries(runner, drafts))
    code = publish.publish(found, errors, runner, settings, options)
    return copies.write(runner, found) or code


def _of(drafts: list[Draft], options: dict[str, Any]) -> tuple[Copies, list[Draft]]:
    """The copies asked for, and the drafts without the copies of an earlier run."""
    target = options["annotate"]
    if target is None:
        raise click.UsageError("--tracked trenger --annotate: endringene skrives i en kopi av utkastet")
    copies = Copies(drafts, target, options["tracked"])
    kept = [draft for draft in drafts if not copies.is_copy(draft[0])]
    if not kept:  # the folder of the drafts themselves: refused for each of them
        return copies, drafts
    if len(kept) < len(drafts):
        click.echo(f"ipr-lint: hoppet over {len(drafts) - len(kept)} kopi(er) i {target}", err=True)
        copies = Copies(kept, target, options["tracked"])
    return copies, kept


def _said(comments: int, changes: int, out: Path) -> str:
    noted = "1 kommentar" if comments == 1 else f"{comments} kommentarer"
    entered = {0: "", 1: " og 1 sporet endring"}.get(changes, f" og {changes} sporede endringer")
    return f"ipr-lint: skrev {noted}{entered} i {out}"
