"""Plain text in; paragraphs, headings and list items out, told apart by blank lines and the shape of the lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipr_lint.model import Document, Kind
from ipr_lint.readers.assembly import Blocks
from ipr_lint.readers.decoding import decode
from ipr_lint.source_map import TextBuilder

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_RULER = re.compile(r"[ \t]*([-=_*~#+])\1{2,}[ \t]*\Z")
_ITEM = re.compile(r"[ \t]{0,16}(?:([-*•·▪◦‣●○■])|\d{1,3}[.)](?=[ \t]+[A-ZÆØÅ0-9«\"])|[a-zæøå]\))[ \t]+(?=\S)")
_SIGN = r"(?:[\d#*]\ufe0f?\u20e3|[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])[\ufe0f\u200d]*"
_PICTURE = re.compile(rf"[ \t]{{0,16}}((?:{_SIGN}){{1,8}})[ \t]*(?=[\w«\"“(])")  # «👉 …»; two such lines are a list
_SAID = re.compile(r", [a-zæøå]+ [A-ZÆØÅ]")  # «- Vi må handle, sier Kari Nordmann»: a hyphen for a quotation dash
_STOPPED = (".", "!", "?", "…", ":", ";", ".»", "!»", "?»", '."', '!"', '?"', ".)", ".”", "!”", "?”")
_OPENING = ("–", "—", "-", "«", '"', "“", "@", "#", "(")
_YEAR = re.compile(r"\b\d{4}\.?\Z")

WRAP_WIDTH = 120  # characters; no editor wraps wider, so longer lines are one paragraph each
HEADING_CHARACTERS = 90  # a title rule allows 60 to 70; longer lines are running text without a stop
HEADING_WORDS = 14
NARROWEST_WRAP = 45  # characters; shorter lines were broken on purpose (addresses, signatures)
LINES_UNDER_TITLE = 2


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int  # offset in the source
    marker: int = 0  # length of the list marker at its start

    @property
    def body(self) -> str:
        return self.text[self.marker:].strip()


def read(data: bytes, path: str) -> Document:
    """Read a text file; lines that an editor wrapped are joined with a space, deliberate line breaks stay as `\\n`.

    Raises: UnreadableError, for binary data and unknown encodings.
    """
    decoded = decode(data)
    units = [unit for group in _groups(decoded.text) for unit in _units(group)]
    blocks = Blocks()
    titled = begun = False
    for index, unit in enumerate(units):
        kind = Kind.LIST_ITEM if unit[0].marker else Kind.PARAGRAPH
        if _is_heading(units, index, titled or begun):
            kind = Kind.HEADING
        level = 0 if kind is not Kind.HEADING else 2 if titled else 1
        titled, begun = titled or kind is Kind.HEADING, begun or _has_prose(unit)
        blocks.add(kind, _joined(unit), level=level, attributes=_attributes(unit[0]))
    return Document(path, "text", decoded.text, tuple(blocks), notes=decoded.notes, encoding=decoded.encoding)


def _attributes(line: _Line) -> dict[str, str]:
    if not line.marker:
        return {}
    indent = len(line.text) - len(line.text.lstrip())
    ordered = line.text[indent].isalnum()
    return {"ordered": "true" if ordered else "false", "depth": str(1 + indent // 2)}


def _groups(source: str) -> list[list[_Line]]:
    """Runs of lines between blank lines and rulers."""
    groups: list[list[_Line]] = [[]]
    for match in _LINE.finditer(source):
        text = match[0].rstrip("\r\n")
        if not text.strip() or _RULER.match(text):
            groups.append([])
        else:
            groups[-1].append(_Line(text, match.start()))
    return [group for group in groups if group]


def _units(group: list[_Line]) -> list[list[_Line]]:
    """The blocks of a group: one an item, one a line where lines are too long to be wrapped, else one in all."""
    group = _with_markers(group)
    long_lines = max(len(line.text) for line in group) > WRAP_WIDTH
    units = [[group[0]]]
    for line in group[1:]:
        if line.marker or (long_lines and not line.body[:1].islower()):
            units.append([line])
        else:
            units[-1].append(line)
    return units


def _with_markers(group: list[_Line]) -> list[_Line]:
    """Mark the list items; a single hyphen line, or one with a speaker, is a quotation, a single picture decoration."""
    pictures = [_PICTURE.match(line.text) for line in group]
    several = sum(map(bool, pictures)) > 1
    matches = [_ITEM.match(line.text) or (several and picture) for line, picture in zip(group, pictures, strict=True)]
    dashes = [match for match in matches if match and match[1] == "-"]
    marked = []
    for line, match in zip(group, matches, strict=True):
        quoted = match and match[1] == "-" and (len(dashes) == 1 or _SAID.search(line.text))
        marked.append(_Line(line.text, line.start, match.end()) if match and not quoted else line)
    return marked


def _joined(unit: list[_Line]) -> TextBuilder:
    builder = TextBuilder()
    width = max(len(line.text) for line in unit)
    for index, line in enumerate(unit):
        start = line.marker or len(line.text) - len(line.text.lstrip())
        end = len(line.text.rstrip())
        if index:
            before = unit[index - 1]
            glue = " " if _is_wrapped(before, line, width) else "\n"
            builder.add_as(glue, before.start + len(before.text.rstrip()), line.start + start)
        builder.add(line.text[start:end], line.start + start)
    return builder


def _is_wrapped(line: _Line, following: _Line, width: int) -> bool:
    """Whether the break after a line is the editor's: the next word had no room, or the sentence goes on."""
    word = following.body.split(maxsplit=1)[0]
    full = len(line.text.rstrip()) + 1 + len(word) > max(width, NARROWEST_WRAP)
    return full or following.body[0].islower() or line.body.endswith(_STOPPED[:4])


def _is_heading(units: list[list[_Line]], index: int, begun: bool) -> bool:
    """A short single line without a stop before running text; a title may have a date line and the like between.

    A single word before the title («Pressemelding») names the genre.
    """
    if not _heading_shape(units[index]):
        return False
    ahead = units[index + 1:index + 2 + (0 if begun else LINES_UNDER_TITLE)]
    if not begun and len(units[index][0].body.split()) == 1 and any(_heading_shape(unit) for unit in ahead):
        return False
    return any(_has_prose(unit) for unit in ahead)


def _heading_shape(unit: list[_Line]) -> bool:
    body = unit[0].body
    plain = len(unit) == 1 and not unit[0].marker and not body.startswith(_OPENING) and not body[0].islower()
    short = len(body) <= HEADING_CHARACTERS and len(body.split()) <= HEADING_WORDS
    open_end = not body.endswith((*_STOPPED, ",")) or (body.endswith("?") and body.count("?") == 1)
    address = "@" in body or "://" in body or _YEAR.search(body)
    return plain and short and open_end and not address


def _has_prose(unit: list[_Line]) -> bool:
    return bool(unit[0].marker) or len(unit) > 1 or unit[-1].body.endswith(_STOPPED)
