"""Analysis -> passages: runs of sentences that belong together, with the concepts found in each sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
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
    """A word or punctuation mark of a block: where it starts, its form and lemma in lower case."""

    start: int
    form: str
    lemma: str
    is_verb: bool = False


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
def lexicon_of(facts: Facts, language: str) -> Lexicon:
    """The compiled lexicon of a set of facts for `no` or `en`, made when the first text in it is met."""
    return compile_lexicon(language, facts.get(Messages).concepts.items())


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
    words = _words(draft, block)
    concepts = draft.facts.get(Messages).concepts
    lexicon = lexicon_of(draft.facts, language)
    starts = [word.start for word in words]
    pairs = [(word.form, word.lemma) for word in words]
    found = sorted(lexicon.find(pairs), key=lambda one: (one.weak, one.words, one.concept))
    evidence = [
        Evidence(one.concept, block.id, one.words, _between(block, words, one.words), one.weak,
                 concepts[one.concept].place)
        for one in found
    ]
    starting: dict[int, list[Evidence]] = {}  # by the first word of the sentence
    sentences = [(one, bisect_left(starts, one.start), bisect_left(starts, one.end)) for one in draft.sentences(block)]
    firsts = [first for _, first, _ in sentences]
    for one in evidence if firsts else ():
        starting.setdefault(firsts[max(bisect_right(firsts, one.first) - 1, 0)], []).append(one)
    for sentence, first, end in sentences:
        if first == end:
            continue
        span = Span(block.id, sentence.start, sentence.end)
        inside = [one for one in starting.get(first, ()) if first <= one.first and one.last < end]
        inside.extend(_condition(block, words, first, end))
        yield Clue(span, first, (*words[first:end],), (*inside,), frozenset(one.concept for one in inside), language)


def _condition(block: Block, words: Sequence[Word], first: int, end: int) -> Iterator[Evidence]:
    """«Stopper det her, stopper det i nord»: a sentence that begins with a finite verb and is no question."""
    while first < end and not words[first].form[0].isalnum():
        first += 1
    forms = [word.form for word in words[first:end]]
    if forms and words[first].is_verb and "," in forms and "?" not in forms[-2:]:
        yield Evidence(CONDITION, block.id, (first,), _between(block, words, (first,)))


def _between(block: Block, words: Sequence[Word], indices: tuple[int, ...]) -> str:
    return block.text[words[indices[0]].start : words[indices[-1]].start + len(words[indices[-1]].form)]


def _words(draft: Analysis, block: Block) -> list[Word]:
    """The pipeline's tokens, plain words where there is no pipeline."""
    doc = draft.doc(block)
    if doc is None:
        return [Word(m.start(), m[0].lower(), m[0].lower()) for m in plain_words(block.text)]
    return [
        Word(token.idx, token.lower_, token.lemma_.lower(), token.pos_ in _VERBS) for token in doc if not token.is_space
    ]
