"""A passage and the messages -> what the passage claims; where two messages rest on the same words, the clearer one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.messages import Message
from ipr_lint.nlp.messages import polarity
from ipr_lint.nlp.messages.passages import Passage
from ipr_lint.nlp.messages.polarity import Polarity
from ipr_lint.nlp.messages.readings import Match, matches

# Who and where: these may serve several messages at once.
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
    yield from denials
    taken = {clue.span for one in denials if one.says is Polarity.DENIES for clue in one.match.sentences}
    for reading in message.readings:
        for match in matches(passage, reading):
            if not any(clue.span in taken for clue in match.sentences):
                yield Claim(message.id, match, polarity.of_reading(match, passage))


def _outdoes(other: Claim, one: Claim) -> bool:
    if other.message == one.message or other.match.strength <= one.match.strength:
        return False
    mine = [e for e in one.match.evidence if e.concept not in _SHARED]
    return any(e.overlaps(o) for e in mine for o in other.match.evidence if o.concept not in _SHARED)
