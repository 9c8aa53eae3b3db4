"""Entries -> Reviewdog Diagnostic Format (rdjson)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ipr_lint.reporters import Output
from ipr_lint.reporters.arrays import array, indented, items
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.rows import UNREADABLE, Row, relative, rows
from ipr_lint.reporters.tally import Sums

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def piece(entry: Entry, output: Output) -> str:
    """One diagnostic per finding. Columns are in code points, where Reviewdog counts UTF-8 bytes: see `_range`."""
    if entry.error is not None:
        return items([{"message": entry.error, "location": {"path": relative(entry.path)}, "severity": "ERROR",
                       "code": {"value": UNREADABLE}}], 2)
    return items((_diagnostic(row) for row in rows([entry], output.show_suppressed)), 2)


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterator[bytes]:
    """The source and all diagnostics."""
    source = {"name": "ipr-lint", "url": "https://pypi.org/project/ipr-lint/"}
    yield f'{{\n "source": {indented(source, 1)},\n "diagnostics": '.encode()
    yield from array(pieces, 2)
    yield b"\n}\n"


def _diagnostic(row: Row) -> dict[str, Any]:
    location: dict[str, Any] = {"path": row.path}
    if row.finding["span"]:
        location["range"] = _range(row)
    return {"message": row.message, "location": location, "severity": _SEVERITY[row.level],
            "code": {"value": row.rule}}


def _range(row: Row) -> dict[str, Any]:
    """Lines only: our columns are code points, and a column that means another place is worse than none."""
    return {"start": {"line": row.line}, "end": {"line": row.end_line}}
