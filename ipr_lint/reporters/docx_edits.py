"""Findings with fixes in; the edits of the source that can stand beside each other out."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from ipr_lint.model import Document, Finding, Fix
from ipr_lint.source_map import source_range


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """Replace `source[start:end]` by `text`; `finding` is the index of the finding it belongs to."""

    start: int
    end: int
    text: str
    finding: int
    safe: bool


def choose(document: Document, findings: list[Finding]) -> list[list[SourceEdit]]:
    """The edits of each finding's first fix; [] where it has none or one that overlaps a fix already chosen.

    Safe fixes are chosen before suggested ones, earlier before later. A fix is chosen whole or not at all; each edit
    is cut down to what differs. In the order of the findings.
    """
    chosen: list[list[SourceEdit]] = [[] for _ in findings]
    taken: list[tuple[int, int]] = []
    order = sorted((index for index, finding in enumerate(findings) if finding.fixes),
                   key=lambda index: not findings[index].fixes[0].safe)
    for index in order:
        edits = _source_edits(document, findings[index].fixes[0], index)
        if edits and all(_is_free(taken, edit) for edit in edits) and not _overlap(edits):
            for edit in edits:
                taken.insert(bisect_left(taken, (edit.start, edit.end)), (edit.start, edit.end))
            chosen[index] = edits
    return chosen


def _source_edits(document: Document, fix: Fix, finding: int) -> list[SourceEdit]:
    edits = []
    for edit in fix.edits:
        block = document.blocks[edit.span.block]
        start, end = source_range(block.pieces, edit.span.start, edit.span.end)
        if block.text and document.source[start:end] != edit.text:
            edits.append(_trimmed(document.source, SourceEdit(start, end, edit.text, finding, fix.safe)))
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
    return SourceEdit(edit.start + head, edit.end - tail, text, edit.finding, edit.safe)


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
