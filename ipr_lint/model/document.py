"""What a reader makes of a draft: Document, Block, Piece, Span, and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

import msgspec

NOTHING: Mapping[str, str] = MappingProxyType({})


class Kind(StrEnum):
    """What a block is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE_CELL = "table-cell"
    IMAGE = "image"
    BOILERPLATE = "boilerplate"  # page headers and footers; navigation that a reader sees


class RunOrigin(msgspec.Struct, frozen=True):
    """Where a piece of Word text stands: part name, 1-based paragraph in that part, 0-based run, offset in the run."""

    part: str
    paragraph: int
    run: int
    offset: int


class Piece(msgspec.Struct, frozen=True):
    """`text[start:end]` of a block comes from `source[source_start:source_end]` of its document.

    A verbatim piece maps character by character; any other one (`&amp;`, a decomposed å) only as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    verbatim: bool = True
    run: RunOrigin | None = None


class Mark(msgspec.Struct, frozen=True):
    """An inline element of a block: `link` (href), `strong`, `emphasis`, `code`, `image` (src, alt), `quote`.

    An `object` has no length: at its place stands something that is no text (a picture, an equation, a note mark, a
    field that is not filled in), or text that is hidden.
    """

    start: int
    end: int
    kind: str
    attributes: Mapping[str, str] = {}


class Span(msgspec.Struct, frozen=True):
    """`[start, end)` in the text of the block with this index, in code points: the only position a check knows."""

    block: int
    start: int
    end: int


class Block(msgspec.Struct, frozen=True):
    """A unit of text as its reader sees it, NFC, soft hyphens removed. `id` is its index in the document.

    `marks` are in the order in which they start.

    `language` is the declared one (`nb`, `nn`, `en`, ... from w:lang or html lang), None if undeclared.
    `attributes` by kind: any `part` (body, header, footer, footnote, endnote, textbox), `style`; table-cell `table`,
    `row`, `column`, `header`; list-item `ordered`, `depth`; image `alt` (absent: missing, "": decorative), `src`;
    quote `speaker`; paragraph `bold` ("true": all of it), Word: `fonts`, `colours`.
    """

    id: int
    kind: Kind
    text: str
    pieces: tuple[Piece, ...]
    level: int = 0
    language: str | None = None
    marks: tuple[Mark, ...] = ()
    attributes: Mapping[str, str] = {}

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span of `text[start:end]`; of the whole block without arguments."""
        return Span(self.id, start, len(self.text) if end is None else end)


class Suppression(msgspec.Struct, frozen=True):
    """«ignorer RULE – grunn» in the draft: silences `rules` (ids or topics; () is all) in a range of blocks.

    `start`/`end` narrow it to a part of the only block in the range. `span` is where the directive itself stands in
    the source, for reporting one that is unused.
    """

    rules: tuple[str, ...]
    first_block: int
    last_block: int
    reason: str = ""
    by: str = ""
    start: int | None = None
    end: int | None = None
    source: tuple[int, int] | None = None


MetadataValue = str | tuple[str, ...]


class Document(msgspec.Struct, frozen=True):
    """A draft as read. `source` is the decoded file; for Word the extracted text, one paragraph a line."""

    path: str
    format: str  # docx, markdown, html, text
    source: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, MetadataValue] = {}
    language: str | None = None  # declared for the whole document
    suppressions: tuple[Suppression, ...] = ()
    notes: tuple[str, ...] = ()  # what the reader wants said, e.g. the encoding it fell back to
    encoding: str = "utf-8"

    def text(self, span: Span) -> str:
        """The characters of a span."""
        return self.blocks[span.block].text[span.start : span.end]


class Context(msgspec.Struct, frozen=True):
    """What is known about a draft besides its text: command line over file over configuration over default."""

    channel: str = ""
    audience: tuple[str, ...] = ()
    platform: str = ""
    today: date = date(1970, 1, 1)
    metadata: Mapping[str, MetadataValue] = {}
    declared: frozenset[str] = frozenset()  # which of channel, audience, platform, today are told
    guessed: str = ""  # the words in the draft that gave an undeclared channel away


class UnreadableError(Exception):
    """A draft can't be read; the message says what was expected, in one Norwegian line without the path."""
