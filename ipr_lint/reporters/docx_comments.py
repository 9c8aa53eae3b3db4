"""Comment texts and the elements they belong to in; the comments part and its marks in the body out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lxml import etree
from lxml.etree import _Element

from ipr_lint.docx_xml.make import add_text, make
from ipr_lint.docx_xml.names import NAMESPACES, attribute, number_of, qn, value_of
from ipr_lint.docx_xml.package import Package
from ipr_lint.docx_xml.saving import Saver

AUTHOR = "ipr-lint"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_WRAPPERS = frozenset(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "sdt"))
_STYLES = {"text": "annotation text", "mark": "annotation reference"}


@dataclass(frozen=True, slots=True)
class Cover:
    """What a comment covers: from one element to another, or the empty place `before` or `after` the first."""

    first: _Element
    last: _Element
    empty: Literal["", "before", "after"] = ""


class Comments:
    """Writes comments by «ipr-lint» with one date for all; ids go on from those in the file."""

    def __init__(self, package: Package, saver: Saver, date: str) -> None:
        part = package.related(package.main, "comments")
        if part is None:
            self._root = etree.Element(qn("w:comments"), nsmap={"w": NAMESPACES["w"]})
            saver.add("comments.xml", self._root, "comments", _TYPE)
        else:
            self._root = saver.changed(part)
        marks = package.xml(package.main).iter(*(qn(f"w:comment{mark}") for mark in ("RangeStart", "Reference")))
        taken = (number_of(attribute(item, "w:id"), 0) for item in (*self._root, *marks))
        self._next = max(taken, default=-1) + 1
        self._date = date
        self._styles = _style_ids(package)
        self._hosts = _hosts(package.xml(package.main))

    def add(self, paragraphs: list[str], cover: Cover) -> None:
        """Add a comment on these elements."""
        key = str(self._next)
        self._next += 1
        self._root.append(self._comment(key, paragraphs))
        start, end = make("w:commentRangeStart", id=key), make("w:commentRangeEnd", id=key)
        if cover.first.tag == qn("w:p"):  # without text
            cover.first.extend([start, end])
        elif cover.empty == "after":
            cover.first.addnext(start)
            start.addnext(end)
        else:
            cover.first.addprevious(start)
            (start if cover.empty else cover.last).addnext(end)
        self._refer(end, key)

    def _refer(self, end: _Element, key: str) -> None:
        """Put the reference mark behind the range, outside whatever may take it away.

        Rejecting an insertion would remove a mark inside it; LibreOffice (7.4) loses the text before a mark in a
        content control.
        """
        after = paragraph = end
        for ancestor in end.iterancestors():
            if ancestor.tag == qn("w:p"):
                paragraph = ancestor
                break
            if ancestor.tag in _WRAPPERS:
                after = ancestor
        host = self._hosts.get(paragraph, paragraph)
        if host is paragraph:
            after.addnext(self._reference(key))
        else:
            first = host.find(qn("w:pPr"))
            host.insert(0 if first is None else 1, self._reference(key))

    def _reference(self, key: str) -> _Element:
        run = self._styled(make("w:r"), "mark")
        run.append(make("w:commentReference", id=key))
        return run

    def _comment(self, key: str, paragraphs: list[str]) -> _Element:
        comment = make("w:comment", id=key, author=AUTHOR, date=self._date, initials="ipr")
        for number, text in enumerate(paragraphs):
            paragraph = etree.SubElement(comment, qn("w:p"))
            if self._styles.get("text"):
                properties = etree.SubElement(paragraph, qn("w:pPr"))
                properties.append(make("w:pStyle", val=self._styles["text"]))
            if number == 0:
                run = self._styled(make("w:r"), "mark")
                run.append(make("w:annotationRef"))
                paragraph.append(run)
            paragraph.append(add_text(make("w:r"), text))
        return comment

    def _styled(self, run: _Element, kind: str) -> _Element:
        if self._styles.get(kind):
            properties = etree.SubElement(run, qn("w:rPr"))
            properties.append(make("w:rStyle", val=self._styles[kind]))
        return run


def _style_ids(package: Package) -> dict[str, str]:
    part = package.related(package.main, "styles")
    root = None if part is None else package.xml(part)
    names = {value_of(style, "w:name"): attribute(style, "w:styleId") or ""
             for style in (() if root is None else root.iter(qn("w:style")))}
    return {kind: names.get(name, "") for kind, name in _STYLES.items()}


def _hosts(body: _Element) -> dict[_Element, _Element]:
    """For the first paragraph of every content control around paragraphs, the nearest later one that is none."""
    first = {paragraph for control in body.iter(qn("w:sdt")) if (paragraph := _first_paragraph(control)) is not None}
    found, waiting = {}, list[_Element]()
    for paragraph in body.iter(qn("w:p")) if first else ():
        if paragraph in first:
            waiting.append(paragraph)
        elif waiting and next(paragraph.iterancestors(qn("w:txbxContent")), None) is None:
            found.update(dict.fromkeys(waiting, paragraph))
            waiting = []
    return found


def _first_paragraph(control: _Element) -> _Element | None:
    """None for a control inside a paragraph or a text box."""
    outside = next(control.iterancestors(qn("w:p"), qn("w:txbxContent")), None)
    return next(control.iter(qn("w:p")), None) if outside is None else None
