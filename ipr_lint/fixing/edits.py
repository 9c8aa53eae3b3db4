"""An edit of a block's text in; the edits of the source that make it, markup left alone, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ipr_lint.model import Block, Document, Edit
from ipr_lint.source_map import clip


@dataclass(frozen=True, slots=True, order=True)
class SourceEdit:
    """Replace `source[start:end]` by `text`."""

    start: int
    end: int
    text: str

    def touches(self, other: SourceEdit) -> bool:
        """Whether the two can't both be made: they overlap, or one inserts where the other begins or ends."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


def smallest(block: Block, edit: Edit) -> tuple[int, int, str]:
    """The same edit without what stays the same at both ends, so that it covers as little markup as can be."""
    old = block.text[edit.span.start:edit.span.end]
    head = _common(old, edit.text)
    tail = _common(old[head:][::-1], edit.text[head:][::-1])
    return edit.span.start + head, edit.span.end - tail, edit.text[head:len(edit.text) - tail]


def in_source(document: Document, edit: Edit) -> tuple[SourceEdit, ...] | None:
    """The edits of the source; None where a part of the text has no place of its own there.

    Text on both sides of a tag or a `**` is replaced around it.
    """
    block = document.blocks[edit.span.block]
    start, end, text = smallest(block, edit)
    if start == end:
        at = _insertion(block, start)
        return None if at is None else (SourceEdit(at, at, text),) if text else ()
    pieces = clip(block.pieces, start, end)
    whole = [piece for piece in block.pieces if not piece.verbatim and piece.start < end and piece.end > start]
    if any(piece.start < start or piece.end > end or piece.source_start == piece.source_end for piece in whole):
        return None
    ranges: list[list[int]] = []
    for piece in pieces:
        if ranges and ranges[-1][1] == piece.source_start:
            ranges[-1][1] = piece.source_end
        else:
            ranges.append([piece.source_start, piece.source_end])
    (first, last), *others = ranges
    return (SourceEdit(first, last, text), *(SourceEdit(low, high, "") for low, high in others))


def applied(source: str, edits: Iterable[SourceEdit]) -> str:
    """The source with edits that do not touch each other."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        parts += (source[at:edit.start], edit.text)
        at = edit.end
    return "".join(parts) + source[at:]


def _common(one: str, other: str) -> int:
    """How many characters are the same at the start."""
    return next((number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                min(len(one), len(other)))


def _insertion(block: Block, at: int) -> int | None:
    """Where text goes that is put in at a position: after the character before it, or before the first one."""
    for piece in block.pieces:
        if piece.start < at <= piece.end:
            if piece.verbatim:
                return piece.source_start + at - piece.start
            return piece.source_end if at == piece.end else None
    return block.pieces[0].source_start if at == 0 and block.pieces else None
