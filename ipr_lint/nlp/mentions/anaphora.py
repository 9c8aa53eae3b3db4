"""What comes after the name -> evidence from the words that take it up again: «de», «med på laget»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading, forms

if TYPE_CHECKING:
    from spacy.tokens import Doc

_THEY = frozenset({"de", "dei", "dem", "deres", "deira"})
_WHERE = frozenset({"i", "på", "fra", "frå", "til", "hos"})
_REACH = 14  # tokens of the next sentences in which a pronoun takes the name up


def they(reading: Reading, lexicon: Lexicon) -> Evidence | None:
    """«Hvem har valgt Osloregionen? Likevel bruker de …»: a place is not «they», and nobody else is there to be."""
    doc, before = reading.doc, reading.left()
    if before is not None and before.lower_ in _WHERE:
        return None  # «i Osloregionen har de …»: those who live there
    end = min(reading.sentence_end + _REACH, len(doc))
    for index in range(reading.last, end):
        token = doc[index]
        if token.lower_ in _THEY and token.pos_ == "PRON":
            described = token.dep_ == "det" or doc[index + 1 : index + 2].text.lower() == "som"
            if described or _others(doc, reading, index):
                return None
            return Evidence(lexicon.weights.weak, f"«{token.text}» viser tilbake på navnet")
    return None


def _others(doc: Doc, reading: Reading, end: int) -> bool:
    """Whether another word could be what «they» are: a plural, or a second name."""
    around = [*range(reading.sentence_start, reading.first), *range(reading.last, end)]
    return any("Plur" in doc[i].morph.get("Number", []) or doc[i].pos_ == "PROPN" for i in around)


def of_members(doc: Doc, lexicon: Lexicon) -> bool:
    """Whether the text tells of members who come or go: what grows in it is their number."""
    for token in doc:
        if lexicon.membership.exact(*forms(token)) or lexicon.membership.phrase(
            forms(token), [forms(other) for other in doc[token.i + 1 : token.i + 5]]
        ):
            return True
    return False
