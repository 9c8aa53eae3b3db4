"""Entries -> GitLab code quality report (a JSON array, Code Climate's subset)."""

from __future__ import annotations

import hashlib

import msgspec

from ipr_lint.reporters import Output
from ipr_lint.reporters.rows import rows

_SEVERITY = {"error": "major", "warning": "minor", "suggestion": "info"}


def render(output: Output) -> str:
    """One issue per finding; the fingerprint is made of path and our own one, so it is unique in the report."""
    issues = [
        {
            "description": row.message,
            "check_name": row.rule,
            "fingerprint": hashlib.sha256(f"{row.path}\0{row.finding['fingerprint']}".encode()).hexdigest(),
            "severity": _SEVERITY[row.level],
            "location": {"path": row.path, "lines": {"begin": row.line, "end": row.end_line}},
        }
        for row in rows(output.entries, output.show_suppressed)
    ]
    return msgspec.json.format(msgspec.json.encode(issues), indent=1).decode() + "\n"
