"""A passage and a reading -> where its concepts meet: the best set of words, one for each slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ipr_lint.facts.messages import Reading
from ipr_lint.nlp.messages.passages import Clue, Evidence, Passage

_MAX_TRIES = 400  # assignments of words to slots tried in one window, so that no text costs much


@dataclass(frozen=True, slots=True)
class Match:
    """A reading found in `sentences`; `evidence` are the words that fill its slots, in the reading's order."""

    reading: Reading
    sentences: tuple[Clue, ...]
    evidence: tuple[Evidence, ...]

    @property
    def strength(self) -> tuple[float, int]:
        """How clear the wordings are on average (a weak one counts half), then how many there are.

        A reading that tolerates weak wordings is itself less sure: a tenth for each.
        """
        weak = sum(one.weak for one in self.evidence)
        return 1 - weak / 2 / len(self.evidence) - self.reading.weak / 10, len(self.evidence)


@lru_cache(maxsize=4096)
def slot(text: str) -> tuple[tuple[str, ...], int]:
    """«a | b x2» as (names, how many different words are wanted)."""
    body, _, count = text.rpartition(" x")
    if not count.isdigit():
        body, count = text, "1"
    return tuple(part.strip() for part in body.split("|")), int(count)


def matches(passage: Passage, reading: Reading) -> Iterator[Match]:
    """The smallest runs of sentences in which all slots are filled by different words."""
    names = passage.names
    if any(names.isdisjoint(slot(text)[0]) for text in reading.all):
        return
    if reading.near and names.isdisjoint(reading.near):
        return
    taken = -1
    for size in range(1, reading.within + 1):
        for start in range(len(passage.clues) - size + 1):
            window = passage.clues[start : start + size]
            if start <= taken < start + size:
                continue
            evidence = fill(window, reading)
            if evidence is not None:
                taken = start + size - 1
                yield Match(reading, _needed(window, evidence), evidence)
        if taken >= 0:
            return


def fill(window: Sequence[Clue], reading: Reading) -> tuple[Evidence, ...] | None:
    """Words for each slot, no word used twice; None when a slot stays empty or something speaks against it."""
    slots = [slot(text) for text in reading.all]
    for wanted, _ in slots:
        if all(clue.names.isdisjoint(wanted) for clue in window):
            return None
    if any(not clue.names.isdisjoint(reading.unless) for clue in window):
        return None
    present = [one for clue in window for one in clue.evidence]
    choices: list[list[Evidence]] = []
    for wanted, count in slots:
        fitting = sorted((e for e in present if e.concept in wanted), key=lambda e: (e.weak, wanted.index(e.concept)))
        choices.extend([fitting] * count)
    return _assign(sorted(choices, key=len), reading.weak)


def _assign(choices: list[list[Evidence]], weak_allowed: int) -> tuple[Evidence, ...] | None:
    tries = 0
    stack: list[tuple[Evidence, ...]] = [()]
    while stack and tries < _MAX_TRIES:
        tries += 1
        chosen = stack.pop()
        if len(chosen) == len(choices):
            return chosen
        weak = sum(one.weak for one in chosen)
        free = [
            e
            for e in choices[len(chosen)]
            if weak + e.weak <= weak_allowed and not any(e.excludes(c) or _same(e, c) for c in chosen)
        ]
        stack.extend((*chosen, e) for e in reversed(free))
    return None


def _same(one: Evidence, other: Evidence) -> bool:
    return one.concept == other.concept and one.text.lower() == other.text.lower()


def _needed(window: Sequence[Clue], evidence: tuple[Evidence, ...]) -> tuple[Clue, ...]:
    """The sentences from the first to the last one that holds evidence."""
    held = [
        index
        for index, clue in enumerate(window)
        if any(e.block == clue.span.block and clue.first <= e.first < clue.first + len(clue.words) for e in evidence)
    ]
    return tuple(window[held[0] : held[-1] + 1])
