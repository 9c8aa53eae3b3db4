"""Entries -> one flat row per finding, as the line-based machine formats want them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from ipr_lint.reporters.entry import Entry


class Row(msgspec.Struct, frozen=True):
    """A finding that is not suppressed; lines and columns are 1-based, a document-wide one stands at 1:1."""

    path: str
    format: str
    rule: str
    level: str
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    finding: dict[str, Any]


def rows(entries: Iterable[Entry], show_suppressed: bool) -> Iterator[Row]:
    """In the order of files, then of the text. Suppressed findings only with `show_suppressed`."""
    for entry in entries:
        path = relative(entry.path)
        for finding in entry.findings:
            if finding["suppressed"] and not show_suppressed:
                continue
            span = finding["span"]
            start, end = (span["start"], span["end"]) if span else ({"line": 1, "column": 1},) * 2
            because = f" ({finding['evidence']})" if finding["evidence"] else ""
            message = finding["message"] + (because if finding["evidence"] not in finding["message"] else "")
            yield Row(path, entry.format or "", finding["rule"], finding["level"], message,
                      start["line"], start["column"], end["line"], end["column"], finding)


UNREADABLE = "ulesbar-fil"  # stands where a rule's name stands, for a file that gave no draft


def relative(path: str) -> str:
    """The path from the working folder, with slashes; as given when it stands elsewhere or is a web address."""
    if "://" in path:
        return path
    try:
        return Path(path).resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(path).as_posix()
