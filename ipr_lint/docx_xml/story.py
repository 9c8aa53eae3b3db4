"""What the walker hands out: a part's paragraphs with their visible text, pictures, comment marks and notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lxml.etree import _Element

from ipr_lint.docx_xml.cells import Cell

View = Literal["accepted", "original"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Visible text of one child of a run: 0-based run in the paragraph, offset in the run's text, link around it.

    `listed` text is gathered from elsewhere in the document: a table of contents, an index.
    """

    run: int
    offset: int
    text: str
    element: _Element  # the w:r
    href: str | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in a paragraph: the run it hangs in and how much visible text of the paragraph stands before it."""

    run: int
    at: int
    element: _Element


@dataclass(slots=True)
class Paragraph:
    """A `w:p`, 1-based `number` in its part. `joins` means that its end is removed: the next one continues it.

    `objects` are offsets in its visible text at which something stands that is no text, or text that nobody sees.
    """

    number: int
    element: _Element
    cell: Cell | None = None
    textbox: bool = False
    note: str = ""
    joins: bool = False
    gone: bool = False
    fragments: list[Fragment] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    runs: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class CommentMark:
    """A comment's range start, range end or reference.

    `paragraph` is an index into the part's paragraphs, `at` an offset in that one's visible text.
    """

    id: str
    kind: str
    paragraph: int
    at: int


@dataclass(slots=True)
class Story:
    """A part as read: what the walker found in document order.

    `held` has for each comment what stands within its range: (footnote or endnote, id) of a note mark, and (textbox,
    number) of a paragraph in a box.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    comments: list[CommentMark] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # (footnote or endnote, id) that a reader sees
    held: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    placeholders: int = 0
