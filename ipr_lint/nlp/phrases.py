"""An adviser's phrases («a|b + c*») and text -> where the text has them; a phrase never runs over a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ipr_lint.nlp.phrase_forms import Phrase, openings, plain, reach, slots

# A word broken at the end of a line («kommu- ner») is one word; «nord- og sørover» is not.
_WORD = re.compile(
    r"[^\W_]+(?:[-‐‑'’.][^\W_]+)*(?:-\s{1,3}(?!(?:og|eller|and|or|til|men)\b)(?=[a-zæøå])[^\W_]+)?", re.UNICODE)
_STOP = re.compile(r"[,;:!?(]")
_KNOWN = 5_000  # words a group remembers: a language's common ones


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: lower-case, offsets in the text; `broken` when a comma or the like stands before it."""

    start: int
    end: int
    text: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase stands at words `first` to `last` (inclusive), that is `text[start:end]`."""

    first: int
    last: int
    start: int
    end: int


@lru_cache(maxsize=2048)
def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words of a text; `offset` is added to their places."""
    found = []
    last = 0
    for match in _WORD.finditer(text):
        broken = _STOP.search(text, last, match.start()) is not None
        found.append(Word(offset + match.start(), offset + match.end(), plain(match[0]), broken))
        last = match.end()
    return tuple(found)


def find(pattern: str, in_words: Sequence[Word]) -> Found | None:
    """The stretch from the first to the last group of a pattern, None unless all its groups are there."""
    hits: list[Found] = []
    for group in compiled(pattern):
        hit = next(group.matches(in_words), None)
        if hit is None:
            return None
        hits.append(hit)
    if not hits:
        return None
    first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
    return Found(first, last, in_words[first].start, in_words[last].end)


def find_all(pattern: str, in_words: Sequence[Word]) -> list[Found]:
    """Every place of a pattern with a single group, longest first at each place."""
    (group,) = compiled(pattern)
    return list(group.matches(in_words))


class Group:
    """The alternatives of a pattern's group, looked up by their first word, its beginning («d*») or its end («*d»)."""

    def __init__(self, alternatives: str) -> None:
        self._exact: dict[str, list[Phrase]] = {}
        self._starts: dict[str, list[Phrase]] = {}
        self._ends: dict[str, list[Phrase]] = {}
        for phrase in (slots(plain(one)) for one in alternatives.split("|")):
            for first in dict.fromkeys(openings(phrase)):
                if first.startswith("*"):  # any first part of a compound: «*departementet»
                    self._ends.setdefault(first[1:], []).append(phrase)
                elif first.endswith("*"):
                    self._starts.setdefault(first[:-1], []).append(phrase)
                else:
                    self._exact.setdefault(first, []).append(phrase)
        self._start_sizes = sorted({len(start) for start in self._starts})
        self._end_sizes = sorted({len(end) for end in self._ends})
        self._known: dict[str, tuple[Phrase, ...]] = {}  # what open beginnings and ends give for words met before

    def matches(self, in_words: Sequence[Word]) -> Iterator[Found]:
        """The longest alternative at each word that one begins at, in order."""
        texts = [word.text for word in in_words]
        open_ended = self._starts or self._ends
        if not open_ended and self._exact.keys().isdisjoint(texts):
            return
        for index, text in enumerate(texts):
            candidates: Sequence[Phrase] = self._exact.get(text, ())
            if open_ended:
                candidates = [*candidates, *self._open_ended(text)]
            last = -1
            for phrase in candidates:
                last = max(last, reach(phrase, in_words, index))
            if last >= index:
                yield Found(index, last, in_words[index].start, in_words[last].end)

    def _open_ended(self, word: str) -> tuple[Phrase, ...]:
        if (known := self._known.get(word)) is not None:
            return known
        found: list[Phrase] = []
        for size in self._start_sizes:
            found += self._starts.get(word[:size], ())
        for size in self._end_sizes:
            if size <= len(word):
                found += self._ends.get(word[len(word) - size :], ())
        if len(self._known) >= _KNOWN:
            self._known.clear()
        return self._known.setdefault(word, tuple(found))


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> tuple[Group, ...]:
    """«a b|c + d*» as groups of alternatives."""
    return tuple(Group(group) for group in pattern.split(" + "))
