"""The nouns that flow from a path to a report: Document, Block, Span, Rule, Hit, Finding, Report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Flag, StrEnum, auto
from pathlib import Path
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, str] = MappingProxyType({})  # a default argument, no dataclass default: 3.11 wants it hashable


class Level(StrEnum):
    """How serious a finding is; SARIF calls them error, warning and note. `OFF` switches a rule off."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 for off up to 3 for error, so that levels can be compared."""
        return ("off", "suggestion", "warning", "error").index(self.value)


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


class Needs(Flag):
    """What a check reads; the engine prepares no more than the enabled rules need together."""

    TEXT = auto()
    SENTENCES = auto()
    LEMMAS = auto()  # tagged and lemmatised tokens
    PARSE = auto()  # dependencies; implies tags
    ENTITIES = auto()


@dataclass(frozen=True, slots=True)
class RunOrigin:
    """Where a piece of Word text stands: part name, 1-based paragraph in that part, 0-based run, offset in the run."""

    part: str
    paragraph: int
    run: int
    offset: int


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` of a block comes from `source[source_start:source_end]` of its document.

    A verbatim piece maps character by character; any other one (`&amp;`, a decomposed å) only as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    verbatim: bool = True
    run: RunOrigin | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element of a block: `link` (href), `strong`, `emphasis`, `code`, `image` (src, alt), `quote`."""

    start: int
    end: int
    kind: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """`[start, end)` in the text of the block with this index, in code points: the only position a check knows."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of text as its reader sees it, NFC, soft hyphens removed. `id` is its index in the document.

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
    attributes: Mapping[str, str] = field(default_factory=dict)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span of `text[start:end]`; of the whole block without arguments."""
        return Span(self.id, start, len(self.text) if end is None else end)


@dataclass(frozen=True, slots=True)
class Suppression:
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


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as read. `source` is the decoded file; for Word the extracted text, one paragraph a line."""

    path: str
    format: str  # docx, markdown, html, text
    source: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, MetadataValue] = field(default_factory=dict)
    language: str | None = None  # declared for the whole document
    suppressions: tuple[Suppression, ...] = ()
    notes: tuple[str, ...] = ()  # what the reader wants said, e.g. the encoding it fell back to
    encoding: str = "utf-8"

    def text(self, span: Span) -> str:
        """The characters of a span."""
        return self.blocks[span.block].text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a draft besides its text: command line over file over configuration over default."""

    channel: str = ""
    audience: tuple[str, ...] = ()
    platform: str = ""
    today: date = date(1970, 1, 1)
    metadata: Mapping[str, MetadataValue] = field(default_factory=dict)
    declared: frozenset[str] = frozenset()  # which of channel, audience, platform somebody declared


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a span by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A proposed change; `safe` ones keep the meaning for certain, `suggested` ones want a human eye."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool = False

    @property
    def applicability(self) -> str:
        """`safe` or `suggested`, as the JSON report says it."""
        return "safe" if self.safe else "suggested"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found. `span` is None when something is missing from the whole document.

    `variant` picks another message and level in the rule's YAML; `values` fill the message; `evidence` says in words
    what decided.
    """

    span: Span | None
    values: Mapping[str, Any] = field(default_factory=dict)
    variant: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Span, ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Abstain:
    """A check's word that it can give no verdict on this draft, and why (Norwegian, one line)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit of a rule, worded and weighed (SARIF *result*)."""

    rule: str
    level: Level
    message: str
    span: Span | None
    text: str = ""
    evidence: str = ""
    related: tuple[Span, ...] = ()
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""
    suppressed: tuple[str, str] | None = None  # by, reason


@dataclass(frozen=True, slots=True)
class Skip:
    """A rule that could not run, and why: nothing is skipped silently."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether one key message (B1–B6) is referred to, where, and how prominently (title, lead, body, boilerplate)."""

    id: str
    found: bool = False
    contradicted: bool = False
    prominence: str | None = None
    evidence: tuple[Span, ...] = ()
    checked: bool = True


@dataclass(frozen=True, slots=True)
class FileReport:
    """All that is said about one draft; `error` is set, and the rest empty, when it could not be read."""

    path: str
    document: Document | None = None
    context: Context = Context()
    language: str | None = None
    findings: tuple[Finding, ...] = ()
    metrics: Mapping[str, float | int | None] = field(default_factory=dict)
    messages: tuple[Coverage, ...] = ()
    skipped: tuple[Skip, ...] = ()
    crashed: tuple[str, ...] = ()  # rules that broke, each with its error in one line
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The reports of a run, in the order of the paths."""

    files: tuple[FileReport, ...]

    def findings(self) -> Iterator[Finding]:
        """Every finding that is not suppressed."""
        return (f for file in self.files for f in file.findings if f.suppressed is None)


class UnreadableError(Exception):
    """A draft can't be read; the message says what was expected, in one Norwegian line without the path."""


PathLike = str | Path
