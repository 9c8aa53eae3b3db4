"""«Osloregionen IPR» as written -> what speaks for its writer meaning just that: «vi», members, a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading, forms

if TYPE_CHECKING:
    from spacy.tokens import Token

_WE = frozenset({"vi", "me", "oss", "vår", "vårt", "våre", "vårs"})
_IN = frozenset({"i", "innen", "innad", "med"})
_SOURCE = frozenset({"fra", "frå"})
_NEXT = 3  # tokens of the next sentence in which its subject stands


def evidence(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """For a mention that has «IPR» already: calling it wrong wants more than for one that lacks it.

    The members are in the organisation as they are in the area («ordførerne i …»), a «vi» is the organisation's own,
    what can be sent and is «fra Osloregionen IPR» has it as sender, and one may talk «om» either.
    """
    before, noun = reading.left(), reading.left(2)
    if before is None:
        return
    lowered = before.lower_
    if lowered == "om":
        yield Evidence(lexicon.weights.place / 2, "etter «om»")
    if lowered in _IN and (spoken := _we(reading)) is not None:
        yield Evidence(lexicon.weights.clear, f"«{spoken.text}» taler i teksten")
    elif lowered in _IN and noun is not None and noun.pos_ == "NOUN" and lexicon.members.compound(*forms(noun)):
        yield Evidence(lexicon.weights.strong, f"medlemmer: «{noun.text} {before.text} …»")
    elif lowered in _SOURCE and noun is not None and noun.pos_ == "NOUN" and lexicon.things.exact(*forms(noun)):
        yield Evidence(lexicon.weights.strong, f"«{noun.text} {before.text} …»")


def _we(reading: Reading) -> Token | None:
    end = min(reading.sentence_end + _NEXT, len(reading.doc))
    return next((token for token in reading.doc[reading.sentence_start : end] if token.lower_ in _WE), None)
