"""Whether a draft tells a named authority what the organisation thinks, needs, has achieved or wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Hit, Kind, Needs
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.fact_units import Unit, units
from ipr_lint.nlp.phrases import find

needs = Needs.SENTENCES
_OPENING = 8  # sentences and lines from the start, in which a letter names its addressee


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the two that must meet, and how near each other, in sentences."""

    channels: Annotated[tuple[str, ...], Meta(description="channels that must carry a position")]
    positions: Annotated[Phrases, Meta(description="what states a position, need, result or wish")]
    authorities: Annotated[Phrases, Meta(description="who decides")]
    addressing: Annotated[tuple[str, ...], Meta(description="what a line with an addressee begins with, lower case")]
    within: Annotated[int, Meta(ge=0, description="sentences between the two, at most")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit when no position stands near an authority."""
    if draft.context.channel not in params.channels:
        return
    every = units(draft)
    running = [unit for unit in every if unit.block.kind in RUNNING_TEXT]
    positions = [unit.index for unit in running if find(params.positions, unit.words)]
    authorities = [unit.index for unit in running if find(params.authorities, unit.words)]
    addressed = any(find(params.authorities, unit.words) for unit in every if _is_address(unit, params))
    near = any(abs(one - other) <= params.within for one in positions for other in authorities)
    if positions and (addressed or near):
        return
    variant = "uten-mottaker" if positions else ""
    yield Hit(None, variant=variant, evidence="standpunkt, men ingen myndighet" if positions else "ikke noe standpunkt")


def _is_address(unit: Unit, params: Params) -> bool:
    """A heading («Tre krav til ministeren») or a letter's first lines («Til Jernbanedirektoratet»)."""
    opens = unit.index < _OPENING and unit.words.texts[:1] and unit.words.texts[0] in params.addressing
    return unit.block.kind is Kind.HEADING or bool(opens)
