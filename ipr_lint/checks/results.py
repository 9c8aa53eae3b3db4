"""Whether a draft shows a result: a number, what was achieved and where, in one sentence or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.organisation import Members
from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.dates import dates
from ipr_lint.nlp.fact_units import Unit, units
from ipr_lint.nlp.local_places import pattern
from ipr_lint.nlp.numbers import numbers
from ipr_lint.nlp.phrases import find
from ipr_lint.nlp.wordforms import lemmas

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
    signs = (_number, partial(_place, members=members, params=params), partial(_result, params=params))
    pairs = [range(index, min(index + 2, len(running))) for index in range(len(running))]
    for sign in signs:  # what costs least to find comes first, and the others are looked for beside it only
        found = {index for index in sorted({one for pair in pairs for one in pair}) if sign(running[index])}
        pairs = [pair for pair in pairs if not found.isdisjoint(pair)]
    if pairs:
        return
    yield Hit(None, evidence="ingen setning har både tall, resultat og sted")


def _result(unit: Unit, params: Params) -> bool:
    """A word of achievement, or a noun or past form of one («økningen», «sparte»; not «doble», «ferdige»)."""
    if find(params.results, unit.words):
        return True
    bases = ((word, lemmas(word.text)) for word in unit.words)
    return any(find(params.results, [replace(word, text=one)])
               for word, found in bases if word.text not in found for one in found if word.text != f"{one}e")


def _place(unit: Unit, members: Members, params: Params) -> bool:
    """The region, a member, a town of it, or a compound that begins with one («Drammensfjorden»)."""
    return bool(find(params.places, unit.words) or pattern(members).search(unit.text))


def _number(unit: Unit) -> bool:
    """A number that is no date and no year."""
    taken = [(one.start, one.end) for one in dates(unit.text)]
    return any(not any(start <= one.start < end for start, end in taken) and not 1900 <= one.value <= 2100
               for one in numbers(unit.text))
