"""Sentences and the fact sheet -> where a text states a standard fact, and whether rightly, altered or out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ipr_lint.facts.standard import FactSheet
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_numbers import number_mentions
from ipr_lint.nlp.fact_units import FactMention, Unit, units
from ipr_lint.nlp.phrase_words import Word, Words
from ipr_lint.nlp.phrases import Candidates, find, find_all

WEBSITE = "nettsted"


def mentions(draft: Analysis) -> tuple[FactMention, ...]:
    """Every mention of a standard fact in a draft."""
    return draft.memo("fact-mentions", lambda: tuple(_mentions(draft)))


def _mentions(draft: Analysis) -> Iterator[FactMention]:
    sheet = draft.facts.get(FactSheet)
    wordings = tuple(_wordings(sheet))
    likely = _candidates(tuple(one.pattern for one in wordings))
    for unit in units(draft):
        yield from _worded(sheet, [wordings[i] for i in likely.of(unit.words)], unit)
        yield from number_mentions(sheet, unit)
        yield from _website(sheet, unit)


class _Wording(NamedTuple):
    pattern: str
    fact: str
    status: str
    period: str = ""


def _wordings(sheet: FactSheet) -> Iterator[_Wording]:
    """All wordings of all facts, in the order they are tried."""
    for name, fact in sheet.wordings.items():
        yield from (_Wording(pattern, name, "altered") for pattern in fact.altered)
        yield from (_Wording(old.pattern, name, "outdated", old.period) for old in fact.outdated)
        yield from (_Wording(pattern, name, "ok") for pattern in fact.accepted)


@lru_cache(maxsize=4)
def _candidates(patterns: tuple[str, ...]) -> Candidates:
    return Candidates(patterns)


def _worded(sheet: FactSheet, likely: list[_Wording], unit: Unit) -> Iterator[FactMention]:
    """One mention of each fact, by the first wording that a unit has."""
    bare = _without(sheet.adverbs, unit.words) if likely else ()
    stated = set[str]()
    for pattern, fact, status, period in likely:
        if fact in stated:
            continue
        if found := find(pattern, unit.words) or (bare and find(pattern, bare)):
            stated.add(fact)
            yield FactMention(fact, status, unit.index, unit.block.span(found.start, found.end), period)


def _without(adverbs: str, told: Words) -> Words:
    """The words but for adverbs that change no fact («Oslo er selvsagt med»), () when there are none."""
    found = find_all(adverbs, told)
    dropped = {index for one in found for index in range(one.first, one.last + 1)}
    kept: list[Word] = []
    broken = False
    for index, word in enumerate(told if dropped else ()):
        broken = broken or word.broken
        if index not in dropped:
            kept.append(replace(word, broken=broken))
            broken = False
    return Words(kept)


def _website(sheet: FactSheet, unit: Unit) -> Iterator[FactMention]:
    site = sheet.website
    for host, status in ((site.host, "ok"), *((other, "altered") for other in site.lookalikes)):
        pattern = rf"(?<![\w@.-])(?:https?://)?(?:www\.)?{re.escape(host)}(?![\w-]|\.\w)"
        if match := re.search(pattern, unit.text, re.IGNORECASE):
            yield FactMention(WEBSITE, status, unit.index, unit.block.span(
                unit.start + match.start(), unit.start + match.end()))
    for mark in unit.block.marks:
        inside = unit.start <= mark.start < max(unit.end, unit.start + 1)
        address = mark.attributes.get("href", "").lower() if mark.kind == "link" and inside else ""
        if found := re.match(rf"(?:https?:)?//(?:www\.)?{re.escape(site.host)}(?::\d+)?(?:/?$|[/?#](.*))", address):
            yield FactMention(WEBSITE, "ok", unit.index, unit.block.span(mark.start, mark.end), aside=bool(found[1]))
