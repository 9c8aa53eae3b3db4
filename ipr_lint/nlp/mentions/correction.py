"""A mention with the wrong form -> the span to replace and the right form, agreeing in genitive and gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipr_lint.facts.names import Names
from ipr_lint.model import Span
from ipr_lint.nlp.mentions import Form, Mention
from ipr_lint.nlp.mentions.classify import locate
from ipr_lint.nlp.mentions.reading import noun_after

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ipr_lint.nlp.analysis import Analysis


def corrected(draft: Analysis, mention: Mention, names: Names) -> tuple[Span, str]:
    """The span and its replacement: the full name for a bare one, the bare name for a full one."""
    place = mention.place
    span = Span(mention.block.id, place.start, place.end)
    if place.form is Form.FULL:
        written = mention.block.text[place.name_end : place.end]
        if place.possessive and place.possessive != "s":
            tail = mention.block.text[place.name_end :].lstrip()
            gap = len(mention.block.text[place.name_end :]) - len(tail)
            end = place.name_end + gap + len(place.possessive)
            return Span(mention.block.id, place.start, end), names.area + "s"
        return span, names.area + ("s" if place.possessive else written)
    if place.compound:
        return span, f"{names.organisation}-{place.compound}"
    if place.possessive == "s":
        return span, names.organisation + ("s" if names.genitive == "IPRs" else f" {possessive(draft, mention)}")
    return span, names.organisation


def possessive(draft: Analysis, mention: Mention) -> str:
    """«sin», «sitt», «sine» or Nynorsk feminine «si», by what is possessed; «sin» where that cannot be told."""
    doc = draft.doc(mention.block)
    reading = locate(draft, mention.block, mention.place, doc) if doc is not None else None
    head = noun_after(reading) if reading is not None else None
    if head is None:
        return "sin"
    return _agreeing(head, nynorsk=draft.language_of(mention.block) == "nn")


def _agreeing(head: Token, *, nynorsk: bool) -> str:
    if "Plur" in head.morph.get("Number", []):
        return "sine"
    if "Neut" in head.morph.get("Gender", []):
        return "sitt"
    return "si" if nynorsk and "Fem" in head.morph.get("Gender", []) else "sin"
