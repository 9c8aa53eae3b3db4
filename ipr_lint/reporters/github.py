"""Entries -> GitHub workflow commands (annotations), and a job summary where GitHub asks for one."""

from __future__ import annotations

import os
from pathlib import Path

from ipr_lint.reporters import Output
from ipr_lint.reporters.rows import Row, rows
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.words import count

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def render(output: Output) -> str:
    """One `::error file=...::message` per finding, the most serious first; the summary goes to $GITHUB_STEP_SUMMARY."""
    found = list(rows(output.entries, output.show_suppressed))
    if target := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(_summary(output, found))
    return "".join(_command(row) for level in _COMMANDS for row in found if row.level == level)


def _command(row: Row) -> str:
    place = f"file={_property(row.path)}"
    if row.finding["span"] and row.format != "docx":
        place += f",line={row.line},col={row.column},endLine={row.end_line},endColumn={row.end_column}"
    return f"::{_COMMANDS[row.level]} {place},title={_property(row.rule)}::{_data(row.message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(output: Output, found: list[Row]) -> str:
    counts = Sums.of(output.entries).summary()
    told = ", ".join(count(counts[level], level, output.ui_lang) for level in _COMMANDS)
    lines = [f"### ipr-lint: {told}\n", "| | | |", "|---|---|---|"]
    for row in found[:50]:
        message = " ".join(row.message.split()).replace("|", "\\|").replace("<", "&lt;")
        lines.append(f"| `{row.path}:{row.line}` | `{row.rule}` | {message} |")
    if len(found) > 50:
        lines.append(f"| … | | +{len(found) - 50} |")
    return "\n".join(lines) + "\n"
