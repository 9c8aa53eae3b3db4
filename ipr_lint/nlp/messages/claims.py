"""A passage and the messages -> what the passage claims; where two messages rest on the same words, the clearer one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.messages import Message
from ipr_lint.model import Span
from ipr_lint.nlp.messages import polarity
from ipr_lint.nlp.messages.passages import Passage
from ipr_lint.nlp.messages.polarity import Polarity
from ipr_lint.nlp.messages.readings import Match, matches, slot

# Who and where: these may serve several messages at once.
AROUND = 2  # sentences before and after a denial in which its subject must be named
_SHARED = frozenset({"region", "her", "vi", "sted i regionen", "medlemmer", "dere", "vår organisasjon"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A match of a message and what the text does with it."""

    message: str
    match: Match
    says: Polarity


def claims(passage: Passage, messages: Sequence[Message]) -> tuple[Claim, ...]:
    """What a passage claims, message by message; words that carry one claim do not carry a less clear one, too."""
    found = [claim for message in messages for claim in _of_message(passage, message)]
    return tuple(one for one in found if not any(_outdoes(other, one) for other in found))


def _of_message(passage: Passage, message: Message) -> Iterator[Claim]:
    denials = [
        Claim(message.id, match, polarity.of_denial(match, passage))
        for reading in message.denials
        for match in matches(passage, reading)
        if not polarity.is_harmless(match)
    ]
    denials = [one for one in denials if one.says is not Polarity.DENIES or _names_core(passage, one.match, message)]
    yield from denials
    taken = _spans(denials, Polarity.DENIES)
    rejected = _spans(denials, Polarity.REJECTS_DENIAL)
    for reading in message.readings:
        for match in matches(passage, reading):
            spans = {clue.span for clue in match.sentences}
            says = polarity.of_reading(match, passage)
            if says is Polarity.DENIES and not _names_core(passage, match, message):
                says = Polarity.UNCLEAR
            if spans.isdisjoint(taken) and not (says is Polarity.DENIES and spans & rejected):
                yield Claim(message.id, match, says)


def _names_core(passage: Passage, match: Match, message: Message) -> bool:
    """Whether the sentences around clearly name what the message is about; else a negation accuses nobody."""
    first, last = passage.clues.index(match.sentences[0]), passage.clues.index(match.sentences[-1])
    around = passage.clues[max(first - AROUND, 0) : last + AROUND + 1]
    clear = {one.concept for clue in around for one in clue.evidence if not one.weak}
    return all(not clear.isdisjoint(slot(text)[0]) for text in message.core)


def _spans(found: Iterable[Claim], says: Polarity) -> set[Span]:
    return {clue.span for one in found if one.says is says for clue in one.match.sentences}


def _outdoes(other: Claim, one: Claim) -> bool:
    if other.message == one.message or other.match.strength <= one.match.strength:
        return False
    mine = [e for e in one.match.evidence if e.concept not in _SHARED]
    return any(e.overlaps(o) for e in mine for o in other.match.evidence if o.concept not in _SHARED)
