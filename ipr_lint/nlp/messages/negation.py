"""A match -> whether a negation reaches its claim: forward and back within the clause, not across «men» or a comma."""

from __future__ import annotations

from ipr_lint.nlp.messages.passages import Clue, Evidence
from ipr_lint.nlp.messages.readings import Match, slot

BEFORE = 7  # words that a negation reaches forward
AFTER = 3  # words that it reaches back: «er regionen ikke»
NEGATION = "nektelse"
NOT_A_NEGATION = "nektelse som ikke nekter"
REJECTS_CONTENT = "avviser innholdet"
_OTHERS = frozenset({"hele landet", "sted utenfor"})
_WITHOUT = frozenset({"uten", "utan", "without"})
_OR = frozenset({"eller", "or"})  # «om de møter eller ikke» denies nothing
_CLAUSE_ENDS = frozenset(";:–—.!?(),")
_TURNS = frozenset({"men", "mens", "but", "while", "whereas"})
_SUBCLAUSES = frozenset({"som", "at", "who", "which", "that"})  # a negation after these does not reach back


def claim_is_negated(match: Match) -> bool:
    """Whether a negation reaches the claim, or excepts those who would benefit."""
    claim = slot(match.reading.all[-1])[0]
    pairs = [(e, clue) for e in match.evidence for clue in match.sentences]
    if any(_negated(e, match, clue) or _is_without(e, clue) for e, clue in pairs if e.concept in claim):
        return True
    return any(_is_excepted(e, match, clue) for e, clue in pairs if e.concept in _OTHERS)


def _is_excepted(place: Evidence, match: Match, clue: Clue) -> bool:
    """«…, ikke resten av landet»: a negation right before those who would benefit."""
    sound = {i for e in clue.evidence if e.concept == NOT_A_NEGATION for i in e.words}
    sound.update(index for e in match.evidence for index in e.words)
    return any(
        e.concept == NEGATION and e.block == place.block and e.last == place.first - 1 and sound.isdisjoint(e.words)
        for e in clue.evidence
    )


def _is_without(claim: Evidence, clue: Clue) -> bool:
    """«uten mer biltrafikk», «uten gevinst for landet»."""
    before = claim.first - 1 - clue.first
    return _within(claim, clue) and before >= 0 and clue.words[before].form in _WITHOUT


def _within(claim: Evidence, clue: Clue) -> bool:
    return claim.block == clue.span.block and clue.first <= claim.first < clue.first + len(clue.words)


def _negated(claim: Evidence, match: Match, clue: Clue) -> bool:
    if not _within(claim, clue):
        return False
    harmless = {index for e in match.evidence for index in e.words}
    harmless.update(i for e in clue.evidence if e.concept == REJECTS_CONTENT for i in range(e.first, e.last + 1))
    harmless.update(i for e in clue.evidence if e.concept == NOT_A_NEGATION for i in range(e.first, e.last + 1))
    return any(
        _is_near(e, claim, clue) and not _clause_between(clue, e.first, claim)
        for e in clue.evidence
        if e.concept == NEGATION and harmless.isdisjoint(e.words)
    )


def _is_near(negation: Evidence, claim: Evidence, clue: Clue) -> bool:
    return claim.first - BEFORE <= negation.first <= claim.last + AFTER or _ends_clause(negation, clue)


def _ends_clause(negation: Evidence, clue: Clue) -> bool:
    """«Noen hjelp til vekst er den ikke.»: a negation at the end reaches back over its clause."""
    after = clue.words[negation.last + 1 - clue.first :]
    before = clue.words[max(negation.first - 1 - clue.first, 0)].form
    return before not in _OR and not any(word.form[0].isalpha() for word in after[:1])


def _clause_between(clue: Clue, at: int, claim: Evidence) -> bool:
    low, high = (at + 1, claim.first) if at < claim.first else (claim.last + 1, at)
    between = clue.words[low - clue.first : max(low, high) - clue.first]
    ends = _CLAUSE_ENDS | _TURNS | (_SUBCLAUSES if at > claim.last else frozenset())
    return any(word.form in ends for word in between)
