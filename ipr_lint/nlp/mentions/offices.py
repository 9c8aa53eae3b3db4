"""«Fagrådet for transport i Osloregionen», «ansvarlig for klima i …» -> the body or office, which governs «i»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions import people
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading, is_copula
from ipr_lint.nlp.mentions.table import STRONG

if TYPE_CHECKING:
    from spacy.tokens import Token

_FOR = frozenset({"for", "innen", "innenfor", "innan", "innanfor"})
_OPENS_TITLE = frozenset({":", "–", "|"})
_AFTER_NAME = frozenset({",", "(", "som"})
_REACH = 8  # tokens that a topic may take: «for klima, miljø og …» does not count on beyond a comma


def head_of_topic(reading: Reading, prep: Token, lexicon: Lexicon) -> Token | None:
    """The noun before «for» and its topic, if it is one of the organisation's own bodies or roles."""
    head = _before_topic(reading, prep)
    if head is None:
        return None
    body = head.pos_ == "NOUN" or (head.pos_ == "PROPN" and head.is_sent_start)
    return head if body and lexicon.noun(head) >= STRONG else None


def in_charge(reading: Reading, prep: Token, lexicon: Lexicon) -> Evidence | None:
    """«Kari Vik, ansvarlig for klima i …»: one person's office, whose topic is a field, no thing that stands there."""
    head = _before_topic(reading, prep)
    if head is None or head.pos_ == "NOUN" or prep.lower_ not in people.FROM or _is_thing(head, prep):
        return None
    if lexicon.common_roles.fullmatch(head.lower_ + "e") is None or not _of_one_person(reading, head, lexicon):
        return None
    return Evidence(lexicon.weights.strong, f"«{head.text} for … {prep.text} …»", (head.i,))


def _before_topic(reading: Reading, prep: Token) -> Token | None:
    """What stands before «for» and one phrase; «rådgiver med ansvar for» is «rådgiver»."""
    for index in range(prep.i - 1, max(reading.sentence_start, prep.i - _REACH) - 1, -1):
        token = reading.doc[index]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "CCONJ", "ADP", "SCONJ", "DET", "NUM") or token.text == ",":
            return None
        if token.lower_ in _FOR and index > reading.sentence_start:
            start = index - 3 if reading.doc[max(index - 2, 0) : index].text.lower() == "med ansvar" else index - 1
            return reading.doc[max(start, reading.sentence_start)]
    return None


def _is_thing(head: Token, prep: Token) -> bool:
    """«ansvarlig for bussene i …»: what is named as known stands there, whoever has charge of it."""
    topic = [token for token in head.doc[head.i + 2 : prep.i] if token.pos_ == "NOUN"]
    return any("Def" in token.morph.get("Definite", []) for token in topic)


def _of_one_person(reading: Reading, head: Token, lexicon: Lexicon) -> bool:
    """A title of its own («Kari Vik, ansvarlig for»), or said of a person: «hun er ansvarlig for», not «staten er»."""
    if head.i == reading.sentence_start or reading.doc[head.i - 1].text in _OPENS_TITLE:
        return True
    before = reading.doc[head.i - 1]
    said = before.text in _AFTER_NAME or is_copula(before)
    return said and people.is_person(reading.doc[reading.sentence_start : before.i], lexicon)
