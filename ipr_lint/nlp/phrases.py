"""An adviser's phrases («a|b + c*») and text -> where the text has them; a phrase never runs over a comma."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ipr_lint.nlp.phrase_forms import Phrase, openings, plain, reach, slots
from ipr_lint.nlp.phrase_words import Word, Words

_KNOWN = 5_000  # words a group remembers: a language's common ones


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase stands at words `first` to `last` (inclusive), that is `text[start:end]`."""

    first: int
    last: int
    start: int
    end: int


def find(pattern: str, in_words: Sequence[Word]) -> Found | None:
    """The stretch from the first to the last group of a pattern, None unless all its groups are there."""
    hits: list[Found] = []
    in_words = in_words if isinstance(in_words, Words) else Words(in_words)
    for group in compiled(pattern):
        if not group.may_match(in_words) or (hit := next(group.matches(in_words), None)) is None:
            return None
        hits.append(hit)
    if not hits:
        return None
    first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
    return Found(first, last, in_words[first].start, in_words[last].end)


def find_all(pattern: str, in_words: Sequence[Word]) -> list[Found]:
    """Every place of a pattern with a single group, longest first at each place."""
    (group,) = compiled(pattern)
    return list(group.matches(in_words if isinstance(in_words, Words) else Words(in_words)))


class Candidates:
    """Many patterns -> those that a text may have, by the words that their alternatives begin with."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        for index, pattern in enumerate(patterns):
            opening = next((group.exact for group in compiled(pattern) if not group.open_ended), None)
            if opening is None:
                self._always.append(index)
            for word in opening or ():
                self._by_word.setdefault(word, []).append(index)

    def of(self, in_words: Words) -> list[int]:
        """The places of those patterns among all, in order."""
        found = set(self._always)
        for word in in_words.known & self._by_word.keys():
            found.update(self._by_word[word])
        return sorted(found)


class Group:
    """The alternatives of a pattern's group, looked up by their first word, its beginning («d*») or its end («*d»)."""

    def __init__(self, alternatives: str) -> None:
        self.exact: dict[str, list[Phrase]] = {}
        self._starts: dict[str, list[Phrase]] = {}
        self._ends: dict[str, list[Phrase]] = {}
        for phrase in (slots(plain(one)) for one in alternatives.split("|")):
            for first in dict.fromkeys(openings(phrase)):
                if first.startswith("*"):  # any first part of a compound: «*departementet»
                    self._ends.setdefault(first[1:], []).append(phrase)
                elif first.endswith("*"):
                    self._starts.setdefault(first[:-1], []).append(phrase)
                else:
                    self.exact.setdefault(first, []).append(phrase)
        self._start_sizes = sorted({len(start) for start in self._starts})
        self._end_sizes = sorted({len(end) for end in self._ends})
        self.open_ended = bool(self._starts or self._ends)
        self._known: dict[str, tuple[Phrase, ...]] = {}  # what may begin with words met before

    def may_match(self, in_words: Words) -> bool:
        """Whether one of the words may open an alternative: asked of every phrase, and nearly always answered by no."""
        return self.open_ended or not self.exact.keys().isdisjoint(in_words.known)

    def matches(self, in_words: Words) -> Iterator[Found]:
        """The longest alternative at each word that one begins at, in order."""
        if not self.may_match(in_words):
            return
        for index, text in enumerate(in_words.texts):
            candidates = self._opened(text) if self.open_ended else self.exact.get(text)
            if not candidates:
                continue
            last = max(reach(phrase, in_words, index) for phrase in candidates)
            if last >= index:
                yield Found(index, last, in_words[index].start, in_words[last].end)

    def _opened(self, word: str) -> tuple[Phrase, ...]:
        if (known := self._known.get(word)) is not None:
            return known
        found: list[Phrase] = [*self.exact.get(word, ())]
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
