"""Collects the blocks of a document in reading order: builders with their marks in, numbered Blocks out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ipr_lint.model import NOTHING, Block, Kind, Mark
from ipr_lint.source_map import TextBuilder, strip


class Blocks(list[Block]):
    """The blocks so far; a block's id is its place in the list."""

    def add(self, kind: Kind, builder: TextBuilder, *, level: int = 0, language: str | None = None,
            marks: Iterable[Mark] = (), attributes: Mapping[str, str] = NOTHING) -> Block | None:
        """Append a block of the builder's text without white space at its ends; None if no text is left.

        An image keeps its place without text, since its alternative text may be missing.
        """
        text, pieces, cut = strip(builder.text, builder.pieces)
        if not text and kind is not Kind.IMAGE:
            return None
        kept = tuple(_moved(mark, cut, len(text)) for mark in marks)
        block = Block(len(self), kind, text, pieces, level, language, kept, attributes)
        self.append(block)
        return block


def _moved(mark: Mark, cut: int, length: int) -> Mark:
    start = min(max(mark.start - cut, 0), length)
    return replace(mark, start=start, end=min(max(mark.end - cut, start), length))
