"""Mentions whose own evidence is thin -> one more piece of evidence each: how the encoder reads the context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, islice

from ipr_lint.facts.names import Names, SecondOpinion
from ipr_lint.nlp.encoder import encoder
from ipr_lint.nlp.encoder.marking import Parts, marked
from ipr_lint.nlp.mentions.discourse import Drafted
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.spot import JUDGED, Form

_WORD = re.compile(r"[^\W\d_]{2,}")
WHY = "sammenhengen, slik språkmodellen leser den"


def add(drafted: Sequence[Drafted], names: Names) -> None:
    """Ask about all of them at once and put each answer beside the mention's other evidence."""
    asked = [one for one in drafted if _is_thin(one, names.second_opinion)]
    if not asked:
        return
    contexts = _contexts(asked, drafted, names)
    different = list(islice(dict.fromkeys(contexts), names.second_opinion.most_asked))
    odds = dict(zip(different, encoder().mentions(different), strict=True))
    most, caution = names.second_opinion.most, names.second_opinion.caution
    for (_, place, evidence), context in zip(asked, contexts, strict=True):
        if context not in odds:
            continue
        weight = max(-most, min(most, odds[context] + (caution if place.form is Form.FULL else -caution)))
        evidence.append(Evidence(round(weight, 2), WHY))


def _is_thin(one: Drafted, opinion: SecondOpinion) -> bool:
    block, place, evidence = one
    if place.form not in JUDGED or place.compound:
        return False
    around = chain(_WORD.finditer(block.text, 0, place.start), _WORD.finditer(block.text, place.end))
    enough = sum(1 for _ in islice(around, opinion.least_words)) == opinion.least_words
    return enough and abs(sum(found.weight for found in evidence)) < opinion.asked_below


def _contexts(asked: Sequence[Drafted], drafted: Sequence[Drafted], names: Names) -> list[Parts]:
    places: dict[int, list[tuple[int, int]]] = {}
    for block, place, _ in drafted:
        if place.form in JUDGED:
            places.setdefault(block.id, []).append((place.start, place.name_end if place.compound else place.end))
    return [marked(block.text, places[block.id], (place.start, place.end), names.area) for block, place, _ in asked]
