"""What the readings claim and what the encoder reads -> what a text does with each message, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.messages import Message, Messages, SecondOpinion
from ipr_lint.model import Span
from ipr_lint.nlp.messages.claims import Claim
from ipr_lint.nlp.messages.passages import Clue, Evidence
from ipr_lint.nlp.messages.polarity import Polarity
from ipr_lint.nlp.messages.readings import slot
from ipr_lint.nlp.messages.second_opinion import Opinion

READ = "språkmodellens lesning"
_MOST_WORDS = 4  # words named where no reading fits


@dataclass(frozen=True, slots=True)
class Judged:
    """A message conveyed or denied in some sentences, by a reading's name and the words that filled it."""

    message: str
    says: Polarity
    sentences: tuple[Clue, ...]
    reading: str
    evidence: tuple[Evidence, ...]


def judge(facts: Messages, claims: Sequence[Claim], opinions: Sequence[Opinion]) -> list[Judged]:
    """Claims in sentences that the encoder did not read stand; where it read, both voices are weighed."""
    read = {clue.span for opinion in opinions for clue in opinion.clues}
    found = [_of_claim(claim) for claim in claims if read.isdisjoint(clue.span for clue in claim.match.sentences)]
    starting: dict[Span, list[Claim]] = {}
    for claim in claims:
        starting.setdefault(claim.match.sentences[0].span, []).append(claim)
    for opinion in opinions:
        inside = {clue.span for clue in opinion.clues}
        near = (claim for clue in opinion.clues for claim in starting.get(clue.span, ()))
        here = [claim for claim in near if inside.issuperset(clue.span for clue in claim.match.sentences)]
        found += [one for index, message in enumerate(facts.messages) for one in
                  _weigh(facts, message, opinion, index, [claim for claim in here if claim.message == message.id])]
    denials = [one for one in found if one.says is Polarity.DENIES]
    return [one for one in found if not any(_takes_back(denial, one) for denial in denials)]


def _takes_back(denial: Judged, one: Judged) -> bool:
    """Whether a passage as a whole denies what a sentence in it says."""
    against = one.says is Polarity.STATES and denial.message == one.message
    return against and {clue.span for clue in denial.sentences}.issuperset(clue.span for clue in one.sentences)


def _weigh(
    facts: Messages, message: Message, opinion: Opinion, index: int, claims: Sequence[Claim]
) -> Iterator[Judged]:
    weights = facts.second_opinion
    states, denies = _support(weights, claims, Polarity.STATES), _support(weights, claims, Polarity.DENIES)
    rejects = _support(weights, claims, Polarity.REJECTS_DENIAL)
    conveyed = opinion.conveyed[index] + states + rejects - denies
    denied = opinion.denied[index] + denies
    shown = denies or denied > weights.denied_surely or not opinion.names.isdisjoint(weights.signs_of_denial)
    says = None
    if denied > (weights.denied_against if states or rejects else weights.denied_above) and denied > conveyed and shown:
        says = Polarity.DENIES
    elif conveyed > (weights.conveyed_above if states else weights.conveyed_alone):
        says = Polarity.STATES
    if says is None:
        return
    agreeing = [_of_claim(claim) for claim in claims if claim.says is says]
    if not agreeing and all(not opinion.names.isdisjoint(slot(text)[0]) for text in message.core):
        yield Judged(message.id, says, opinion.clues, READ, _words(message, opinion.clues))
    yield from agreeing


def _support(weights: SecondOpinion, claims: Sequence[Claim], says: Polarity) -> float:
    """What the readings that say so are worth: more where every wording is a clear one."""
    clear = [claim.match.strength[0] >= 1 for claim in claims if claim.says is says]
    return weights.support_clear if any(clear) else weights.support if clear else 0.0


def _of_claim(claim: Claim) -> Judged:
    match = claim.match
    return Judged(claim.message, claim.says, match.sentences, match.reading.name, match.evidence)


def _words(message: Message, clues: Sequence[Clue]) -> tuple[Evidence, ...]:
    """The words of the message's own concepts, the clear ones first."""
    own = {name for reading in (*message.readings, *message.denials) for text in reading.all for name in slot(text)[0]}
    inside = [one for clue in clues for one in clue.evidence if one.concept in own]
    chosen = list[Evidence]()
    for one in sorted(inside, key=lambda e: (e.weak, e.block, e.words)):
        if len(chosen) < _MOST_WORDS and not any(one.overlaps(other) for other in chosen):
            chosen.append(one)
    return tuple(chosen)
