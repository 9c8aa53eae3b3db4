"""A match in its passage -> whether the text only supposes, asks or reports the claim in order to turn it down."""

from __future__ import annotations

from collections.abc import Sequence

from ipr_lint.nlp.messages.passages import Clue, Evidence, Passage, Word
from ipr_lint.nlp.messages.readings import Match, slot

_IF = frozenset({"hvis", "dersom", "om", "viss", "if"})
_HAD = frozenset({"hadde", "var", "stemte", "virkelig", "verkeleg", "faktisk", "really", "were", "had", "was", "truly"})
_WOULD = frozenset({"ville", "burde", "skulle", "hadde", "would", "should", "ought"})
_INVERTED = frozenset({"hadde", "var", "skulle", "had", "were"})  # «Hadde det vært slik, ville …»
_WITHOUT = frozenset({"alene", "åleine", "uten", "utan", "ikke", "ikkje", "alone", "without", "not", "n't", "n’t"})
_DOUBTED = frozenset({"så", "egentlig", "eigentleg", "so", "actually", *_HAD} - {"hadde", "var", "were", "had", "was"})
_SHORT_ANSWER = 6  # words: «Knapt.», «Svaret er nei.», «Ikke kommunene, i hvert fall.»
_NAYS = frozenset({"nektelse", "mengde som nekter", "nei"})
_ECHO = 3  # words
_TURNING = _NAYS | {"avviser innholdet", "avviser andre", "vender om", "snarere"}
_OTHERS_SAY = frozenset({"andres ord", "andres påstand"})
_REJECTING = frozenset({"avviser andre", "avviser innholdet", "vender om"})


def is_supposed_against_fact(match: Match) -> bool:
    """«Hvis Oslo var så viktig for landet, ville Nordland merket det»: the claim stands in the unreal condition."""
    if any(_is_doubted_condition(clue.words) for clue in match.sentences):
        return True
    return any(_in_unreal_condition(one, clue) for one in claims_of(match) for clue in match.sentences)


def is_answered_no(match: Match, passage: Passage) -> bool:
    """«Hva har Bergen igjen for det? Ingenting.»: a question that holds the claim, and a short nay."""
    last = match.sentences[-1]
    after = passage.clues[passage.clues.index(last) + 1 :][:1]
    if _is_echo(last) and any(not clue.names.isdisjoint(_TURNING) for clue in after):
        return True
    open_ = last.words[-1].form == "?" or _condition(last.words) is not None
    return open_ and any(_is_nay(clue) for clue in after)


def is_reported_then_rejected(match: Match, passage: Passage) -> bool:
    """«Det påstås at … I praksis er det omvendt.»: others say it, the next sentence turns it down."""
    last = passage.clues.index(match.sentences[-1])
    said = any(not clue.names.isdisjoint(_OTHERS_SAY) for clue in match.sentences)
    return said and any(not clue.names.isdisjoint(_REJECTING) for clue in passage.clues[last + 1 : last + 2])


def claims_of(match: Match) -> list[Evidence]:
    """The words that carry the claim itself: those in the last slot of the reading."""
    wanted = slot(match.reading.all[-1])[0]
    return [one for one in match.evidence if one.concept in wanted]


def _is_echo(clue: Clue) -> bool:
    """«Medlemsstyrt?»: a catchword thrown back as a question."""
    return clue.words[-1].form == "?" and sum(word.form[0].isalpha() for word in clue.words) <= _ECHO


def _is_nay(clue: Clue) -> bool:
    nays = [one.first - clue.first for one in clue.evidence if one.concept in _NAYS]
    words = sum(word.form[0].isalpha() for word in clue.words)
    return bool(nays) and (words <= _SHORT_ANSWER or min(nays) == 0)


def _in_unreal_condition(claim: Evidence, clue: Clue) -> bool:
    if claim.block != clue.span.block:
        return False
    at = claim.first - clue.first
    span = _condition(clue.words)
    if span is None or not span[0] <= at < span[1]:
        return False
    return not any(word.form in _WITHOUT for word in clue.words[span[0] : span[1]])


def _is_doubted_condition(words: Sequence[Word]) -> bool:
    """«Hvis regionen hadde vært så viktig, ville …»: «så», «virkelig» and «faktisk» say that it is not."""
    span = _condition(words)
    return span is not None and any(word.form in _DOUBTED for word in words[span[0] : span[1]])


def _condition(words: Sequence[Word]) -> tuple[int, int] | None:
    """First and end of an unreal condition: «hvis … hadde …, ville», «hadde …, ville», «ville … hvis … hadde …»."""
    forms = [word.form for word in words]
    start = next((i for i, form in enumerate(forms) if form.isalpha()), 0)
    if forms[start] in _INVERTED or (forms[start] in _IF and not _HAD.isdisjoint(forms[start:])):
        for end in (i for i, form in enumerate(forms) if form == ","):
            if end > start and not _WOULD.isdisjoint(forms[end + 1 : end + 4]):
                return start, end
        return None
    for at in (i for i, form in enumerate(forms) if form in _IF and i > start):
        if not _WOULD.isdisjoint(forms[:at]) and not _HAD.isdisjoint(forms[at : at + 6]):
            return at, len(forms)
    return None
