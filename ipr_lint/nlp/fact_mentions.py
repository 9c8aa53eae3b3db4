"""Sentences and the fact sheet -> where a text states a standard fact, and whether rightly, altered or out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ipr_lint.facts.standard import FactSheet
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_numbers import number_mentions
from ipr_lint.nlp.fact_units import FactMention, Unit, units
from ipr_lint.nlp.phrases import Word, find, find_all

WEBSITE = "nettsted"


def mentions(draft: Analysis) -> tuple[FactMention, ...]:
    """Every mention of a standard fact in a draft."""
    sheet = draft.facts.get(FactSheet)
    return draft.memo("fact-mentions", lambda: tuple(
        mention for unit in units(draft) for mention in (
            *_wordings(sheet, unit), *number_mentions(sheet, unit), *_website(sheet, unit))))


def _wordings(sheet: FactSheet, unit: Unit) -> Iterator[FactMention]:
    bare = _without(sheet.adverbs, unit.words)
    for name, fact in sheet.wordings.items():
        tried = [(pattern, "altered", "") for pattern in fact.altered]
        tried += [(old.pattern, "outdated", old.period) for old in fact.outdated]
        tried += [(pattern, "ok", "") for pattern in fact.accepted]
        for pattern, status, period in tried:
            if found := find(pattern, unit.words) or (bare and find(pattern, bare)):
                yield FactMention(name, status, unit.index, unit.block.span(found.start, found.end), period)
                break


def _without(adverbs: str, told: tuple[Word, ...]) -> tuple[Word, ...]:
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
    return tuple(kept)


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
