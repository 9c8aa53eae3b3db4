"""Collects the blocks of a document in reading order: builders with their marks in, numbered Blocks out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from ipr_lint.model import NOTHING, Block, Kind, Mark, Piece
from ipr_lint.source_map import TextBuilder, strip


class Blocks(list[Block]):
    """The blocks so far; a block's id is its place in the list."""

    def add(self, kind: Kind, builder: TextBuilder, *, level: int = 0, language: str | None = None,
            marks: Iterable[Mark] = (), attributes: Mapping[str, str] = NOTHING) -> Block | None:
        """Append a block of the builder's text without white space at its ends; None if no text is left.

        A paragraph that is bold from end to end says so.
        """
        text, pieces, cut = strip(builder.text, builder.pieces)
        if not text:
            return None
        moved = (_moved(mark, cut, len(text)) for mark in marks)
        there = (mark for mark in moved if mark.start < mark.end or mark.kind == "object")
        kept = tuple(sorted(there, key=lambda mark: mark.start))
        if kind is Kind.PARAGRAPH and _is_bold(kept, text):
            attributes = {**attributes, "bold": "true"}
        block = Block(len(self), kind, text, pieces, level, language, kept, attributes)
        self.append(block)
        return block


def add_image(blocks: Blocks, attributes: Mapping[str, str], source: tuple[int, int]) -> None:
    """Append an image, whose text is empty and whose only piece is where it stands in the source."""
    blocks.append(Block(len(blocks), Kind.IMAGE, "", (Piece(0, 0, *source, verbatim=False),), attributes=attributes))


def _is_bold(marks: Iterable[Mark], text: str) -> bool:
    strong = sorted((mark.start, mark.end) for mark in marks if mark.kind == "strong")
    plain = at = 0
    for start, end in strong:
        plain += len(text[at:start].strip())
        at = max(at, end)
    return bool(strong) and not plain and not text[at:].strip()


def _moved(mark: Mark, cut: int, length: int) -> Mark:
    start = min(max(mark.start - cut, 0), length)
    return replace(mark, start=start, end=min(max(mark.end - cut, start), length))
