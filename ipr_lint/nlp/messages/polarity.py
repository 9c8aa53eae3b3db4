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
OTHERS_SAY = "andres ord"
OPEN_QUESTION = "åpent spørsmål"
QUITE_THE_REVERSE = "tvert imot"  # rejects what was claimed, but goes on with what was negated
_STOPS = frozenset(";:–—")  # «Det stemmer ikke: …» says nothing about what follows
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
    rejected = _is_rejected(match, own_words=False)
    if _asks(match):
        return Polarity.UNCLEAR
    if _claim_is_negated(match) == rejected:
        return Polarity.STATES
    if any(e.weak for e in match.evidence):
        return Polarity.UNCLEAR
    return Polarity.REJECTS_DENIAL if _followed_by(match, passage, REJECTS_OTHERS) else Polarity.DENIES


def of_denial(match: Match, passage: Passage) -> Polarity:
    """Whether a reading that denies a message is the text's own word, or one it rejects."""
    if _is_rejected(match, own_words=True) or _claim_is_negated(match):
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
    unbroken = [e for e in sound if e.last - e.first + 1 == len(e.words)]
    return any(one.overlaps(e) for one in unbroken for e in match.evidence)


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


def _within(claim: Evidence, clue: Clue) -> bool:
    return claim.block == clue.span.block and clue.first <= claim.first < clue.first + len(clue.words)


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


def _claim_is_negated(match: Match) -> bool:
    claim = slot(match.reading.all[-1])[0]
    return any(_negated(e, match, clue) for e in match.evidence if e.concept in claim for clue in match.sentences)


def _negated(claim: Evidence, match: Match, clue: Clue) -> bool:
    if not _within(claim, clue):
        return False
    harmless = {i for e in clue.evidence if e.concept == NOT_A_NEGATION for i in range(e.first, e.last + 1)}
    harmless.update(index for e in match.evidence for index in e.words)
    harmless.update(i for e in clue.evidence if e.concept == REJECTS_CONTENT for i in range(e.first, e.last + 1))
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
