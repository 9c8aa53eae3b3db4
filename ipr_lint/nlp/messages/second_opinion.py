"""Passages -> windows of sentences as the encoder reads them: how likely each message is conveyed or denied there.

Only windows whose concepts promise something are read, the most promising first, and each one more must promise more
than the one before had to (`rising` in messages.yaml): a long draft costs little more than a short one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.messages import Messages
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.encoder import encoder, gate
from ipr_lint.nlp.messages.claims import AROUND
from ipr_lint.nlp.messages.passages import Clue, Passage

_SIZE, _STEP = 3, 2  # sentences of a window, and from one to the next: a claim and its context fit into one of them
_LONGEST = 700  # characters, as in training


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the encoder reads in a run of sentences: log-odds for each message, in the order of messages.yaml; `names`
    are the concepts there and in the sentences around."""

    clues: tuple[Clue, ...]
    names: frozenset[str]
    conveyed: tuple[float, ...]
    denied: tuple[float, ...]


def opinions(draft: Analysis, passages: Sequence[Passage]) -> list[Opinion]:
    """The windows that were read, in reading order."""
    rising = draft.facts.get(Messages).second_opinion.rising
    promising = list(_promising(passages))
    ranked = sorted(range(len(promising)), key=lambda index: (-promising[index][0], index))
    chosen = [index for rank, index in enumerate(ranked) if promising[index][0] > rising * rank]
    windows = [promising[index][1:] for index in sorted(chosen)]
    if not windows:
        return []
    answers = encoder().passages([_text(draft, clues) for clues, _ in windows])
    half = len(answers[0]) // 2
    return [Opinion(*window, odds[:half], odds[half:]) for window, odds in zip(windows, answers, strict=True)]


def _promising(passages: Sequence[Passage]) -> Iterator[tuple[float, tuple[Clue, ...], frozenset[str]]]:
    weights, bias = gate()
    for passage in passages:
        for start in range(0, max(len(passage.clues) - _SIZE + _STEP, 1), _STEP):
            window = passage.clues[start : start + _SIZE]
            names = frozenset().union(*(clue.names for clue in window))
            promise = bias + sum(weights.get(name, 0.0) for name in sorted(names))
            if promise > 0:
                around = passage.clues[max(start - AROUND, 0) : start + _SIZE + AROUND]
                yield promise, window, frozenset().union(*(clue.names for clue in around))


def _text(draft: Analysis, window: Sequence[Clue]) -> str:
    parts = (draft.document.blocks[clue.span.block].text[clue.span.start : clue.span.end].strip() for clue in window)
    return " ".join(parts)[:_LONGEST]
