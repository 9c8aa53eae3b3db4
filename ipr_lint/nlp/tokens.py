"""A Doc and an offset in its text -> the token that begins or ends there, without looking at all the others."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def token_at(doc: Doc, start: int) -> Token | None:
    """The token that begins at an offset."""
    token = _around(doc, start)
    return token if token is not None and token.idx == start else None


def token_before(doc: Doc, end: int) -> Token | None:
    """The token that ends at an offset."""
    token = _around(doc, end - 1)
    return token if token is not None and token.idx + len(token) == end else None


def index_from(doc: Doc, at: int) -> int:
    """The index of the first token that begins at an offset or after it; the number of tokens if none does."""
    return bisect_left(range(len(doc)), at, key=lambda index: doc[index].idx)


def tokens_in(doc: Doc, start: int, end: int) -> Span:
    """The tokens that begin in a stretch of the text."""
    return doc[index_from(doc, start) : index_from(doc, end)]


def _around(doc: Doc, at: int) -> Token | None:
    span = doc.char_span(at, at + 1, alignment_mode="expand") if at >= 0 else None
    return span[0] if span else None
