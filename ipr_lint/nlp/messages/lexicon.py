"""Concept wordings -> one compiled lexicon that finds all concepts in a list of words in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ipr_lint.facts.messages import Words
from ipr_lint.nlp.messages.forms import forms, heads

GAPS = {"..": 5, "...": 12}  # words that each may stand for
WEAK = "~"  # a wording that counts only together with clear ones
COMPOUND_LENGTH = 6  # from this length on a word counts as head of a compound without «-» in front
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_MEMORY = 50_000  # word forms remembered, so that each is analysed once


@dataclass(frozen=True, slots=True)
class Found:
    """A concept and the indices of the words that make its wording; «..» may have left words out between them."""

    concept: str
    words: tuple[int, ...]
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Word alternatives in order; `gaps[i]` tells how many other words may stand before word i."""

    concept: str
    words: tuple[frozenset[str], ...]
    gaps: tuple[int, ...]
    weak: bool


@dataclass
class Lexicon:
    """The wordings of one language (`no` for both Norwegian ones, `en`), looked up by word form."""

    language: str
    exact: dict[str, str] = field(default_factory=dict)
    inflected: dict[str, str] = field(default_factory=dict)
    compounded: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, list[_Phrase]] = field(default_factory=dict)
    _known: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def add(self, concept: str, wording: str) -> None:
        """Take in one wording of a concept; a hyphen may have been made a word of its own by the tokenizer."""
        self._add(concept, wording)
        apart = _HYPHEN.sub(" - ", wording)
        if apart != wording:
            self._add(concept, apart)

    def _add(self, concept: str, wording: str) -> None:
        words: list[frozenset[str]] = []
        gaps: list[int] = []
        gap = 0
        for part in wording.lower().removeprefix(WEAK).split():
            if part in GAPS:
                gap = GAPS[part]
                continue
            words.append(frozenset(self._word(one) for one in part.split("|")))
            gaps.append(gap)
            gap = 0
        phrase = _Phrase(concept, tuple(words), tuple(gaps), wording.startswith(WEAK))
        for key in sorted(words[0]):
            self.phrases.setdefault(key, []).append(phrase)

    def _word(self, word: str) -> str:
        """Register one word of a wording; the key it is found by tells how it may be varied."""
        bare = word.strip("=-*") or word
        if word.startswith("="):
            self.exact[bare] = word
        elif word.endswith("*"):
            self.prefixes[bare] = word
        elif word.startswith("-") or len(bare) >= COMPOUND_LENGTH:
            word = self.compounded[bare] = f"-{bare}"
        else:
            self.inflected[bare] = word
        return word

    def find(self, words: Sequence[tuple[str, str]]) -> Iterator[Found]:
        """The concepts in (form, lemma) pairs, both in lower case; one word may carry several."""
        keys = [self._keys(form, lemma) for form, lemma in words]
        for first, here in enumerate(keys):
            for key in here:
                for phrase in self.phrases.get(key, ()):
                    if matched := _match(phrase, keys, first):
                        yield Found(phrase.concept, matched, phrase.weak)

    def _keys(self, form: str, lemma: str) -> tuple[str, ...]:
        known = self._known.get((form, lemma))
        if known is None:
            if len(self._known) > _MEMORY:
                self._known.clear()
            known = self._known[form, lemma] = frozenset(self._analyse(form, lemma))
        return tuple(sorted(known))

    def _analyse(self, form: str, lemma: str) -> Iterator[str]:
        if form in self.exact:
            yield self.exact[form]
        candidates = dict.fromkeys(forms(form, self.language))
        candidates[lemma] = None
        for candidate in candidates:
            if candidate in self.inflected:
                yield self.inflected[candidate]
            if candidate in self.compounded:
                yield self.compounded[candidate]
            for head in heads(candidate, 3):
                if head in self.compounded:
                    yield self.compounded[head]
        for end in range(3, len(form) + 1):
            if form[:end] in self.prefixes:
                yield self.prefixes[form[:end]]


def compile_lexicon(language: str, concepts: Iterable[tuple[str, Words]]) -> Lexicon:
    """The lexicon of `no` (bokmål and nynorsk together: drafts mix them, and most words are shared) or `en`."""
    lexicon = Lexicon(language)
    for name, words in concepts:
        for wording in (*words.nb, *words.nn) if language == "no" else words.en:
            lexicon.add(name, wording)
    return lexicon


def _match(phrase: _Phrase, keys: Sequence[Sequence[str]], first: int) -> tuple[int, ...]:
    found = [first]
    for wanted, gap in zip(phrase.words[1:], phrase.gaps[1:], strict=True):
        reach = range(found[-1] + 1, min(len(keys), found[-1] + 2 + gap))
        at = next((index for index in reach if wanted.intersection(keys[index])), None)
        if at is None:
            return ()
        found.append(at)
    return tuple(found)
