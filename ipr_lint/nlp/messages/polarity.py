"""A match in its passage -> whether the text stands by it, denies it, or only mentions it to reject it."""

from __future__ import annotations

from enum import Enum

from ipr_lint.nlp.messages.passages import Clue, Evidence, Passage
from ipr_lint.nlp.messages.readings import Match, slot

BEFORE = 7  # words that a negation reaches forward
AFTER = 3  # words that it reaches back: «er regionen ikke»
NEGATION = "nektelse"
NOT_A_NEGATION = "nektelse som ikke nekter"
REJECTS_CONTENT = "avviser innholdet"
REJECTS_OTHERS = "avviser andre"
QUITE_THE_REVERSE = "tvert imot"  # rejects what was claimed, but goes on with what was negated
_CLAUSE_ENDS = frozenset(";:–—.!?(),")
_TURNS = frozenset({"men", "mens", "but", "while", "whereas"})
_SUBCLAUSES = frozenset({"som", "at", "who", "which", "that"})  # a negation after these does not reach back


class Polarity(Enum):
    """What a text does with a claim."""

    STATES = "states"
    DENIES = "denies"
    REJECTS_DENIAL = "rejects denial"
    UNCLEAR = "unclear"  # negated, but in words too weak to accuse a text of contradiction


def of_reading(match: Match, passage: Passage) -> Polarity:
    """Whether a reading that conveys a message is stated, or denied by a negation or «det er en myte at»."""
    rejected = any(e.concept == REJECTS_CONTENT for clue in match.sentences for e in clue.evidence)
    if _claim_is_negated(match) == rejected:
        return Polarity.STATES
    if any(e.weak for e in match.evidence):
        return Polarity.UNCLEAR
    return Polarity.REJECTS_DENIAL if _followed_by(match, passage, REJECTS_OTHERS) else Polarity.DENIES


def of_denial(match: Match, passage: Passage) -> Polarity:
    """Whether a reading that denies a message is the text's own word, or one it rejects."""
    rejected = any(e.concept == REJECTS_CONTENT for clue in match.sentences for e in clue.evidence)
    if rejected or _claim_is_negated(match) or _followed_by(match, passage, REJECTS_OTHERS, QUITE_THE_REVERSE):
        return Polarity.REJECTS_DENIAL
    return Polarity.DENIES


def is_harmless(match: Match) -> bool:
    """Whether a denial rests on «ikke bare», «ingen andre» and the like, or is itself negated: it denies nothing."""
    sound = [e for clue in match.sentences for e in clue.evidence if e.concept == NOT_A_NEGATION]
    inside = (set(range(e.first, e.last)) - set(e.words) for e in match.evidence)
    negations = {e.first for clue in match.sentences for e in clue.evidence if e.concept == NEGATION}
    if any(gap & negations for gap in inside):
        return True
    unbroken = [e for e in sound if e.last - e.first + 1 == len(e.words)]
    return any(one.overlaps(e) for one in unbroken for e in match.evidence)


def _claim_is_negated(match: Match) -> bool:
    claim = slot(match.reading.all[-1])[0]
    return any(_negated(e, match, clue) for e in match.evidence if e.concept in claim for clue in match.sentences)


def _negated(claim: Evidence, match: Match, clue: Clue) -> bool:
    if claim.block != clue.span.block or not clue.first <= claim.first < clue.first + len(clue.words):
        return False
    harmless = {i for e in clue.evidence if e.concept == NOT_A_NEGATION for i in range(e.first, e.last + 1)}
    harmless.update(index for e in match.evidence for index in e.words)
    for one in clue.evidence:
        if one.concept != NEGATION or harmless & set(one.words):
            continue
        at = one.first
        near = claim.first - BEFORE <= at <= claim.last + AFTER
        if near and not _clause_between(clue, at, claim):
            return True
    return False


def _clause_between(clue: Clue, at: int, claim: Evidence) -> bool:
    low, high = (at + 1, claim.first) if at < claim.first else (claim.last + 1, at)
    between = clue.words[low - clue.first : max(low, high) - clue.first]
    ends = _CLAUSE_ENDS | _TURNS | (_SUBCLAUSES if at > claim.last else frozenset())
    return any(word.form in ends for word in between)


def _followed_by(match: Match, passage: Passage, *concepts: str) -> bool:
    """«… De tar feil» in the sentence itself or one of the two after it."""
    last = passage.clues.index(match.sentences[-1])
    around = (*match.sentences, *passage.clues[last + 1 : last + 3])
    return any(e.concept in concepts for clue in around for e in clue.evidence)
