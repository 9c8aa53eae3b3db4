"""Findings and an opened draft in; comments and tracked changes in its XML out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml.etree import _Element

from ipr_lint.docx_xml.draft import WordText
from ipr_lint.docx_xml.names import free_ids, qn
from ipr_lint.docx_xml.package import Package
from ipr_lint.docx_xml.renewed import Renewed
from ipr_lint.docx_xml.ribbon import Ribbon
from ipr_lint.docx_xml.saving import Saver
from ipr_lint.model import Document, Finding
from ipr_lint.reporters.docx_changes import Changes
from ipr_lint.reporters.docx_comments import Comments, Cover
from ipr_lint.reporters.docx_edits import Chosen, SourceEdit, choose
from ipr_lint.reporters.docx_places import Place, Places, cut
from ipr_lint.reporters.docx_wording import Outcome, Remark, Wording


@dataclass(slots=True)
class _Entered:
    """A tracked change: where it stands in the source, and its first and last element."""

    start: int
    end: int
    first: _Element
    last: _Element


class Markup:
    """One draft while it is written into. All runs are split once, before anything is moved."""

    def __init__(self, package: Package, saver: Saver, document: Document, text: WordText, date: str) -> None:
        self._package, self._saver, self._document, self._text, self._date = package, saver, document, text, date
        self._ribbon = Ribbon(text.lines)
        self._body = package.xml(package.main)
        self._places = Places(document, text, self._body)
        self._renewed = cache(Renewed)  # by the root of a part, asked once its runs are split

    def write(self, findings: list[Finding], wording: Wording, tracked: bool, language: str) -> tuple[int, int]:
        """Write a comment for each finding and one for all that concern the whole text; (comments, changes)."""
        self._saver.changed(self._package.main)
        comments = Comments(self._package, self._saver, self._date)
        spanned = [finding for finding in findings if finding.span is not None]
        whole = [finding for finding in findings if finding.span is None]
        places = [self._places.of(finding.span) for finding in spanned if finding.span is not None]
        title = self._places.title()
        chosen = choose(self._document, spanned) if tracked else [Chosen([]) for _ in spanned]
        self._split([*places, title], chosen)
        entered = self._enter(chosen, language)
        for finding, place, changes, one in zip(spanned, places, entered, chosen, strict=True):
            done = _outcome(one, changes) if tracked and finding.fixes else ""
            comments.add(wording.comment(Remark(finding, place.belongs, done)), self._cover(place, changes))
        if whole:
            remarks = [Remark(finding, "", "by hand" if tracked and finding.fixes else "") for finding in whole]
            comments.add(wording.whole(remarks), self._cover(title, []))
        return len(spanned) + bool(whole), sum(map(bool, entered))

    def _split(self, places: list[Place], chosen: list[Chosen]) -> None:
        for place in places:
            cut(self._ribbon, place)
        for edit in _edits(chosen):
            self._ribbon.cut(edit.start, edit.end, isolate=True)
        self._ribbon.split()

    def _enter(self, chosen: list[Chosen], language: str) -> list[list[_Entered]]:
        """Enter what can be; for each finding its changes, one for each edit, in order."""
        changes = Changes(self._ribbon, free_ids(self._touched(chosen)), self._renewed, self._date, language)
        entered: list[list[_Entered]] = []
        for one in chosen:
            entered.append([])
            for unit in one.units:
                if all(changes.can_enter(edit) for edit in unit):
                    made = [(edit, changes.enter(edit)) for edit in unit]
                    entered[-1] += [_Entered(edit.start, edit.end, some[0], some[-1]) for edit, some in made]
        return entered

    def _touched(self, chosen: list[Chosen]) -> list[_Element]:
        """The roots of the parts that edits fall in; they will be written anew."""
        offsets = sorted(edit.start for edit in _edits(chosen))
        if not offsets:
            return []
        parts = {self._package.main: None}
        lines = iter(self._text.lines)
        line = next(lines)
        for offset in offsets:
            while line.end < offset:
                line = next(lines)
            parts[line.part] = None
        return [self._saver.changed(part) for part in parts]

    def _cover(self, place: Place, changes: list[_Entered]) -> Cover:
        """The elements a comment covers, changes of the same finding that touch its ends included."""
        cover = self._covered(place)
        first, last, empty = cover.first, cover.last, cover.empty
        for change in changes if place.element is None and not place.belongs else ():
            if change.start <= place.start <= change.end:
                first, empty = change.first, ""
            if change.start <= place.end <= change.end:
                last, empty = change.last, ""
        around = self._renewed(self._body).around
        if empty == "after":  # beside the last element; the range is empty
            first = last = around(last)[1]
        return Cover(around(first)[0], around(last)[1], empty)

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


def _edits(chosen: list[Chosen]) -> Iterator[SourceEdit]:
    return (edit for one in chosen for unit in one.units for edit in unit)


def _outcome(chosen: Chosen, changes: list[_Entered]) -> Outcome:
    """Whether all places of a finding were changed, some, or none."""
    if not changes:
        return "by hand"
    return "in" if chosen.whole and len(changes) == sum(map(len, chosen.units)) else "some in"
