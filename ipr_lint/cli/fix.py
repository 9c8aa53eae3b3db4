"""`--fix`, `--unsafe-fixes` and `--diff`: drafts in; changed files or a unified diff, and an exit code, out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ipr_lint import fixing
from ipr_lint.cli import baseline, publish, spool
from ipr_lint.cli.run import Draft, Runner
from ipr_lint.config import Settings
from ipr_lint.fixing.files import ChangedError, replace_content
from ipr_lint.model import FileReport, Finding
from ipr_lint.nlp.personal_numbers import mask
from ipr_lint.reporters.entry import Entry, unreadable
from ipr_lint.reporters.tally import Sums


def _check(options: dict[str, Any], drafts: list[Draft]) -> None:
    if options["annotate"]:
        raise click.UsageError("--fix og --annotate kan ikke brukes sammen; --tracked setter rettelsene inn i Word")
    if not options["diff"] and any(data is not None for _, data in drafts):
        raise click.UsageError("--fix endrer filer, ikke standard inn eller innlegg i en eksport; bruk --diff")


def run(
    runner: Runner, drafts: list[Draft], errors: list[tuple[str, str]], settings: Settings, options: dict[str, Any]
) -> int:
    """Fix each draft; then report what is left, or with `--diff` only show what would change (exit code 1).

    Raises: click.UsageError for options that do not go together.
    """
    _check(options, drafts)
    work = _Work(runner, settings, options)
    found = [work.draft(name, data) for name, data in drafts]
    work.tell()
    if options["diff"]:
        spool.write([diff.encode() for diff in work.diffs], options.get("output"), color=False)
        found += [unreadable(path, error) for path, error in errors]
        return publish.complain(Sums.of(found), runner) or work.failed or int(bool(work.diffs))
    return publish.publish(found, errors, runner, settings, options) or work.failed


class _Work:
    """What the run has done so far."""

    def __init__(self, runner: Runner, settings: Settings, options: dict[str, Any]) -> None:
        self._runner = runner
        self._unsafe = bool(options["unsafe_fixes"])
        self._show = bool(options["diff"])
        self._known = Path(settings.baseline) if settings.baseline and not options["write_baseline"] else None
        self._word = 0
        self._fixes = self._files = 0
        self.failed = 0
        self.diffs: list[str] = []

    def draft(self, name: str, data: bytes | None) -> Entry:
        """Fix one draft; the entry is about what it holds afterwards."""
        try:
            content = Path(name).read_bytes() if data is None else data
        except OSError:
            return self._entry(self._runner.report((name, data)))  # tells what is wrong with it
        reports: list[FileReport] = []

        def lint(changed: bytes) -> FileReport:
            reports.append(self._runner.report((name, changed)))
            return reports[-1]

        fixed = fixing.fix(content, lint, self._counted, self._unsafe)
        if fixed is None:
            self._word += name.lower().endswith(".docx")
            return self._entry(reports[-1])
        if not fixed.stable:
            click.echo(f"ipr-lint: {name}: rettelsene opphever hverandre; filen er ikke endret", err=True)
        if fixed.count and not self._keep(name, content, fixed):
            return self._entry(reports[0])
        return self._entry(fixed.report)

    def tell(self) -> None:
        """One line on standard error about what was done."""
        if self._word:
            click.echo("ipr-lint: Word-utkast rettes ikke på stedet; bruk --annotate UT.docx --tracked", err=True)
        if self._fixes:
            verb = "kan rette" if self._show else "rettet"
            files = "1 fil" if self._files == 1 else f"{self._files} filer"
            click.echo(f"ipr-lint: {verb} {self._fixes} funn i {files}", err=True)

    def _keep(self, name: str, content: bytes, fixed: fixing.Fixed) -> bool:
        """Show or write the change; False if it could not be written."""
        if self._show:
            self.diffs.append(_diff(name, fixed.before.text, fixed.after))
        else:
            try:
                replace_content(Path(name), content, fixed.data)
            except (OSError, ChangedError) as error:
                told = error.strerror if isinstance(error, OSError) else str(error)
                click.echo(f"ipr-lint: {name}: rettelsene kan ikke skrives: {told}", err=True)
                self.failed = 2
                return False
        self._fixes += fixed.count
        self._files += 1
        return True

    def _counted(self, report: FileReport) -> Iterator[Finding]:
        """The findings that are neither suppressed nor in the baseline."""
        if self._known is None:
            yield from (finding for finding in report.findings if finding.suppressed is None)
            return
        entry = self._entry(report)
        baseline.mark([entry], self._known)
        for finding, told in zip(report.findings, entry.findings, strict=True):
            if not told["suppressed"]:
                yield finding

    def _entry(self, report: FileReport) -> Entry:
        return self._runner.located(report)


def _diff(name: str, before: str, after: str) -> str:
    old, new = (re.findall(r"[^\n]*\n|[^\n]+", mask(text)) for text in (before, after))
    told = difflib.unified_diff(old, new, name, name)
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in told)
