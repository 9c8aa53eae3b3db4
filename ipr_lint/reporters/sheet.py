"""The parts of a report for a terminal in; its lines as plain text out, without the library that colours them.

A run that prints nothing but what the cache has spends more time on importing rich than on all the rest. So lines of
ordinary characters are laid out here, in the same way; whatever is not ordinary (tabs, wide characters, labels that
fill the line, tables) is left to rich, as all of a coloured report is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from rich.console import RenderableType

Styled = tuple[str, str]  # words, and how rich shall show them ("" is plain)
GAP, LABEL = 2, 13  # columns between a label and its text; the least a label takes
_LONGEST_LABEL = 40  # columns
# One column each, and never joined with a neighbour: letters of European languages, dashes, quotes, arrows, lines.
_ORDINARY = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u02af\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u21ff─█✓]*")
_WORD = re.compile(r"\s*\S+\s*")


class Line(msgspec.Struct, frozen=True):
    """Words that are wrapped, `indent` columns from the left."""

    words: tuple[Styled, ...] = ()
    indent: int = 0


class Title(msgspec.Struct, frozen=True):
    """Words with a rule drawn from them to the right edge."""

    words: tuple[Styled, ...]


class Row(msgspec.Struct, frozen=True):
    """A dim label, and beside it lines that are wrapped on their own."""

    label: str
    lines: tuple[tuple[Styled, ...], ...]
    indent: int


class Drawn(msgspec.Struct, frozen=True):
    """Something that only rich can draw."""

    make: Callable[[], RenderableType]


Part = Line | Title | Row | Drawn


def render(parts: Iterable[Part], width: int, color: bool) -> str:
    """The report, ending in a newline; no line ends in a space."""
    if color:
        from ipr_lint.reporters.coloured import drawn

        return drawn(parts, width, color=True)
    return "".join(f"{line.rstrip()}\n" for part in parts for line in _plain(part, width))


def _plain(part: Part, width: int) -> Iterator[str]:
    found = None
    if isinstance(part, Line):
        found = _wrapped(_text(part.words), width - part.indent, " " * part.indent)
    elif isinstance(part, Title):
        text = _text(part.words)
        if len(text) < width - 2 and "\n" not in text and _ORDINARY.fullmatch(text):
            found = [f"{text} {'─' * (width - len(text) - 1)}"]
    elif isinstance(part, Row):
        found = _row(part, width)
    if found is None:
        from ipr_lint.reporters.coloured import drawn

        found = drawn([part], width, color=False).removesuffix("\n").split("\n")
    yield from found


def _row(row: Row, width: int) -> list[str] | None:
    first = max(LABEL, len(row.label))
    if first > _LONGEST_LABEL or not _ORDINARY.fullmatch(row.label):
        return None
    found: list[str] = []
    for words in row.lines:
        start = " " * (row.indent + first + GAP)
        lines = _wrapped(_text(words), width - len(start), start)
        if lines is None:
            return None
        found += lines
    if found:
        found[0] = f"{' ' * row.indent}{row.label:{first + GAP}}{found[0][row.indent + first + GAP:]}"
    return found


def _text(words: Iterable[Styled]) -> str:
    return "".join(text for text, _ in words)


def _wrapped(text: str, width: int, start: str) -> list[str] | None:
    """The lines of a text, each after `start`; None for characters that take more or less than a column."""
    if not _ORDINARY.fullmatch(text):
        return None
    if len(text) <= width and "\n" not in text:
        return [start + text]
    return [start + piece for line in text.split("\n") for piece in _pieces(line, width)]


def _pieces(line: str, width: int) -> Iterable[str]:
    """The line broken at the last space of each `width` columns; the odd cases are looked at word by word."""
    found, begun, end = [], 0, len(line.rstrip())
    while end - begun > width:
        window = line[begun : begun + width + 1]
        last = max(window.rfind(" "), window.rfind("\u00a0"))
        if last < 0 or not window[:last].strip():
            return [line[at:to] for at, to in _breaks(line, width)]
        found.append(window[:last])
        begun += last + 1
        while line[begun] in " \u00a0":
            begun += 1
    found.append(line[begun:])
    return found


def _breaks(line: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the pieces of one line begin and end: broken between words, within one only if it is longer than a line."""
    begun = used = 0
    for match in _WORD.finditer(line):
        word, at = match[0], match.start()
        length = len(word.rstrip())
        if width - used >= length:
            used += len(word)
            continue
        if length > width:
            for cut in range(at, match.end(), width):
                if cut:
                    yield begun, cut
                begun, used = cut, match.end() - cut
        elif used and at:
            yield begun, at
            begun, used = at, len(word)
    yield begun, len(line)
