"""People before «i Osloregionen» -> the organisation's («Ola Vik i …») or the area's («200 ledere i …»)?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FROM = frozenset({"i", "fra", "frå", "hos", "hjå", "ved"})
_ORIGIN = frozenset({"fra", "frå"})
_ONE = frozenset({"jeg", "eg", "du", "han", "hun", "ho", "hen"})
_EACH = frozenset({"hver", "hvert", "kvar", "kvart"})
_SINGLE = frozenset({"en", "én", "ein", "ett", "et", "eit", "1"})
_SEVERAL = frozenset({"flere", "fleire", "mange", "alle", "ulike", "begge", "noen", "nokre"})
_FEW = 20  # so many leaders or advisers an organisation of this kind may have; more of them are people in the area


def person(reading: Reading, prep: Token, lexicon: Lexicon) -> Evidence | None:
    """«kontakt Ola Vik i Osloregionen»: a given name and a surname; «fra» may tell where somebody comes from."""
    if prep.lower_ not in FROM or prep.i - 2 < reading.sentence_start:
        return None
    for first in reading.doc[max(reading.sentence_start, prep.i - 3) : prep.i - 1]:
        last = reading.doc[prep.i - 1]
        if first.lower_ in lexicon.given_names and first.text[:1].isupper() and last.text[:1].isupper():
            weight = lexicon.weights.weak if prep.lower_ in _ORIGIN else lexicon.weights.clear
            return Evidence(weight, f"«{first.text} … {last.text} {prep.text} …»")
    return None


def is_person(words: Span, lexicon: Lexicon) -> bool:
    """Whether these words end in «hun», or in a name of two words that no known organisation has."""
    if not len(words) or words[-1].lower_ in _ONE:
        return bool(len(words))
    last = words[-2:]
    if len(last) < 2 or not all(token.text[0].isupper() and not token.is_upper for token in last):
        return False
    return last[0].lower_ in lexicon.given_names or (last[-1].pos_ == "PROPN" and not lexicon.name(last.text))


def is_one_person(verb: Token) -> bool:
    """Whether the subject is «hun», «jeg» and so on."""
    return any(child.dep_ == "nsubj" and child.lower_ in _ONE for child in verb.children)


def one_in_so_many(noun: Token) -> bool:
    """«hver tredje ansatt i …»: a share of those who live there."""
    before = noun.doc[max(0, noun.i - 2) : noun.i]
    return len(before) == 2 and before[0].lower_ in _EACH and before[1].pos_ in ("ADJ", "NUM")


def counted(role: Token, lexicon: Lexicon) -> bool:
    """«400 ansatte i …»: more than an organisation of this kind has."""
    numbers = [token for token in role.doc[max(0, role.i - 4) : role.i] if token.pos_ == "NUM"]
    many = len(numbers) > 1 or any(_is_many(token) for token in numbers)
    return many and lexicon.common_roles.fullmatch(role.lower_) is not None


def of_many(role: Token, lexicon: Lexicon) -> bool:
    """«1200 ledere», «ledere» without an article, «fagforeningene», «seks ungdomsråd»: found all over the area."""
    if lexicon.common_bodies.fullmatch(role.lower_):
        return True
    if lexicon.body.fullmatch(role.lower_) and _is_several(role):
        return True
    if not lexicon.common_roles.fullmatch(role.lower_):
        return False
    numbers = [token for token in role.doc[max(0, role.i - 4) : role.i] if token.pos_ == "NUM"]
    return not numbers or len(numbers) > 1 or _is_many(numbers[0])


def _is_several(noun: Token) -> bool:
    """«seks ungdomsråd», «flere utvalg»."""
    before = noun.doc[max(0, noun.i - 2) : noun.i]
    return any((token.pos_ == "NUM" and token.lower_ not in _SINGLE) or token.lower_ in _SEVERAL for token in before)


def _is_many(token: Token) -> bool:
    digits = "".join(char for char in token.text if char.isdigit())
    return bool(digits) and float(digits) > _FEW
