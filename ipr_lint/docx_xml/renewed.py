"""A run of a Word part in; whether Word makes its text anew by itself, and where that stretch begins and ends, out.

Results of fields, controls bound to other data, locked controls and lists: a mark inside is lost, a tracked change too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from ipr_lint.docx_xml.fields import keyword
from ipr_lint.docx_xml.names import attribute, find, qn, value_of

_KEPT = frozenset({"HYPERLINK", "FORMTEXT"})  # their results are written by people
_LOCKS = frozenset({"contentLocked", "sdtContentLocked"})
_LISTS = ("w:dropDownList", "w:comboBox")


@dataclass(slots=True)
class _Field:
    begin: _Element
    keyword: str = ""
    runs: list[_Element] = field(default_factory=list)
    result: bool = False


class Renewed:
    """The fields of one part, once its runs are split."""

    def __init__(self, root: _Element) -> None:
        self._fields: dict[_Element, tuple[_Element, _Element]] = {}  # run of a result -> runs of begin and end
        for one, end in _fields(root):
            if one.keyword not in _KEPT:
                self._fields.update(dict.fromkeys(one.runs, (one.begin, end)))

    def is_closed(self, run: _Element) -> bool:
        """Whether a tracked change in this run would be lost, or could not be accepted."""
        if run in self._fields:
            return True
        return any(_is_simple(item) or _is_bound(item) or _is_locked(item) for item in run.iterancestors())

    def around(self, element: _Element) -> tuple[_Element, _Element]:
        """The first and last element between which marks on this one survive: itself, but for what is renewed."""
        first = last = element
        for ancestor in element.iterancestors():
            if ancestor.tag == qn("w:p"):
                break  # outside of paragraphs there is no place for marks
            if _is_bound(ancestor) or _is_simple(ancestor):
                first = last = ancestor
        begin, end = self._fields.get(element, (first, last))
        if begin.getparent() is end.getparent():  # a field within one paragraph
            return begin, end
        return first, last


def _is_bound(element: _Element) -> bool:
    """Whether this is a content control that Word fills anew from other data when it opens the file."""
    return element.tag == qn("w:sdt") and find(element, "w:sdtPr", "w:dataBinding") is not None


def _is_locked(element: _Element) -> bool:
    if element.tag != qn("w:sdt"):
        return False
    locked = value_of(element, "w:sdtPr", "w:lock") in _LOCKS
    return locked or any(find(element, "w:sdtPr", name) is not None for name in _LISTS)


def _is_simple(element: _Element) -> bool:
    return element.tag == qn("w:fldSimple") and keyword(attribute(element, "w:instr") or "") not in _KEPT


def _fields(root: _Element) -> Iterator[tuple[_Field, _Element]]:
    """Every field with its end, inner ones before outer ones; the runs of a result include those of inner fields."""
    opened: list[_Field] = []
    for run in root.iter(qn("w:r")):
        for child in run:
            if child.tag == qn("w:instrText") and opened and not opened[-1].keyword:
                opened[-1].keyword = keyword(child.text or "")
            kind = attribute(child, "w:fldCharType") if child.tag == qn("w:fldChar") else None
            if kind == "begin":
                opened.append(_Field(run))
            elif kind == "separate" and opened:
                opened[-1].result = True
            elif kind == "end" and opened:
                yield opened.pop(), run
        for one in opened:
            if one.result:
                one.runs.append(run)
