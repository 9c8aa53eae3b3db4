"""Concept wordings -> one compiled lexicon that finds all concepts in a list of words in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ipr_lint.facts.messages import Words
from ipr_lint.nlp.messages.forms import forms, heads
from ipr_lint.nlp.messages.phrases import Phrase, expanded, place, with_gaps

WEAK = "~"  # a wording that counts only together with clear ones
COMPOUND_LENGTH = 6  # from this length on a word counts as head of a compound without «-» in front
_LONGEST = 80  # letters; what is longer is no word
_MEMORY = 50_000  # word forms remembered, so that each is analysed once


@dataclass(frozen=True, slots=True)
class Found:
    """A concept and the indices of the words that make its wording; «..» may have left words out between them."""

    concept: str
    words: tuple[int, ...]
    weak: bool = False


@dataclass
class Lexicon:
    """The wordings of one language (`no` for both Norwegian ones, `en`), looked up by word form."""

    language: str
    exact: dict[str, str] = field(default_factory=dict)
    inflected: dict[str, str] = field(default_factory=dict)
    compounded: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    _added: set[tuple[str, str, bool]] = field(default_factory=set)
    _written: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def add(self, concept: str, wording: str) -> None:
        """Take in one wording of a concept; a hyphen may have been made a word of its own by the tokenizer."""
        weak = wording.startswith(WEAK)
        for text in expanded(wording.lower().removeprefix(WEAK)):
            if (concept, text, weak) in self._added:
                continue
            self._added.add((concept, text, weak))
            phrase = self._phrase(concept, text, weak)
            rarest = max(phrase.words, key=_length) if len(phrase.words) > 1 else phrase.words[0]
            for key in sorted(rarest):
                self.phrases.setdefault(key, []).append(phrase)

    def find(self, words: Sequence[tuple[str, str]]) -> Iterator[Found]:
        """The concepts in (form, lemma) pairs, both in lower case; one word may carry several."""
        places: dict[str, list[int]] = {}
        keys = [self._keys(form, lemma) for form, lemma in words]
        for index, here in enumerate(keys):
            for key in here:
                places.setdefault(key, []).append(index)
        known = frozenset(places)
        seen: set[Found] = set()
        for key in places:
            for phrase in self.phrases.get(key, ()):
                if not _has_words(phrase, known):
                    continue
                for first in sorted({index for word in phrase.words[0] & known for index in places[word]}):
                    matched = place(phrase, keys, (first,))
                    found = Found(phrase.concept, matched, phrase.weak)
                    if matched and found not in seen:
                        seen.add(found)
                        yield found

    def _phrase(self, concept: str, text: str, weak: bool) -> Phrase:
        parts = list(with_gaps(text))
        words = tuple(frozenset(self._word(one) for one in part.split("|")) for part, _ in parts)
        return Phrase(concept, words, tuple(gap for _, gap in parts), weak)

    def _word(self, word: str) -> str:
        """Register one word of a wording; the key it is found by tells how it may be varied."""
        made = self._written.get(word)
        if made is None:
            made = self._written[word] = self._registered(word)
        return made

    def _registered(self, word: str) -> str:
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

    def _keys(self, form: str, lemma: str) -> tuple[str, ...]:
        known = self._known.get((form, lemma))
        if known is None:
            if len(self._known) > _MEMORY:
                self._known.clear()
            found = self._analyse(form, lemma) if max(len(form), len(lemma)) <= _LONGEST else ()
            known = self._known[form, lemma] = tuple(dict.fromkeys(found))
        return known

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


def _has_words(phrase: Phrase, known: frozenset[str]) -> bool:
    for alternatives in phrase.words:  # noqa: SIM110 -- a plain loop: asked 30 times a sentence
        if known.isdisjoint(alternatives):
            return False
    return True


def _length(alternatives: frozenset[str]) -> float:
    return sum(map(len, alternatives)) / len(alternatives)


def compile_lexicon(language: str, concepts: Iterable[tuple[str, Words]]) -> Lexicon:
    """The lexicon of `no` (bokmål and nynorsk together: drafts mix them, and most words are shared) or `en`."""
    lexicon = Lexicon(language)
    for name, words in concepts:
        for wording in (*words.nb, *words.nn) if language == "no" else words.en:
            lexicon.add(name, wording)
    return lexicon
