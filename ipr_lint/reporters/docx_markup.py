"""Findings and an opened draft in; comments and tracked changes in its XML out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from ipr_lint.docx_xml.draft import WordText
from ipr_lint.docx_xml.names import qn
from ipr_lint.docx_xml.package import Package
from ipr_lint.docx_xml.ribbon import Ribbon
from ipr_lint.docx_xml.saving import Saver
from ipr_lint.model import Document, Finding
from ipr_lint.reporters.docx_changes import Changes, free_ids, is_bound
from ipr_lint.reporters.docx_comments import Comments, Cover
from ipr_lint.reporters.docx_edits import SourceEdit, choose
from ipr_lint.reporters.docx_places import Place, Places, cut
from ipr_lint.reporters.docx_wording import Remark, Wording


@dataclass(slots=True)
class _Entered:
    """The tracked change of one finding: where it stands in the source, and its first and last element."""

    start: int
    end: int
    first: _Element
    last: _Element


class Markup:
    """One draft while it is written into. All runs are split once, before anything is moved."""

    def __init__(self, package: Package, saver: Saver, document: Document, text: WordText, date: str) -> None:
        self._package, self._saver, self._document, self._text, self._date = package, saver, document, text, date
        self._ribbon = Ribbon(text.lines)
        self._places = Places(document, text, package.xml(package.main))

    def write(self, findings: list[Finding], wording: Wording, tracked: bool, language: str) -> tuple[int, int]:
        """Write a comment for each finding and one for all that concern the whole text; (comments, changes)."""
        self._saver.changed(self._package.main)
        comments = Comments(self._package, self._saver, self._date)
        spanned = [finding for finding in findings if finding.span is not None]
        whole = [finding for finding in findings if finding.span is None]
        places = [self._places.of(finding.span) for finding in spanned if finding.span is not None]
        title = self._places.title()
        edits = choose(self._document, spanned) if tracked else [[] for _ in spanned]
        self._split([*places, title], edits)
        entered = self._enter(edits, language)
        for index, (finding, place) in enumerate(zip(spanned, places, strict=True)):
            done = (index in entered) if tracked and finding.fixes else None
            comments.add(wording.comment(Remark(finding, place.belongs, done)), self._cover(place, entered.get(index)))
        if whole:
            remarks = [Remark(finding, "", False if tracked and finding.fixes else None) for finding in whole]
            comments.add(wording.whole(remarks), self._cover(title, None))
        return len(spanned) + bool(whole), len(entered)

    def _split(self, places: list[Place], edits: list[list[SourceEdit]]) -> None:
        for place in places:
            cut(self._ribbon, place)
        for group in edits:
            for edit in group:
                self._ribbon.cut(edit.start, edit.end, isolate=True)
        self._ribbon.split()

    def _enter(self, edits: list[list[SourceEdit]], language: str) -> dict[int, _Entered]:
        changes = Changes(self._ribbon, free_ids(self._touched(edits)), self._date, language)
        entered = {}
        for index, group in enumerate(edits):
            if not group or not all(changes.can_enter(edit) for edit in group):
                continue
            elements = [element for edit in group for element in changes.enter(edit)]
            entered[index] = _Entered(group[0].start, group[-1].end, elements[0], elements[-1])
        return entered

    def _touched(self, edits: list[list[SourceEdit]]) -> list[_Element]:
        """The roots of the parts that edits fall in; they will be written anew."""
        if not any(edits):
            return []
        offsets = sorted(edit.start for group in edits for edit in group)
        parts = {self._package.main: None}
        lines = iter(self._text.lines)
        line = next(lines)
        for offset in offsets:
            while line.end < offset:
                line = next(lines)
            parts[line.part] = None
        return [self._saver.changed(part) for part in parts]

    def _cover(self, place: Place, change: _Entered | None) -> Cover:
        """The elements a comment covers, a change of the same finding that touches it included."""
        cover = self._covered(place)
        first, last, empty = cover.first, cover.last, cover.empty
        if change and place.element is None and not place.belongs:
            if change.start <= place.start <= change.end:
                first, empty = change.first, ""
            if change.start <= place.end <= change.end:
                last, empty = change.last, ""
        return Cover(_outside(first), _outside(last), empty)

    def _covered(self, place: Place) -> Cover:
        if place.element is not None:
            run = _run_around(place.element)
            return Cover(run, run)
        segments = self._ribbon.segments(place.start, place.end)
        if segments:
            return Cover(_tracked(segments[0].run), _tracked(segments[-1].run))
        before, after = self._ribbon.before(place.start), self._ribbon.after(place.start)
        near = before or after
        assert near is not None  # a place without an element stands in text
        run = _tracked(near.run)
        return Cover(run, run, "after" if before else "before")


def _tracked(run: _Element) -> _Element:
    """A run, or the deletion that we have just put around it."""
    parent = run.getparent()
    return parent if parent is not None and parent.tag == qn("w:del") else run


def _run_around(element: _Element) -> _Element:
    """The outermost run that an element of the body stands in; an empty paragraph stands for itself."""
    runs = [item for item in (element, *element.iterancestors()) if item.tag == qn("w:r")]
    return runs[-1] if runs else element


def _outside(element: _Element) -> _Element:
    """Out of content controls that Word fills anew: a mark inside would be lost."""
    for ancestor in element.iterancestors():
        if is_bound(ancestor):
            element = ancestor
    return element
