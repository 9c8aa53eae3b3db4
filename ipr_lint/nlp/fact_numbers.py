"""A sentence and the fact sheet -> the numbers in it that state a fact, weighed against the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ipr_lint.facts.standard import FactSheet, Number
from ipr_lint.nlp.fact_others import named_beside
from ipr_lint.nlp.fact_times import governed, of_another_time
from ipr_lint.nlp.fact_units import FactMention, Unit
from ipr_lint.nlp.numbers import NumberMention, numbers
from ipr_lint.nlp.phrase_words import Word, words
from ipr_lint.nlp.phrases import Found, find, find_all

_REACH = 3  # words between a number and its unit («65 ulike store kommuner»)
_AHEAD = 5  # words from «folketallet» to the number
_ROUND = 0.5  # millions: «over to millioner» is true of 2.3
_MILLION = 1_000_000
_BREAKS = frozenset(";!?()\n")
_LINKS = (":", "er", "is", "–", "-")


def number_mentions(sheet: FactSheet, unit: Unit) -> Iterator[FactMention]:
    """A mention per number that counts what a fact counts, and one of what is named beside it («Oslo og 64 andre»)."""
    every = numbers(unit.text)
    for name, fact in sheet.numbers.items() if every else ():
        places, measures = find_all(fact.unit, unit.words), find_all(fact.measure, unit.words)
        label = next((one for one in unit.labels if find(f"{fact.unit}|{fact.measure}", one)), None)
        for number in every if places or measures or label else ():
            start, end = unit.start + number.start, unit.start + number.end
            after = tuple(word for word in unit.words if word.start >= end)
            value = number.value / _MILLION if fact.millions else number.value
            if label and number is every[0] and fact.millions and number.scale == 1 and find(sheet.millions, label):
                value = number.value
            if find(sheet.other_units, after[:1]):
                continue
            counted = (label and number is every[0]) or any(
                _follows(sheet, unit, place, start, end) for place in places)
            if counted or any(_measured(sheet, unit, place, start, after) for place in measures):
                then = not counted and (of_another_time(sheet, unit) or governed(sheet, unit, start))
                yield from (one for one in _mentions(sheet, (name, fact), unit, number, value)
                            if one.status == "ok" or not then)


def _mentions(sheet: FactSheet, known: tuple[str, Number], unit: Unit, number: NumberMention,
              value: float) -> Iterator[FactMention]:
    name, fact = known
    start, end = unit.start + number.start, unit.start + number.end
    beside = named_beside(sheet, fact.besides, unit, start, end) if fact.besides else ()
    total = value + len(beside)
    if not fact.plausible.low <= total <= fact.plausible.high:
        return
    status, period = _weigh(sheet, fact, number, total, unit, bool(beside))
    yield FactMention(name, status, unit.index, unit.block.span(start, end), period, besides=len(beside))
    for first, last in beside:
        if fact.besides and find(fact.besides.capital, words(unit.block.text[first:last])):
            yield FactMention(fact.besides.fact, "ok", unit.index, unit.block.span(first, last))


def _follows(sheet: FactSheet, unit: Unit, place: Found, start: int, end: int) -> bool:
    """Whether a unit of its own follows the number within a few words, or «unit: number» stands there."""
    if place.start < end:
        return _linked(unit.block.text[place.end : start])
    between = unit.block.text[end : place.start]
    if not _BREAKS.isdisjoint(between) or ". " in between or len(between.split()) > _REACH:
        return False
    return not numbers(between) and find(sheet.apart, words(between)) is None


def _linked(between: str) -> bool:
    """Whether a label and its number have nothing between them but a link, or a few words around a colon."""
    told = between.strip()
    colon = ":" in told and _BREAKS.isdisjoint(told) and ". " not in told
    before, _, after = told.partition(":")
    return told in _LINKS or (colon and (not after or (not before and len(after.split()) <= _REACH)))


def _measured(sheet: FactSheet, unit: Unit, place: Found, start: int, after: Sequence[Word]) -> bool:
    """Whether «folketallet» or «her bor» comes soon before a number that counts nothing else («… millioner kroner»)."""
    if place.end > start:
        return False
    own = not after or after[0].broken or find(sheet.open_after, after[:1]) is not None
    between = list(takewhile(lambda word: word.start < start, unit.words[place.last + 1 :]))
    near = len(between) <= _AHEAD and not any(word.broken for word in between)
    return own and (near or _linked(unit.block.text[place.end : start]))


def _weigh(sheet: FactSheet, fact: Number, number: NumberMention, value: float, unit: Unit,
           besides: bool) -> tuple[str, str]:
    rounded = round(fact.value, number.decimals) if number.decimals else fact.value
    if value == rounded or value == fact.value or (fact.millions and round(value, 1) == fact.value):
        return "ok", ""
    if not besides and any(value == other.value and find(other.pattern, unit.words) for other in fact.equivalent):
        return "ok", ""
    start = unit.start + number.start
    before = words(unit.block.text[max(unit.start, start - 25) : start])[-2:]
    for hedge in sheet.number_words.values():
        round_figure = fact.millions and number.decimals == 0 and abs(fact.value - value) < _ROUND
        if round_figure and (find(hedge.near, before) or (value < fact.value and find(hedge.over, before))):
            return "ok", ""
    old = next((version for version in fact.history if version.value == value), None)
    return ("outdated", old.period) if old else ("altered", "")
