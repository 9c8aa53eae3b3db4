"""Entries -> GitLab code quality report (a JSON array, Code Climate's subset)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from ipr_lint.reporters import Output
from ipr_lint.reporters.arrays import array, items
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.rows import UNREADABLE, relative, rows
from ipr_lint.reporters.tally import Sums

_SEVERITY = {"error": "major", "warning": "minor", "suggestion": "info"}


def piece(entry: Entry, output: Output) -> str:
    """One issue per finding; the fingerprint is made of path and our own one, so it is unique in the report."""
    if entry.error is not None:
        path = relative(entry.path)
        return items([{
            "description": entry.error, "check_name": UNREADABLE, "severity": "blocker",
            "fingerprint": hashlib.sha256(f"{path}\0{UNREADABLE}".encode()).hexdigest(),
            "location": {"path": path, "lines": {"begin": 1, "end": 1}},
        }], 1)
    return items(({
        "description": row.message,
        "check_name": row.rule,
        "fingerprint": hashlib.sha256(f"{row.path}\0{row.finding['fingerprint']}".encode()).hexdigest(),
        "severity": _SEVERITY[row.level],
        "location": {"path": row.path, "lines": {"begin": row.line, "end": row.end_line}},
    } for row in rows([entry], output.show_suppressed)), 1)


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterator[bytes]:
    """All issues."""
    yield from array(pieces, 1)
    yield b"\n"
