"""Words that commit the members, in a draft that does not say whom it was cleared with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import FactSheet, Phrases
from ipr_lint.model import Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_units import Unit, units
from ipr_lint.nlp.numbers import numbers
from ipr_lint.nlp.phrases import Found, find, find_all

needs = Needs.SENTENCES
_WHO = "våre|vår|alle|samtlige|samtlege|its|our|all|hele|heile|medlems*"


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases; `within` is in words."""

    for_whom: Annotated[Phrases, Meta(description="opens a commitment: «på vegne av»")]
    members: Annotated[Phrases, Meta(description="the members")]
    stand_behind: Annotated[Phrases, Meta(description="what members are said to demand or support")]
    decided: Annotated[Phrases, Meta(description="what tells in the same sentence who made the decision")]
    within: Annotated[int, Meta(ge=1, description="words between «på vegne av» and the members, at most")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per commitment, where the draft is about the organisation and `avklart_med` is empty."""
    subject = "|".join(draft.facts.get(FactSheet).subject)
    every = units(draft)
    if draft.context.metadata.get("avklart_med") or not any(find(subject, unit.words) for unit in every):
        return
    for unit in every:
        span = None if find(params.decided, unit.words) else _commitment(unit, params)
        if span is not None:
            yield Hit(span, evidence="«avklart_med» er ikke oppgitt")


def _commitment(unit: Unit, params: Params) -> Span | None:
    members = find_all(params.members, unit.words)
    for opening in find_all(params.for_whom, unit.words):
        for those in members:
            if 0 < those.first - opening.last <= params.within and _ours(unit, opening.last + 1, those):
                return unit.block.span(opening.start, those.end)
    for those in members:
        number = next((n for n in numbers(unit.text) if n.start + unit.start < those.start
                       and not unit.block.text[unit.start + n.end : those.start].strip()), None)
        claim = next((one for one in find_all(params.stand_behind, unit.words) if one.first == those.last + 1), None)
        if number and claim and number.value > 1:
            return unit.block.span(unit.start + number.start, claim.end)
    return None


def _ours(unit: Unit, first: int, those: Found) -> bool:
    """Whether it is our members that are spoken for: all of them, ours, or a number of them."""
    between = unit.words[first : those.last + 1]
    text = unit.block.text[between[0].start : between[-1].end]
    return find(_WHO, between) is not None or next(iter(numbers(text)), None) is not None or text.startswith("medlem")
