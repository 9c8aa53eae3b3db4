"""Mentions whose own evidence is thin -> one more piece of evidence each: how the encoder reads the context."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ipr_lint.facts.names import Names, SecondOpinion
from ipr_lint.model import Block
from ipr_lint.nlp.encoder import encoder
from ipr_lint.nlp.encoder.marking import Parts, marked
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.spot import Form, Place

Drafted = tuple[Block, Place, list[Evidence]]
_JUDGED = (Form.BARE, Form.FULL)
_WORD = re.compile(r"[^\W\d_]{2,}")
WHY = "sammenhengen, slik språkmodellen leser den"


def add(drafted: Sequence[Drafted], names: Names) -> None:
    """Ask about all of them at once and put each answer beside the mention's other evidence."""
    asked = [one for one in drafted if _is_thin(one, names.second_opinion)]
    if not asked:
        return
    answers = encoder().mentions([_context(one, drafted, names) for one in asked])
    for (_, place, evidence), odds in zip(asked, answers, strict=True):
        most, caution = names.second_opinion.most, names.second_opinion.caution
        weight = max(-most, min(most, odds + (caution if place.form is Form.FULL else -caution)))
        evidence.append(Evidence(round(weight, 2), WHY))


def _is_thin(one: Drafted, opinion: SecondOpinion) -> bool:
    block, place, evidence = one
    around = _WORD.findall(block.text[: place.start] + " " + block.text[place.end :])
    judged = place.form in _JUDGED and not place.compound and len(around) >= opinion.least_words
    return judged and abs(sum(found.weight for found in evidence)) < opinion.asked_below


def _context(one: Drafted, drafted: Sequence[Drafted], names: Names) -> Parts:
    block = one[0]
    here = [other for other in drafted if other[0].id == block.id and other[1].form in _JUDGED]
    places = [(other[1].start, other[1].name_end if other[1].compound else other[1].end) for other in here]
    index = next(i for i, other in enumerate(here) if other is one)
    return marked(block.text, places, index, names.area)
