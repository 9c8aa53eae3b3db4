"""A run and offsets in its text in; the runs it was split into, formatting copied, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from ipr_lint.docx_xml.make import make
from ipr_lint.docx_xml.names import qn
from ipr_lint.docx_xml.text import TEXT, atoms

Part = tuple[_Element, str]  # a child of a run and its text
_NOTHING_TO_SEE = frozenset({qn("w:lastRenderedPageBreak")})


def split_run(
    run: _Element, offsets: Iterable[int], ids: Iterator[int], isolate: bool = False
) -> list[tuple[int, int, _Element]]:
    """Split a run in place; (start, end, run) of what stands there now, offsets in the text of the run as it was.

    `ids` are free, for what somebody has tracked in the formatting: no two elements may have one.
    With `isolate`, anything but text (a picture, a field mark, a note mark) gets a run of its own, so that text can be
    deleted without it.
    """
    wanted = frozenset(offsets)
    groups: list[tuple[int, list[Part]]] = [(0, [])]
    at, alone = 0, False
    for child, text in _parts(run):
        for part, piece in _cut(child, text, at, wanted):
            lone = isolate and not piece and part.tag not in _NOTHING_TO_SEE
            if groups[-1][1] and (at in wanted or lone or alone):
                groups.append((at, []))
            groups[-1][1].append((part, piece))
            at += len(piece)
            alone = lone
    return list(_regrouped(run, groups, ids))


def _parts(run: _Element) -> list[Part]:
    texts = dict(atoms(run))
    return [(child, texts.get(child, "")) for child in run if child.tag != qn("w:rPr")]


def _cut(child: _Element, text: str, at: int, wanted: frozenset[int]) -> Iterator[Part]:
    """A child cut at the wanted offsets inside its text; only `w:t` and `w:delText` can be."""
    cuts = [offset for offset in range(at + 1, at + len(text)) if offset in wanted] if child.tag in TEXT else []
    if not cuts:
        yield child, text
        return
    for start, end in zip([at, *cuts], [*cuts, at + len(text)], strict=True):
        part = child if start == at else etree.Element(child.tag)
        yield _with_text(part, text[start - at:end - at]), text[start - at:end - at]


def _with_text(element: _Element, text: str) -> _Element:
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def _regrouped(
    run: _Element, groups: list[tuple[int, list[Part]]], ids: Iterator[int]
) -> Iterator[tuple[int, int, _Element]]:
    target = run
    for index, (start, parts) in enumerate(groups):
        if index:
            following = empty_copy(run)
            for history in following.iter(qn("w:rPrChange")):
                history.set(qn("w:id"), str(next(ids)))
            target.addnext(following)
            target = following
        for child, _ in parts:
            if child.getparent() is not target:
                target.append(child)
        yield start, start + sum(len(text) for _, text in parts), target


def empty_copy(run: _Element) -> _Element:
    """A run with the same formatting and nothing in it."""
    copy = make("w:r")
    for name, value in run.attrib.items():
        copy.set(name, value)
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        copy.append(deepcopy(properties))
    return copy
