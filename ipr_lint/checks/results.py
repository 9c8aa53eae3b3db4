"""Whether a draft shows a result: a number, what was achieved and where, in one sentence or two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.organisation import Members
from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.dates import dates
from ipr_lint.nlp.fact_units import Unit, units
from ipr_lint.nlp.numbers import numbers
from ipr_lint.nlp.phrases import find

needs = Needs.SENTENCES


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where it is asked for, and the words of results and places besides the members' names."""

    channels: Annotated[tuple[str, ...], Meta(description="channels that should show results")]
    min_words: Annotated[int, Meta(ge=0, description="shorter texts are let off, in words")]
    results: Annotated[Phrases, Meta(description="words of achievement, strength or change")]
    places: Annotated[Phrases, Meta(description="words for the region besides the names of members")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit when no two neighbouring sentences have all three."""
    running = [unit for unit in units(draft) if unit.block.kind in RUNNING_TEXT]
    if draft.context.channel not in params.channels or sum(len(unit.words) for unit in running) < params.min_words:
        return
    members = draft.facts.get(Members)
    names = [one.name for one in members.municipalities] + [*members.subregions, *members.places]
    places = "|".join([params.places, *(f"{name}|{name}s" for name in names)])
    for first, second in zip(running, [*running[1:], None], strict=True):
        pair = [first] if second is None else [first, second]
        together = tuple(word for unit in pair for word in unit.words)
        if any(_number(unit) for unit in pair) and find(params.results, together) and find(places, together):
            return
    yield Hit(None, evidence="ingen setning har både tall, resultat og sted")


def _number(unit: Unit) -> bool:
    """A number that is no date and no year."""
    taken = [(one.start, one.end) for one in dates(unit.text)]
    return any(not any(start <= one.start < end for start, end in taken) and not 1900 <= one.value <= 2100
               for one in numbers(unit.text))
