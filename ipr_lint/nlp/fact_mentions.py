"""Sentences and the fact sheet -> where a text states a standard fact, and whether rightly, altered or out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.standard import FactSheet, Number
from ipr_lint.model import Block, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.numbers import NumberMention, numbers
from ipr_lint.nlp.phrases import Word, find, find_all, words

WEBSITE = "nettsted"
_REACH = 3  # words between a number and its unit («65 ulike store kommuner»)
_ROUND = 0.5  # millions: «over to millioner» is true of 2.3
_BREAKS = re.compile(r"[;!?()\n]|\.\s")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or fragment of the draft: its place in reading order and its words."""

    index: int
    block: Block
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class FactMention:
    """A fact stated at a span: `status` is ok, altered or outdated; `period` says when an outdated value was right.

    `aside`: a link to some page of the website, which tells the address but is not there for the facts' sake.
    """

    fact: str
    status: str
    unit: int
    span: Span
    period: str = ""
    aside: bool = False


def units(draft: Analysis) -> tuple[Unit, ...]:
    """Every sentence with text, headings, cells and page footers included, in reading order."""
    return draft.memo("fact-units", lambda: tuple(_units(draft)))


def mentions(draft: Analysis) -> tuple[FactMention, ...]:
    """Every mention of a standard fact in a draft."""
    sheet = draft.facts.get(FactSheet)
    return draft.memo("fact-mentions", lambda: tuple(
        mention for unit in units(draft) for mention in (
            *_wordings(sheet, unit), *_numbers(sheet, unit), *_website(sheet, unit))))


def _units(draft: Analysis) -> Iterator[Unit]:
    index = 0
    for block in draft.blocks():
        for sentence in draft.sentences(block):
            text = block.text[sentence.start : sentence.end]
            yield Unit(index, block, sentence.start, sentence.end, words(text, sentence.start))
            index += 1


def _wordings(sheet: FactSheet, unit: Unit) -> Iterator[FactMention]:
    for name, fact in sheet.wordings.items():
        tried = [(pattern, "altered", "") for pattern in fact.altered]
        tried += [(old.pattern, "outdated", old.period) for old in fact.outdated]
        tried += [(pattern, "ok", "") for pattern in fact.accepted]
        for pattern, status, period in tried:
            if found := find(pattern, unit.words):
                yield FactMention(name, status, unit.index, unit.block.span(found.start, found.end), period)
                break


def _numbers(sheet: FactSheet, unit: Unit) -> Iterator[FactMention]:
    for name, fact in sheet.numbers.items():
        places = find_all(fact.unit, unit.words)
        for number in numbers(unit.text) if places else ():
            value = number.value / 1_000_000 if fact.millions else number.value
            start, end = unit.start + number.start, unit.start + number.end
            if not fact.plausible.low <= value <= fact.plausible.high or not _near(unit, start, end, places):
                continue
            status, period = _weigh(sheet, fact, number, value, unit, start)
            yield FactMention(name, status, unit.index, unit.block.span(start, end), period)


def _near(unit: Unit, start: int, end: int, places: Sequence[object]) -> bool:
    """Whether a unit follows the number within a few words, or «unit: number» stands there."""
    for place in places:
        first, last = place.start, place.end  # type: ignore[attr-defined]
        low, high = (end, first) if first >= end else (last, start)
        between = unit.block.text[low:high]
        if low <= high and not _BREAKS.search(between):
            after = first >= end and len(between.split()) <= _REACH
            before = first < end and (between.strip() in (":", "er", "is", "–", "-") or between.strip().endswith(":"))
            if after or before:
                return True
    return False


def _weigh(sheet: FactSheet, fact: Number, number: NumberMention, value: float, unit: Unit,
           start: int) -> tuple[str, str]:
    rounded = round(fact.value, number.decimals) if number.decimals else fact.value
    if value == rounded or value == fact.value or (fact.millions and round(value, 1) == fact.value):
        return "ok", ""
    if any(value == other.value and find(other.pattern, unit.words) for other in fact.equivalent):
        return "ok", ""
    before = words(unit.block.text[max(unit.start, start - 25) : start])[-2:]
    for hedge in sheet.number_words.values():
        round_figure = fact.millions and number.decimals == 0 and abs(fact.value - value) < _ROUND
        if round_figure and (find(hedge.near, before) or (value < fact.value and find(hedge.over, before))):
            return "ok", ""
    old = next((version for version in fact.history if version.value == value), None)
    return ("outdated", old.period) if old else ("altered", "")


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
