"""The root of a Word part in; its paragraphs in document order, each with the text a reader sees, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element

from ipr_lint.docx_xml.cells import Tables
from ipr_lint.docx_xml.fields import Fields, is_listing, link_target
from ipr_lint.docx_xml.hidden import Hidden
from ipr_lint.docx_xml.names import attribute, find, qn
from ipr_lint.docx_xml.remarks import COMMENT_MARKS, NOTE_MARKS, Remarks
from ipr_lint.docx_xml.story import Fragment, Paragraph, Picture, Story, View
from ipr_lint.docx_xml.text import atoms, is_formula, is_object, is_placeholder

_REMOVED = {
    "accepted": frozenset({qn("w:del"), qn("w:moveFrom")}),
    "original": frozenset({qn("w:ins"), qn("w:moveTo")}),
}
_OPAQUE = frozenset(qn(name) for name in ("w:rPr", "w:pPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:rt"))
_PICTURES = frozenset(qn(name) for name in ("w:drawing", "w:pict", "w:object"))


class _Walker:
    def __init__(self, root: _Element, view: View, links: Mapping[str, str], hidden: Hidden) -> None:
        self._removed, self._links, self._unseen = _REMOVED[view], links, hidden
        self._fields, self._tables = Fields(root), Tables(view)
        self._open: list[Paragraph] = []
        self._hrefs: list[str | None] = []
        self._boxes = self._hidden = self._listings = 0
        self._note = ""
        self.story = Story()
        self._remarks = Remarks(self.story)

    def start(self, element: _Element) -> bool:
        """Enter an element; True when its inside is to be skipped."""
        tag = element.tag
        if tag in _OPAQUE or (tag == qn("mc:Fallback") and _has_choice(element)):
            return True
        if tag == qn("w:p"):
            self._paragraph(element)
        elif tag == qn("w:r"):
            self._run(element)
        elif tag in COMMENT_MARKS:
            self._remarks.mark(element, self._open[-1] if self._open else None)
        elif tag in NOTE_MARKS and not self._hidden:
            self._remarks.note(element)
        elif tag in _PICTURES and self._open and not self._hidden:
            self._open[-1].pictures.append(Picture(self._open[-1].runs - 1, self._open[-1].length, element))
        placeholder = not self._hidden and is_placeholder(element)
        self.story.placeholders += placeholder
        if self._open and (placeholder or is_formula(element)):
            self._object()
        self._hidden += self._hides(element)
        self._nest(element, 1)
        return False

    def end(self, element: _Element) -> None:
        """Leave an element that was entered."""
        if element.tag == qn("w:p"):
            self._open.pop()
        self._nest(element, -1)
        self._hidden -= self._hides(element)

    def _nest(self, element: _Element, step: int) -> None:
        tag = element.tag
        if tag == qn("w:txbxContent"):
            self._boxes += step
        elif tag in (qn("w:footnote"), qn("w:endnote")):
            self._note = (attribute(element, "w:id") or "") if step > 0 else ""
        elif tag in (qn("w:hyperlink"), qn("w:fldSimple")):
            if step > 0:
                self._hrefs.append(self._href(element))
            else:
                self._hrefs.pop()
            self._listings += step * is_listing(attribute(element, "w:instr") or "")
        (self._tables.enter if step > 0 else self._tables.leave)(element)

    def _hides(self, element: _Element) -> bool:
        if element.tag in self._removed:
            return True
        if element.tag in (qn("w:tr"), qn("w:tc")):
            return self._tables.is_removed(element)
        return is_placeholder(element)

    def _paragraph(self, element: _Element) -> None:
        mark = find(element, "w:pPr", "w:rPr")
        joins = mark is not None and any(child.tag in self._removed for child in mark)
        paragraph = Paragraph(len(self.story.paragraphs) + 1, element, self._tables.cell, self._boxes > 0, self._note,
                              joins, self._hidden > 0)
        self.story.paragraphs.append(paragraph)
        self._open.append(paragraph)
        if paragraph.textbox:
            self._remarks.boxed(paragraph)

    def _run(self, element: _Element) -> None:
        if not self._open:
            return
        paragraph, offset = self._open[-1], 0
        hidden = self._unseen.is_hidden(element, paragraph.element)
        texts = dict(atoms(element))
        for child in element:
            text = texts.get(child, "")
            if child.tag == qn("w:fldChar") and self._fields.char(child, (paragraph.number, paragraph.length)):
                self._object()
            elif child.tag == qn("w:instrText"):
                self._fields.instruction(child)
            elif hidden if text else is_object(child):
                self._object()
            if text and not hidden and not self._hidden and self._fields.shown:
                href = self._hrefs[-1] if self._hrefs else self._fields.href
                listed = self._fields.listing or self._listings > 0
                paragraph.fragments.append(Fragment(paragraph.runs, offset, text, element, href, listed))
                paragraph.length += len(text)
            offset += len(text)
        paragraph.runs += 1

    def _object(self) -> None:
        if not self._hidden and self._fields.shown:
            self._open[-1].objects.append(self._open[-1].length)

    def _href(self, element: _Element) -> str | None:
        if element.tag == qn("w:fldSimple"):
            return link_target(attribute(element, "w:instr") or "")
        anchor = attribute(element, "w:anchor")
        return self._links.get(attribute(element, "r:id") or "") or (f"#{anchor}" if anchor else None)


def _has_choice(fallback: _Element) -> bool:
    parent = fallback.getparent()
    return parent is not None and parent.find(qn("mc:Choice")) is not None


def walk(root: _Element, view: View, links: Mapping[str, str], hidden: Hidden) -> Story:
    """Read a part; `links` are the targets of its hyperlink relations by id."""
    walker = _Walker(root, view, links, hidden)
    events: Iterator[tuple[str, _Element]] = etree.iterwalk(root, events=("start", "end"))
    skipped: list[_Element] = []
    for event, element in events:
        if event == "end":
            if skipped and skipped[-1] is element:
                skipped.pop()
            else:
                walker.end(element)
        elif walker.start(element):
            skipped.append(element)
            events.skip_subtree()  # type: ignore[attr-defined]
    return walker.story
