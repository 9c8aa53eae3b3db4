"""Findings with fixes in; the edits of the source that can stand beside each other out."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from ipr_lint.model import Document, Finding, Fix
from ipr_lint.source_map import source_range


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """Replace `source[start:end]`, which stands in one block, by `text`."""

    start: int
    end: int
    text: str
    block: int
    safe: bool


Unit = list[SourceEdit]  # edits that belong together, such as the two of a pair of quotation marks


@dataclass(slots=True)
class Chosen:
    """The units of one finding that can be entered, and whether these are all of them."""

    units: list[Unit]
    whole: bool = True


def choose(document: Document, findings: list[Finding]) -> list[Chosen]:
    """The edits of each finding's first fix that overlap no fix already chosen, by place; in the order of the findings.

    Safe fixes are chosen before suggested ones, earlier before later. A finding with many places (its related spans)
    has a unit for each: a unit is chosen whole or not at all. Each edit is cut down to what differs.
    """
    chosen = [Chosen([]) for _ in findings]
    taken: list[tuple[int, int]] = []
    order = sorted((index for index, finding in enumerate(findings) if finding.fixes),
                   key=lambda index: not findings[index].fixes[0].safe)
    for index in order:
        for unit in _units(document, findings[index]):
            if _overlap(unit) or not all(_is_free(taken, edit) for edit in unit):
                chosen[index].whole = False
                continue
            for edit in unit:
                taken.insert(bisect_left(taken, (edit.start, edit.end)), (edit.start, edit.end))
            chosen[index].units.append(unit)
    return chosen


def _units(document: Document, finding: Finding) -> list[Unit]:
    """The edits of the first fix: those within one place of the finding together, others of one block together."""
    places = [source_range(document.blocks[span.block].pieces, span.start, span.end)
              for span in (finding.span, *finding.related) if span is not None]
    units: dict[tuple[int, int] | int, Unit] = {}
    for edit in _source_edits(document, finding.fixes[0]):
        at = next((place for place in places if place[0] <= edit.start and edit.end <= place[1]), edit.block)
        units.setdefault(at, []).append(edit)
    return sorted(units.values(), key=lambda unit: (unit[0].start, unit[0].end))


def _source_edits(document: Document, fix: Fix) -> list[SourceEdit]:
    edits = []
    for edit in fix.edits:
        block = document.blocks[edit.span.block]
        start, end = source_range(block.pieces, edit.span.start, edit.span.end)
        if block.text and document.source[start:end] != edit.text:
            edits.append(_trimmed(document.source, SourceEdit(start, end, edit.text, block.id, fix.safe)))
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def _trimmed(source: str, edit: SourceEdit) -> SourceEdit:
    """Leave alone what both texts begin and end with; a replacement keeps whole words, which are easier to judge."""
    old, head, tail = source[edit.start:edit.end], 0, 0
    shorter = min(len(old), len(edit.text))
    while head < shorter and old[head] == edit.text[head]:
        head += 1
    while tail < shorter - head and old[-1 - tail] == edit.text[-1 - tail]:
        tail += 1
    if head + tail < shorter:
        while head and old[head - 1].isalnum():
            head -= 1
        while tail and old[-tail].isalnum():
            tail -= 1
    text = edit.text[head:len(edit.text) - tail]
    return SourceEdit(edit.start + head, edit.end - tail, text, edit.block, edit.safe)


def _is_free(taken: list[tuple[int, int]], edit: SourceEdit) -> bool:
    """Whether no chosen edit overlaps this one; beside an insertion nothing else may stand."""
    index = bisect_left(taken, (edit.start, edit.end))
    neighbours = taken[max(index - 1, 0):index + 1]
    return not any(_collide(start, end, edit.start, edit.end) for start, end in neighbours)


def _overlap(edits: list[SourceEdit]) -> bool:
    return any(_collide(one.start, one.end, two.start, two.end) for one, two in pairwise(edits))


def _collide(start: int, end: int, other_start: int, other_end: int) -> bool:
    if start == end or other_start == other_end:
        return start <= other_end and other_start <= end
    return start < other_end and other_start < end
