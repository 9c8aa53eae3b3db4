"""An adviser's phrases («a|b + c*») and text -> where the text has them, whatever the case and punctuation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# A word broken at the end of a line («kommu- ner») is one word; «nord- og sørover» is not.
_WORD = re.compile(
    r"[^\W_]+(?:[-‐‑'’.][^\W_]+)*(?:-\s{1,3}(?!(?:og|eller|and|or|til|men)\b)(?=[a-zæøå])[^\W_]+)?", re.UNICODE)
_HYPHENS = re.compile(r"[‐‑]")
_BREAK = re.compile(r"-\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: lower-case, offsets in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase stands at words `first` to `last` (inclusive), that is `text[start:end]`."""

    first: int
    last: int
    start: int
    end: int


def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words of a text; `offset` is added to their places."""
    return tuple(
        Word(offset + match.start(), offset + match.end(), _plain(match[0])) for match in _WORD.finditer(text)
    )


def find(pattern: str, in_words: Sequence[Word]) -> Found | None:
    """The stretch from the first to the last group of a pattern, None unless all its groups are there."""
    parts = [_first(group, in_words) for group in compiled(pattern)]
    hits = [part for part in parts if part is not None]
    if not hits or len(hits) < len(parts):
        return None
    first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
    return Found(first, last, in_words[first].start, in_words[last].end)


def find_all(pattern: str, in_words: Sequence[Word]) -> list[Found]:
    """Every place of a pattern with a single group, longest first at each place."""
    (group,) = compiled(pattern)
    found = []
    for index in range(len(in_words)):
        lengths = [len(phrase) for phrase in group if _matches(phrase, in_words, index)]
        if lengths:
            last = index + max(lengths) - 1
            found.append(Found(index, last, in_words[index].start, in_words[last].end))
    return found


@lru_cache(maxsize=2048)
def compiled(pattern: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """«a b|c + d*» as groups of alternatives of words."""
    return tuple(
        tuple(tuple(_plain(phrase).split()) for phrase in group.split("|") if phrase.strip())
        for group in pattern.split(" + ")
    )


def _first(group: tuple[tuple[str, ...], ...], in_words: Sequence[Word]) -> Found | None:
    for index in range(len(in_words)):
        for phrase in group:
            if _matches(phrase, in_words, index):
                last = index + len(phrase) - 1
                return Found(index, last, in_words[index].start, in_words[last].end)
    return None


def _matches(phrase: tuple[str, ...], in_words: Sequence[Word], index: int) -> bool:
    if index + len(phrase) > len(in_words):
        return False
    return all(_is(wanted, in_words[index + step].text) for step, wanted in enumerate(phrase))


def _is(wanted: str, word: str) -> bool:
    if wanted.startswith("*"):  # any first part of a compound: «*departementet»
        return word.endswith(wanted[1:])
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _plain(text: str) -> str:
    return _BREAK.sub("", _HYPHENS.sub("-", text.replace("’", "'").strip().lower()))
