"""Edits of the source in; tracked changes in the runs they fall on out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from ipr_lint.docx_xml.make import add_text, make
from ipr_lint.docx_xml.names import qn
from ipr_lint.docx_xml.renewed import Renewed
from ipr_lint.docx_xml.ribbon import Ribbon, Segment
from ipr_lint.docx_xml.split import empty_copy
from ipr_lint.reporters.docx_comments import AUTHOR
from ipr_lint.reporters.docx_edits import SourceEdit

SUGGESTED = {"nb": f"{AUTHOR} (forslag)", "en": f"{AUTHOR} (suggestion)"}
_INSERTED = frozenset({qn("w:ins"), qn("w:moveTo")})
_REMOVED = frozenset({qn("w:del"), qn("w:moveFrom")})


class Changes:
    """Enters tracked changes; each is one `w:del`, one `w:ins` or both, beside what others have tracked."""

    def __init__(self, ribbon: Ribbon, ids: Iterator[int], renewed: Callable[[_Element], Renewed], date: str,
                 language: str) -> None:
        """`renewed` tells what is made anew in the part with that root."""
        self._ribbon, self._ids, self._renewed = ribbon, ids, renewed
        self._date, self._language = date, language

    def can_enter(self, edit: SourceEdit) -> bool:
        """False where a change would be lost or invalid: in what Word makes anew and in text that is removed."""
        segments = self._ribbon.segments(edit.start, edit.end)
        if not segments:
            near = self._ribbon.before(edit.start) or self._ribbon.after(edit.start)
            segments = [near] if near and edit.start == edit.end else []
        return bool(segments) and all(
            _can_part(run) and not self._renewed(run.getroottree().getroot()).is_closed(run)
            for run in (segment.run for segment in segments))

    def enter(self, edit: SourceEdit) -> list[_Element]:
        """Enter one edit; the elements of the change in document order."""
        segments = self._ribbon.segments(edit.start, edit.end)
        deleted = [self._delete(segment, edit) for segment in segments]
        if not edit.text:
            return deleted
        if deleted:
            return [*deleted, self._insert(edit, segments[0].run, deleted[-1])]
        if near := self._ribbon.before(edit.start):
            return [self._insert(edit, near.run, near.run)]
        near = self._ribbon.after(edit.start)
        assert near is not None  # can_enter has seen it
        return [self._insert(edit, near.run, near.run, before=True)]

    def _delete(self, segment: Segment, edit: SourceEdit) -> _Element:
        change, run = self._change("w:del", edit), segment.run
        run.addprevious(change)
        change.append(run)
        for text in run.iterchildren(qn("w:t")):
            text.tag = qn("w:delText")
        return change

    def _insert(self, edit: SourceEdit, template: _Element, beside: _Element, before: bool = False) -> _Element:
        change, run = self._change("w:ins", edit), empty_copy(template)
        for history in run.iter(qn("w:rPrChange")):
            history.getparent().remove(history)  # type: ignore[union-attr]
        change.append(add_text(run, edit.text))
        outer = beside.getparent()
        if outer is not None and outer.tag in _INSERTED:
            self._part(outer, beside, before)
            beside = outer
        (beside.addprevious if before else beside.addnext)(change)
        return change

    def _part(self, outer: _Element, at: _Element, before: bool) -> None:
        """Split somebody's insertion, since one insertion can't hold another."""
        following = list(at.itersiblings()) if not before else [at, *at.itersiblings()]
        if not following or (before and at.getprevious() is None):
            return
        rest = make("w:ins" if outer.tag == qn("w:ins") else "w:moveTo")
        for name, value in outer.attrib.items():
            rest.set(name, value)
        rest.set(qn("w:id"), str(next(self._ids)))
        outer.addnext(rest)
        rest.extend(following)

    def _change(self, name: str, edit: SourceEdit) -> _Element:
        author = AUTHOR if edit.safe else SUGGESTED[self._language]
        return make(name, id=str(next(self._ids)), author=author, date=self._date)


def _can_part(run: _Element) -> bool:
    """Whether nobody has removed the run, and an insertion it is part of can be parted there."""
    parent = run.getparent()
    for ancestor in run.iterancestors():
        if ancestor.tag == qn("w:p"):
            break
        if ancestor.tag in _REMOVED or (ancestor.tag in _INSERTED and ancestor is not parent):
            return False  # an insertion around a link or control can't be parted here
    return True
