"""A finding in; the place in the body of the Word file where its comment may stand, out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from ipr_lint.docx_xml.draft import Line, WordText
from ipr_lint.docx_xml.names import attribute, qn
from ipr_lint.docx_xml.ribbon import Ribbon
from ipr_lint.docx_xml.title import title_block
from ipr_lint.model import Block, Document, Span, UnreadableError
from ipr_lint.source_map import source_range


@dataclass(frozen=True, slots=True)
class Place:
    """A range of the source, or an element of the body (the run it stands in is meant).

    `belongs` is header, footer, footnote, endnote or textbox when the finding stands there: Word allows no comments
    in those places.
    """

    start: int
    end: int
    element: _Element | None = None
    belongs: str = ""


class Places:
    """Knows where comments may stand in one draft. Raises: UnreadableError, where there is no such place."""

    def __init__(self, document: Document, text: WordText, body: _Element) -> None:
        self._document, self._text = document, text
        self._lines = {(line.part, paragraph.number): line for line in text.lines for paragraph in line.paragraphs}
        shown = [line for line in text.lines if line.place == "body" and not line.paragraphs[0].textbox]
        worded = [line for line in shown if line.fragments] or shown
        ends = (worded[0], worded[-1]) if worded else None
        self._first: Line | _Element
        self._last: Line | _Element
        self._first, self._last = ends or _bare_ends(body)
        self._marks = {
            (place, attribute(mark, "w:id") or ""): mark
            for place in ("footnote", "endnote") for mark in body.iter(qn(f"w:{place}Reference"))
        }

    def of(self, span: Span) -> Place:
        """Where the comment on a span stands."""
        block = self._document.blocks[span.block]
        line = self._line(block)
        if line.place in ("header", "footer"):
            return _whole(self._first if line.place == "header" else self._last, line.place)
        paragraph = next(p for p in line.paragraphs if p.number == _paragraph(block, line))
        if line.place != "body":
            mark = self._marks.get((line.place, paragraph.note))
            return Place(0, 0, mark, line.place) if mark is not None else _whole(self._last, line.place)
        if paragraph.textbox:
            return Place(0, 0, paragraph.element, "textbox")
        start, end = source_range(block.pieces, span.start, span.end)
        return Place(start, end, self._picture(block, line))

    def title(self) -> Place:
        """Where the comment on the whole draft stands: the title, else the first paragraph."""
        block = title_block(self._document.blocks)
        if block is not None and block < len(self._document.blocks):
            place = self.of(self._document.blocks[block].span())
            if not place.belongs:
                return place
        return _whole(self._first, "")

    def _line(self, block: Block) -> Line:
        run = block.pieces[0].run
        assert run is not None  # every piece of Word text has one
        return self._lines[run.part, run.paragraph]

    def _picture(self, block: Block, line: Line) -> _Element | None:
        if block.text:
            return None
        run = block.pieces[0].run
        for paragraph in line.paragraphs:
            for picture in paragraph.pictures:
                if run and (paragraph.number, picture.run) == (run.paragraph, run.run):
                    return picture.element
        return None


def _paragraph(block: Block, line: Line) -> int:
    run = block.pieces[0].run
    return run.paragraph if run else line.paragraphs[0].number


def _whole(near: Line | _Element, belongs: str) -> Place:
    if not isinstance(near, Line):
        return Place(0, 0, near, belongs)
    element = None if near.fragments else near.paragraphs[0].element
    return Place(near.start, near.end, element, belongs)


def _bare_ends(body: _Element) -> tuple[_Element, _Element]:
    """The first and last paragraph of a body that shows no text, such as a form nobody has filled in."""
    every = [one for one in body.iter(qn("w:p")) if next(one.iterancestors(qn("w:txbxContent")), None) is None]
    if not every:
        raise UnreadableError("brødteksten har ingen avsnitt som en kommentar kan stå ved")
    return every[0], every[-1]


def cut(ribbon: Ribbon, place: Place) -> None:
    """Ask for the run boundaries a comment at this place needs."""
    if place.element is None:
        ribbon.cut(place.start, place.end)
