"""A match in its passage -> whether the text stands by it, denies it, or only mentions it to reject it."""

from __future__ import annotations

from enum import Enum

from ipr_lint.nlp.messages import frames
from ipr_lint.nlp.messages.negation import NEGATION, NOT_A_NEGATION, REJECTS_CONTENT, claim_is_negated
from ipr_lint.nlp.messages.passages import Clue, Evidence, Passage
from ipr_lint.nlp.messages.readings import Match, slot

DOUBLE_NEGATION = "dobbel nektelse"
REJECTS_OTHERS = "avviser andre"
OTHERS_SAY = "andres ord"
OPEN_QUESTION = "åpent spørsmål"
QUITE_THE_REVERSE = "tvert imot"  # rejects what was claimed, but goes on with what was negated
_STOPS = frozenset(";:–—")  # «Det stemmer ikke: …» says nothing about what follows


class Polarity(Enum):
    """What a text does with a claim."""

    STATES = "states"
    DENIES = "denies"
    REJECTS_DENIAL = "rejects denial"
    UNCLEAR = "unclear"  # negated, but in words too weak to accuse a text of contradiction


def of_reading(match: Match, passage: Passage) -> Polarity:
    """Whether a reading that conveys a message is stated, or denied by a negation or «det er en myte at»."""
    if frames.is_supposed_against_fact(match) or frames.is_answered_no(match, passage):
        return Polarity.DENIES
    if frames.is_reported_then_rejected(match, passage):
        return Polarity.DENIES
    rejected = _is_rejected(match, own_words=False)
    if _asks(match):
        return Polarity.UNCLEAR
    negated = claim_is_negated(match)
    if negated == rejected:
        return Polarity.STATES
    if negated and not match.reading.deniable:
        return Polarity.UNCLEAR
    weak = sum(e.weak for e in match.evidence)
    if weak > 1 or (weak and not rejected and any(e.weak for e in frames.claims_of(match))):
        return Polarity.UNCLEAR
    return Polarity.REJECTS_DENIAL if _followed_by(match, passage, REJECTS_OTHERS) else Polarity.DENIES


def of_denial(match: Match, passage: Passage) -> Polarity:
    """Whether a reading that denies a message is the text's own word, or one it rejects."""
    if frames.is_supposed_against_fact(match):
        return Polarity.REJECTS_DENIAL
    if _is_rejected(match, own_words=True) or claim_is_negated(match):
        return Polarity.REJECTS_DENIAL
    if _followed_by(match, passage, REJECTS_OTHERS, QUITE_THE_REVERSE):
        return Polarity.REJECTS_DENIAL
    return Polarity.UNCLEAR if _asks(match) or _is_reported(match) else Polarity.DENIES


def is_harmless(match: Match) -> bool:
    """Whether a denial rests on «ikke bare», «ingen andre» and the like, or is itself negated: it denies nothing."""
    sound = [e for clue in match.sentences for e in clue.evidence if e.concept == NOT_A_NEGATION]
    inside = (set(range(e.first, e.last)) - set(e.words) for e in match.evidence)
    negations = {e.first for clue in match.sentences for e in clue.evidence if e.concept == NEGATION}
    if any(gap & negations for gap in inside):
        return True
    doubled = [e for clue in match.sentences for e in clue.evidence if e.concept == DOUBLE_NEGATION]
    if any(_spans(one, e) for one in doubled for e in match.evidence):
        return True
    unbroken = [e for e in sound if e.last - e.first + 1 == len(e.words)]
    return any(one.overlaps(e) for one in unbroken for e in match.evidence)


def _spans(outer: Evidence, inner: Evidence) -> bool:
    return outer.block == inner.block and outer.first <= inner.last and inner.first <= outer.last


def _is_rejected(match: Match, *, own_words: bool) -> bool:
    """«Det er en myte at …» before or after the claim; with `own_words` it may share words with the match."""
    return any(
        _reaches(one, e, clue)
        for clue in match.sentences
        for one in clue.evidence
        if one.concept == REJECTS_CONTENT and (own_words or not any(one.overlaps(e) for e in match.evidence))
        for e in match.evidence
        if e.concept in slot(match.reading.all[-1])[0] and (own_words or _not_after(e, clue))
    )


def _not_after(claim: Evidence, clue: Clue) -> bool:
    return claim.block == clue.span.block and claim.first < clue.first + len(clue.words)


def _reaches(one: Evidence, claim: Evidence, clue: Clue) -> bool:
    if claim.block != one.block:
        return True
    low, high = sorted((one.last, claim.first)) if one.last < claim.first else (claim.last, one.first)
    between = clue.words[max(low + 1 - clue.first, 0) : max(high - clue.first, 0)]
    return not any(word.form in _STOPS for word in between)


def _asks(match: Match) -> bool:
    """A question whether it is so, without saying it."""
    return any(
        e.concept == OPEN_QUESTION and clue.words[-1].form == "?" for clue in match.sentences for e in clue.evidence
    )


def _is_reported(match: Match) -> bool:
    return any(e.concept == OTHERS_SAY for clue in match.sentences for e in clue.evidence)


def _followed_by(match: Match, passage: Passage, *concepts: str) -> bool:
    """«… De tar feil» in the sentence itself or one of the two after it."""
    last = passage.clues.index(match.sentences[-1])
    around = (*match.sentences, *passage.clues[last + 1 : last + 3])
    return any(e.concept in concepts for clue in around for e in clue.evidence)
