"""A document in; an assertion that every block leads back to the source, character by character, out."""

from __future__ import annotations

from itertools import pairwise

from ipr_lint.model import Document
from ipr_lint.source_map import source_range


def assert_mapped(document: Document) -> None:
    """Pieces cover each block's text in order; verbatim ones quote the source; any span leads to a range of it."""
    for number, block in enumerate(document.blocks):
        assert block.id == number
        if not block.text:
            assert block.kind == "image"
            continue
        assert [block.pieces[0].start, block.pieces[-1].end] == [0, len(block.text)]
        assert all(left.end == right.start for left, right in pairwise(block.pieces))
        for piece in block.pieces:
            assert piece.start < piece.end
            assert 0 <= piece.source_start <= piece.source_end <= len(document.source)
            if piece.verbatim:
                assert document.source[piece.source_start:piece.source_end] == block.text[piece.start:piece.end]
        for mark in block.marks:
            assert 0 <= mark.start <= mark.end <= len(block.text)
            assert (mark.start == mark.end) is (mark.kind == "object")


    for one in document.suppressions:
        assert 0 <= one.first_block <= one.last_block < max(1, len(document.blocks))


def quoted(document: Document, text: str) -> str:
    """What stands in the source where the only block with `text` has it."""
    found = [(block, block.text.index(text)) for block in document.blocks if text in block.text]
    assert len(found) == 1, [block.text for block in document.blocks]
    block, at = found[0]
    start, end = source_range(block.pieces, at, at + len(text))
    return document.source[start:end]
