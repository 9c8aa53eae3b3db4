"""The lines of a draft in; any range of its source as whole runs, split where the range begins and ends, out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from ipr_lint.docx_xml.draft import Line, Placed
from ipr_lint.docx_xml.names import free_ids
from ipr_lint.docx_xml.split import split_run


@dataclass(frozen=True, slots=True)
class Segment:
    """`source[start:end]` and the run that now holds exactly this text."""

    start: int
    end: int
    run: _Element


@dataclass(slots=True)
class _Wanted:
    offsets: set[int] = field(default_factory=set)
    isolate: bool = False


class Ribbon:
    """All visible text of a draft as one strip. Ask for the cuts first, then `split` once: linear in text and cuts."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._placed = [placed for line in lines for placed in line.fragments]
        self._starts = [placed.start for placed in self._placed]
        self._wanted: dict[_Element, _Wanted] = {}
        self._segments: list[Segment] = []
        self._segment_starts: list[int] = []

    def cut(self, start: int, end: int, isolate: bool = False) -> None:
        """Ask for run boundaries at both ends; `isolate` as in `split_run`, for every run in the range."""
        for at in (start, end):
            for placed in self._touching(at, at):
                self._want(placed).offsets.add(placed.fragment.offset + at - placed.start)
        if isolate:
            for placed in self._touching(start, end):
                self._want(placed).isolate = True

    def split(self) -> None:
        """Split the runs as asked; from here on `segments` answers."""
        ids = free_ids({run.getroottree().getroot() for run in self._wanted})
        pieces = {run: split_run(run, wanted.offsets, ids, wanted.isolate) for run, wanted in self._wanted.items()}
        for placed in self._placed:
            for segment in _segments(placed, pieces):
                if self._segments and self._segments[-1].run is segment.run:  # two children of one run
                    segment = Segment(self._segments.pop().start, segment.end, segment.run)
                self._segments.append(segment)
        self._segment_starts = [segment.start for segment in self._segments]

    def segments(self, start: int, end: int) -> list[Segment]:
        """The segments in a range that was asked for; for an empty range none."""
        low = bisect_left(self._segment_starts, start)
        high = bisect_left(self._segment_starts, end)
        return self._segments[low:high]

    def before(self, at: int) -> Segment | None:
        """The segment that ends at this offset."""
        index = bisect_left(self._segment_starts, at) - 1
        found = self._segments[index] if index >= 0 else None
        return found if found and found.end == at else None

    def after(self, at: int) -> Segment | None:
        """The segment that begins at this offset."""
        index = bisect_left(self._segment_starts, at)
        found = self._segments[index] if index < len(self._segments) else None
        return found if found and found.start == at else None

    def _want(self, placed: Placed) -> _Wanted:
        return self._wanted.setdefault(placed.fragment.element, _Wanted())

    def _touching(self, start: int, end: int) -> Iterator[Placed]:
        index = max(bisect_right(self._starts, start) - 1, 0)
        if index and self._placed[index].start == start:
            index -= 1
        while index < len(self._placed) and self._placed[index].start <= end:
            if self._placed[index].end >= start:
                yield self._placed[index]
            index += 1


def _segments(placed: Placed, pieces: dict[_Element, list[tuple[int, int, _Element]]]) -> Iterator[Segment]:
    """What a fragment became: the cuts of its run fall in it or between it and the next."""
    run, shift = placed.fragment.element, placed.start - placed.fragment.offset
    first, last = placed.fragment.offset, placed.fragment.offset + len(placed.fragment.text)
    for start, end, part in pieces.get(run, [(first, last, run)]):
        low, high = max(start, first), min(end, last)
        if low < high:
            yield Segment(low + shift, high + shift, part)
