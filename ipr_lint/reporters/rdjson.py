"""Entries -> Reviewdog Diagnostic Format (rdjson)."""

from __future__ import annotations

from typing import Any

import msgspec

from ipr_lint.reporters import Output
from ipr_lint.reporters.rows import Row, rows

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def render(output: Output) -> str:
    """One diagnostic per finding. Columns are in code points, where Reviewdog counts UTF-8 bytes: see `_range`."""
    report = {
        "source": {"name": "ipr-lint", "url": "https://pypi.org/project/ipr-lint/"},
        "diagnostics": [_diagnostic(row) for row in rows(output.entries, output.show_suppressed)],
    }
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n"


def _diagnostic(row: Row) -> dict[str, Any]:
    location: dict[str, Any] = {"path": row.path}
    if row.finding["span"]:
        location["range"] = _range(row)
    return {"message": row.message, "location": location, "severity": _SEVERITY[row.level],
            "code": {"value": row.rule}}


def _range(row: Row) -> dict[str, Any]:
    """Lines only: our columns are code points, and a column that means another place is worse than none."""
    return {"start": {"line": row.line}, "end": {"line": row.end_line}}
