"""Entries -> the JSON report, version 1 (a contract: add fields freely, change or remove none)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry
from ipr_lint.version import __version__

VERSION = 1


def render(output: Output) -> str:
    """The whole report as indented JSON with a final newline."""
    tool = {"name": "ipr-lint", "version": __version__, "strategy": output.strategy, "pipelines": output.pipelines}
    files = [_without_text(entry) for entry in output.entries]
    report = {"version": VERSION, "tool": tool, "files": files, "summary": summary(output.entries)}
    if output.statistics:
        from ipr_lint.reporters.totals import totals

        report["statistics"] = totals(output.entries)
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n"


def summary(entries: Sequence[Entry]) -> dict[str, Any]:
    """Counts over all files; suppressed findings count only as such."""
    counts = {"files": len(entries), "unreadable": sum(entry.error is not None for entry in entries),
              "error": 0, "warning": 0, "suggestion": 0, "suppressed": 0}
    for entry in entries:
        for finding in entry.findings:
            counts["suppressed" if finding["suppressed"] else finding["level"]] += 1
    return counts


def _without_text(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in entry.__struct_fields__ if name != "blocks"}
