"""Passages -> windows of sentences as the encoder reads them: how likely each message is conveyed or denied there.

Only windows whose concepts promise something are read, the most promising first, and each one more must promise more
than the one before had to (`rising` in messages.yaml): a long draft costs little more than a short one. Where no
reading claims anything, the first layers must see something, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.messages import Messages
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.encoder import described, encoder, gate
from ipr_lint.nlp.messages.claims import AROUND, Claim
from ipr_lint.nlp.messages.passages import Clue, Passage
from ipr_lint.nlp.messages.polarity import Polarity

_NEVER = (float("-inf"),)
_LANGUAGES = ("nb", "nn", "en")  # the encoder has learnt from no other
Window = tuple[Clue, ...]
Named = tuple[Window, frozenset[str]]  # and what is clearly named in and around it
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
    weights = draft.facts.get(Messages).second_opinion
    rising, most = weights.rising, weights.most_claims
    promising = list(_promising([one for one in passages if _is_read(draft, one)]))
    ranked = sorted(range(len(promising)), key=lambda index: (-promising[index][0], index))
    chosen = [index for rank, index in enumerate(ranked) if promising[index][0] > rising * rank]
    windows = list(_seen(draft, [promising[index][1:] for index in sorted(chosen)], claimed))
    context = len(windows)
    windows += _alone(claimed, {clues for clues, _ in windows})[:most]
    if not windows:
        return []
    answers = encoder().passages([_text(draft, clues) for clues, _ in windows])
    half = len(answers[0]) // 2
    return [Opinion(*window, odds[:half], odds[half:] if index < context else _NEVER * half)
            for index, (window, odds) in enumerate(zip(windows, answers, strict=True))]


def _is_read(draft: Analysis, passage: Passage) -> bool:
    blocks = {clue.span.block for clue in passage.clues}
    return all(draft.language_of(draft.document.blocks[block]) in _LANGUAGES for block in blocks)


def _seen(draft: Analysis, windows: Sequence[Named], claimed: Sequence[Claim]) -> Iterator[Named]:
    claims = {clue.span for claim in claimed for clue in claim.match.sentences}
    bare = [clues for clues, _ in windows if claims.isdisjoint(clue.span for clue in clues)]
    promises = encoder().promises([_text(draft, clues) for clues in bare]) if bare else []
    left_out = {clues for clues, promise in zip(bare, promises, strict=True) if promise < described().early.above}
    return (window for window in windows if window[0] not in left_out)


def _alone(claimed: Sequence[Claim], read: set[Window]) -> list[Named]:
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
