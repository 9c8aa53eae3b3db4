"""The comments of a draft as its reader meets them in; suppressions of block ranges out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from ipr_lint.model import Block, MetadataValue, Suppression
from ipr_lint.readers.directives import Directive, parse_any
from ipr_lint.source_map import LINE_END

MOST_DIRECTIVES = 1000  # in one file; more are no longer a person's


@dataclass(slots=True)
class _Next:
    """An «ignorer» that waits for the next element beside it."""

    directive: Directive
    source: tuple[int, int]
    first: int
    depth: int
    opened: bool = False


@dataclass(frozen=True, slots=True)
class _Range:
    """An «av» that waits for its «på»: from `start` in the block with index `first`."""

    directive: Directive
    source: tuple[int, int]
    first: int
    start: int


class Suppressing:
    """Follows a reader through the draft; `blocks` is always the number of blocks that are finished.

    «ignorer» counts for the whole element after it (a list with all its items), or the block it stands in.
    """

    def __init__(self, source: str) -> None:
        """`source` is needed only to name lines."""
        self._source = source
        self._depth = 0
        self._next: list[_Next] = []
        self._ranges: list[_Range] = []
        self._found: list[Suppression] = []
        self._left = MOST_DIRECTIVES
        self.notes: list[str] = []

    def comment(self, text: str, source: tuple[int, int], blocks: int, offset: int = 0) -> None:
        """A comment met after `offset` characters of the block that comes after `blocks` others."""
        directive = parse_any(text)
        self._left -= "ipr-lint" in text
        if self._left < 0:
            return
        if directive is None:
            if text.strip().lower().startswith("ipr-lint:"):
                self.notes.append(f"linje {self._line(source[0])}: «{text.strip()[:60]}» forstås ikke; "
                                  "ventet «ipr-lint: ignorer REGEL – grunn», «av» eller «på»")
        elif directive.action == "ignorer":
            self._next.append(_Next(directive, source, blocks, self._depth))
        elif directive.action == "av":
            self._ranges.append(_Range(directive, source, blocks, offset))
        else:
            self._end_ranges(directive.rules, blocks, offset)

    def enter(self) -> None:
        """An element begins."""
        for waiting in self._next:
            waiting.opened = waiting.opened or waiting.depth == self._depth
        self._depth += 1

    def leave(self, blocks: int) -> None:
        """The element ends, and its blocks are finished."""
        self._depth -= 1
        if not self._next:
            return
        still = []
        for waiting in self._next:
            over = waiting.depth > self._depth or (waiting.opened and waiting.depth == self._depth)
            if over and blocks > waiting.first:
                self._found.append(self._suppression(waiting, waiting.first, blocks - 1))
                continue
            if over:
                waiting.opened, waiting.depth = False, self._depth
            still.append(waiting)
        self._next = still

    def finish(self, blocks: Sequence[Block]) -> tuple[Suppression, ...]:
        """All suppressions, in the order of their comments; a range without «på» reaches to the end."""
        self._found += [self._suppression(one, one.first, max(one.first, len(blocks) - 1)) for one in self._next]
        self._end_ranges((), len(blocks), 0)
        found = [_inside(one, blocks[-1]) for one in self._found] if blocks else []
        return tuple(sorted(found, key=lambda one: one.source or (0, 0)))

    def _end_ranges(self, rules: Iterable[str], blocks: int, offset: int) -> None:
        """End the ranges of these rules, all of them without rules, before `offset` of the unfinished block."""
        ended = set(rules)
        for one in [one for one in self._ranges if not ended or ended & set(one.directive.rules)]:
            self._ranges.remove(one)
            last = blocks if offset else blocks - 1
            if one.first == last:
                self._found.append(self._suppression(one, last, last, one.start, offset or None))
            elif one.first < last:
                self._found.append(self._suppression(one, one.first, last))
            else:  # nothing between the two: kept, so that it is reported as unused
                self._found.append(self._suppression(one, one.first, one.first, 0, 0))

    def _suppression(self, one: _Next | _Range, first: int, last: int, start: int | None = None,
                     end: int | None = None) -> Suppression:
        by = f"kommentar i linje {self._line(one.source[0])}"
        start = None if not start and end is None else start
        return Suppression(one.directive.rules, first, last, one.directive.reason, by, start, end, one.source)

    def _line(self, offset: int) -> int:
        return 1 + sum(1 for _ in LINE_END.finditer(self._source, 0, offset))


def _inside(one: Suppression, last: Block) -> Suppression:
    """A suppression after the last block silences nothing, and stands at its end."""
    if one.first_block <= last.id:
        return replace(one, last_block=min(one.last_block, last.id))
    end = len(last.text)
    return replace(one, first_block=last.id, last_block=last.id, start=end, end=end)


def whole_file(told: MetadataValue, reason: str, blocks: int, source: tuple[int, int]) -> Suppression:
    """The suppression that «ignorer» in the front matter or a `meta` element asks for."""
    directive = parse_any("ipr-lint: ignorer " + (told if isinstance(told, str) else ", ".join(told)))
    assert directive is not None
    return Suppression(directive.rules, 0, max(blocks - 1, 0), reason or directive.reason, "filens metadata",
                       source=source)
