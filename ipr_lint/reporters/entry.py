"""What the report says about one file: made in `located`, kept in the cache, read by every reporter."""

from __future__ import annotations

from typing import Any

import msgspec


class Place(msgspec.Struct, frozen=True):
    """1-based line and column, 0-based offset; all in code points of the decoded source."""

    line: int
    column: int
    offset: int


class Region(msgspec.Struct, frozen=True):
    """A span at the edge; `location` names part and paragraph of a Word file (`paragraph` counts those in tables, too).

    It also has the number as a reader counts: `counted`, of those with text outside tables, or `table` and `row`;
    `box` marks text boxes, which are counted for themselves.
    """

    start: Place
    end: Place
    text: str
    location: dict[str, str | int] | None = None


class Entry(msgspec.Struct):
    """All that the report says about one file, as `--format json` prints it (version 1): plain values."""

    path: str
    format: str | None
    language: str | None
    channel: str | None
    audience: tuple[str, ...]
    findings: list[dict[str, Any]]
    metrics: dict[str, Any]
    messages: list[dict[str, Any]]
    skipped: list[dict[str, str]]
    error: str | None
    crashed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    blocks: list[dict[str, Any]] | None = None  # the draft's text, for the formats that show it


def unreadable(path: str, error: str) -> Entry:
    """The entry of a path that gave no draft."""
    return Entry(path, None, None, None, (), [], {}, [], [], error)
