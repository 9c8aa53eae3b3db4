"""A Markdown source and the block parser's tokens in; the way from a token's content back to the source out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from markdown_it.token import Token

_CONTAINERS = re.compile(r"[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]{1,100}\]:)[ \t]*)*")


class Lines:
    """The lines of a source whose line breaks were made one character each, as the parser counts them."""

    def __init__(self, source: str, start: int) -> None:
        """The text begins at `start` of the source."""
        body = source[start:]
        self.text = body.replace("\r\n", "\n").replace("\r", "\n")
        pairs = [match.start() for match in re.finditer("\r\n", body)] if "\r" in body else []
        self._base = start
        self._pairs = [at - number for number, at in enumerate(pairs)]  # where two characters became one
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def source(self, offset: int) -> int:
        """Where a character of `text` stands in the source."""
        return self._base + offset + bisect_right(self._pairs, offset - 1)

    def start(self, line: int) -> int:
        """Where a line begins in `text`; one past the end is the end."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def line(self, number: int) -> str:
        """A line without its line break."""
        return self.text[self.start(number):self.start(number + 1)].rstrip("\n")


class Inline:
    """The way from an inline token's content to the source, as segments that begin at matching offsets."""

    def __init__(self, lines: Lines, segments: list[tuple[int, int]], whole: int | None = None) -> None:
        """`segments`: (offset in the content, offset in the lines' text), ascending.

        With `whole`, the content as a whole stands for that many characters from the only segment.
        """
        self._lines = lines
        self._segments = segments
        self.whole = whole

    def source(self, offset: int) -> int:
        """Where a character of the content stands in the source."""
        if self.whole is not None:
            return self._lines.source(self._segments[0][1] + (self.whole if offset else 0))
        begin, at = self._segments[max(0, bisect_right(self._segments, (offset, 1 << 60)) - 1)]
        return self._lines.source(at + offset - begin)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A range of the content, cut where the source skips something."""
        first, last = (bisect_right(self._segments, (offset, 1 << 60)) for offset in (start, end - 1))
        edges = [start, *(offset for offset, _ in self._segments[first:last]), end]
        yield from pairwise(edges)


def whole_line(lines: Lines, token: Token) -> Inline:
    """A place for content that stands nowhere character by character: all of it stands for its first line."""
    line = token.map[0] if token.map else 0
    return Inline(lines, [(0, lines.start(line))], len(lines.line(line)))


def of_lines(lines: Lines, token: Token) -> Inline | None:
    """The content of a paragraph, heading or HTML block: every line of it ends a source line. None if one does not."""
    assert token.map is not None
    first, end = token.map
    while first + 1 < end and not lines.line(first).strip():  # the parser strips a line of no-break spaces
        first += 1
    segments, offset = [], 0
    for number, part in enumerate(token.content.split("\n"), start=first):
        at = _place(lines.line(number), part)
        if at is None:
            return None
        segments.append((offset, lines.start(number) + at))
        offset += len(part) + 1
    return Inline(lines, segments)


def _place(line: str, part: str) -> int | None:
    """Where a line of content begins in its source line, which may go on with white space or a heading's `#`."""
    if line.endswith(part):
        return len(line) - len(part)
    shown = part.strip()
    if not shown:
        return len(line)
    indent = len(part) - len(part.lstrip())
    if line.rstrip().endswith(shown):
        return len(line.rstrip()) - len(shown) - indent
    at = line.find(shown, len(_CONTAINERS.match(line)[0]))  # type: ignore[index]
    return None if at < 0 else at - indent


def of_cell(lines: Lines, token: Token, column: int) -> Inline | None:
    r"""The content of a table cell, in which `\|` became `|`. None where the row is not as expected."""
    assert token.map is not None
    line = lines.line(token.map[0])
    for start in (len(line) - len(line.lstrip()), len(_CONTAINERS.match(line)[0])):  # type: ignore[index]
        cells = _cells(line, start)
        if column < len(cells) and (found := _segments(line, *cells[column], token.content)):
            return Inline(lines, [(offset, lines.start(token.map[0]) + at) for offset, at in found])
    return None


def _cells(line: str, start: int) -> list[tuple[int, int]]:
    """The ranges between the pipes of a row that begins at `start`; empty ones at the ends do not count."""
    bars = [match.start() for match in re.finditer(r"\|", line) if match.start() >= start]
    bars = [at for at in bars if at == start or line[at - 1] != "\\"]
    edges = [start - 1, *bars, len(line.rstrip())]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    cells = cells[1:] if cells[0][0] == cells[0][1] else cells
    return cells[:-1] if cells and cells[-1][0] >= cells[-1][1] else cells


def _segments(line: str, start: int, end: int, content: str) -> list[tuple[int, int]]:
    raw = line[start:end]
    shown = raw.strip()
    if shown.replace("\\|", "|") != content:
        return []
    at = start + len(raw) - len(raw.lstrip())
    bars = [match.start() for match in re.finditer(r"\\\|", shown)]
    return [(0, at), *((bar - number, at + bar + 1) for number, bar in enumerate(bars))]
