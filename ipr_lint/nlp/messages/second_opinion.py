"""Passages -> windows of sentences as the encoder reads them: how likely each message is conveyed or denied there.

Only windows whose concepts promise something are read, the most promising first, and each one more must promise more
than the one before had to (`rising` in messages.yaml): a long draft costs little more than a short one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.messages import Messages
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.encoder import encoder, gate
from ipr_lint.nlp.messages.claims import AROUND, Claim
from ipr_lint.nlp.messages.passages import Clue, Passage
from ipr_lint.nlp.messages.polarity import Polarity

_NEVER = (float("-inf"),)
Window = tuple[Clue, ...]
_SIZE, _STEP = 3, 2  # sentences of a window, and from one to the next: a claim and its context fit into one of them
_LONGEST = 520  # characters: most passages of the training texts are shorter


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the encoder reads in a run of sentences: log-odds for each message, in the order of messages.yaml; `names`
    are the concepts that are clearly named there and in the sentences around."""

    clues: tuple[Clue, ...]
    names: frozenset[str]
    conveyed: tuple[float, ...]
    denied: tuple[float, ...]


def opinions(draft: Analysis, passages: Sequence[Passage], claimed: Sequence[Claim] = ()) -> list[Opinion]:
    """The windows that were read, in reading order, then the sentences of each claim alone: what stands around must not
    hide a message, but whether it is denied shows in its context only."""
    rising = draft.facts.get(Messages).second_opinion.rising
    promising = list(_promising(passages))
    ranked = sorted(range(len(promising)), key=lambda index: (-promising[index][0], index))
    chosen = [index for rank, index in enumerate(ranked) if promising[index][0] > rising * rank]
    windows = [promising[index][1:] for index in sorted(chosen)]
    context = len(windows)
    windows += _alone(claimed, {clues for clues, _ in windows})
    if not windows:
        return []
    answers = encoder().passages([_text(draft, clues) for clues, _ in windows])
    half = len(answers[0]) // 2
    return [Opinion(*window, odds[:half], odds[half:] if index < context else _NEVER * half)
            for index, (window, odds) in enumerate(zip(windows, answers, strict=True))]


def _alone(claimed: Sequence[Claim], read: set[Window]) -> list[tuple[Window, frozenset[str]]]:
    found = dict.fromkeys(claim.match.sentences for claim in claimed if claim.says is Polarity.STATES)
    return [(clues, _clear(clues)) for clues in found if clues not in read]


def _clear(clues: Iterable[Clue]) -> frozenset[str]:
    return frozenset(one.concept for clue in clues for one in clue.evidence if not one.weak)


def _promising(passages: Sequence[Passage]) -> Iterator[tuple[float, Window, frozenset[str]]]:
    weights, bias = gate()
    for passage in passages:
        for start in range(0, max(len(passage.clues) - _SIZE + _STEP, 1), _STEP):
            window = passage.clues[start : start + _SIZE]
            names = frozenset().union(*(clue.names for clue in window))
            promise = bias + sum(weights.get(name, 0.0) for name in sorted(names))
            if promise > 0:
                around = passage.clues[max(start - AROUND, 0) : start + _SIZE + AROUND]
                yield promise, window, _clear(around)


def _text(draft: Analysis, window: Sequence[Clue]) -> str:
    parts = (draft.document.blocks[clue.span.block].text[clue.span.start : clue.span.end].strip() for clue in window)
    return " ".join(parts)[:_LONGEST]
