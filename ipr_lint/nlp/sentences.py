"""Text -> sentences and words, as the readability formulas count them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[-'’.,:/][^\W_]+)*", re.UNICODE)
_END = re.compile(r"[.?!…]+[»”\"')\]]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` of a block and how many words it has."""

    start: int
    end: int
    words: int


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text."""
    return _WORD.finditer(text)


def split(text: str) -> Iterator[Sentence]:
    """The sentences of a block's text."""
    start = 0
    for match in _END.finditer(text):
        yield from _sentence(text, start, match.end())
        start = match.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(start, end, sum(1 for _ in words(text[start:end])))
