"""Analysis -> passages: runs of sentences that belong together, with the concepts found in each sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ipr_lint.facts import Facts
from ipr_lint.facts.messages import Messages
from ipr_lint.model import Block, Kind, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.messages.lexicon import Lexicon, compile_lexicon
from ipr_lint.nlp.sentences import words as plain_words

CONDITION = "vilkårssetning"
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A concept in a text: the indices of its words, counted from the start of the block, and what stands there."""

    concept: str
    block: int
    words: tuple[int, ...]
    text: str
    weak: bool = False
    place: bool = False

    @property
    def first(self) -> int:
        """The index of the first word."""
        return self.words[0]

    @property
    def last(self) -> int:
        """The index of the last word."""
        return self.words[-1]

    def overlaps(self, other: Evidence) -> bool:
        """Whether two concepts share a word."""
        return self.block == other.block and not set(self.words).isdisjoint(other.words)

    def excludes(self, other: Evidence) -> bool:
        """Whether both can't count: «hele landet» may also be part of «kommer hele landet til gode»."""
        return self.overlaps(other) and self.place == other.place


@dataclass(frozen=True, slots=True)
class Word:
    """A word or punctuation mark of a block: where it starts and its lower-case form."""

    start: int
    form: str


@dataclass(frozen=True, slots=True)
class Clue:
    """One sentence with its words (`first` is the index of its first word in the block) and concepts."""

    span: Span
    first: int
    words: tuple[Word, ...]
    evidence: tuple[Evidence, ...]
    names: frozenset[str]
    language: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that belong together: a block, with the list items that follow it."""

    clues: tuple[Clue, ...]
    names: frozenset[str]


@lru_cache(maxsize=4)
def lexicons(facts: Facts) -> dict[str, Lexicon]:
    """The compiled lexicons of a set of facts: `no` and `en`."""
    concepts = facts.get(Messages).concepts
    return {language: compile_lexicon(language, concepts.items()) for language in ("no", "en")}


def passages(draft: Analysis) -> Iterator[Passage]:
    """Each block's sentences; list items belong to what stands before them."""
    run: list[Clue] = []
    for block in draft.blocks():
        if block.kind is not Kind.LIST_ITEM and run:
            yield _passage(run)
            run = []
        run.extend(_clues(draft, block))
    if run:
        yield _passage(run)


def _passage(clues: list[Clue]) -> Passage:
    return Passage(tuple(clues), frozenset().union(*(clue.names for clue in clues)))


def _clues(draft: Analysis, block: Block) -> Iterator[Clue]:
    language = "en" if draft.language_of(block) == "en" else "no"
    pairs, starts = _words(draft, block)
    lexicon = lexicons(draft.facts)[language]
    found = sorted(lexicon.find(pairs), key=lambda one: (one.weak, one.words, one.concept))
    ends = [start + len(form) for start, (form, _) in zip(starts, pairs, strict=True)]
    concepts = draft.facts.get(Messages).concepts
    evidence = list(_conditions(draft, block, starts, ends)) + [
        Evidence(one.concept, block.id, one.words, block.text[starts[one.words[0]] : ends[one.words[-1]]], one.weak,
                 concepts[one.concept].place)
        for one in found
    ]
    words = tuple(Word(start, form) for start, (form, _) in zip(starts, pairs, strict=True))
    for sentence in draft.sentences(block):
        first, end = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = tuple(one for one in evidence if first <= one.first and one.last < end)
        if first < end:
            span = Span(block.id, sentence.start, sentence.end)
            names = frozenset(one.concept for one in inside)
            yield Clue(span, first, words[first:end], inside, names, language)


def _conditions(draft: Analysis, block: Block, starts: list[int], ends: list[int]) -> Iterator[Evidence]:
    """«Stopper det her, stopper det i nord»: a sentence that begins with a finite verb and is no question."""
    doc = draft.doc(block)
    if doc is None or not doc.has_annotation("TAG"):
        return
    tokens = [token for token in doc if not token.is_space]
    for sentence in draft.sentences(block):
        first, end = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        while first < end and tokens[first].is_punct:
            first += 1
        text = block.text[sentence.start : sentence.end]
        if first < end and tokens[first].pos_ in _VERBS and "," in text and not text.endswith("?"):
            yield Evidence(CONDITION, block.id, (first,), block.text[starts[first] : ends[first]])


def _words(draft: Analysis, block: Block) -> tuple[list[tuple[str, str]], list[int]]:
    """(form, lemma) and start of every word: the pipeline's tokens, plain words where there is no pipeline."""
    doc = draft.doc(block)
    if doc is None:
        found = list(plain_words(block.text))
        return [(m[0].lower(), m[0].lower()) for m in found], [m.start() for m in found]
    tokens = [token for token in doc if not token.is_space]
    return [(t.text.lower(), t.lemma_.lower()) for t in tokens], [t.idx for t in tokens]
