"""A number in a sentence -> who is named beside it: «Oslo, Drammen og 63 andre» names two that it does not count."""

from __future__ import annotations

from collections.abc import Sequence

from ipr_lint.facts.fact_types import Besides
from ipr_lint.facts.standard import FactSheet
from ipr_lint.nlp.fact_units import Unit
from ipr_lint.nlp.phrase_words import Word
from ipr_lint.nlp.phrases import find, find_all

_OTHERS = 2  # words after the number


def named_beside(sheet: FactSheet, known: Besides, unit: Unit, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The places in the block's text of the names that are joined to the number at `start`, () for none.

    Names other than the capital's alone are so only with «andre»: «Hamar og 65 kommuner» may have Hamar in both.
    """
    before = [word for word in unit.words if word.end <= start]
    if before and find(known.articles, before[-1:]):
        before.pop()
    joined = next((one for one in find_all(known.joined, before) if one.last == len(before) - 1), None)
    if joined is None:
        return ()
    names = tuple(_names(sheet, known, unit, before[: joined.first]))
    after = tuple(word for word in unit.words if word.start >= end)[:_OTHERS]
    alone = len(names) == 1 and find(known.capital, names[0]) is not None
    if not alone and not find(known.others, after):
        return ()
    return tuple((name[0].start, name[-1].end) for name in names)


def _names(sheet: FactSheet, known: Besides, unit: Unit, before: Sequence[Word]) -> list[Sequence[Word]]:
    """The words of each name in the list that ends here, the last one first."""
    found: list[Sequence[Word]] = []
    last = len(before)
    while last:
        end = last - 1 if find(known.kinds, before[last - 1 : last]) else last
        first = end
        while first and unit.block.text[before[first - 1].start].isupper():
            first -= 1
            if before[first].broken:
                break
        name = before[first:end]
        if not name or find("|".join(sheet.subject), name):
            break
        found.append(name)
        gap = unit.block.text[before[first - 1].end : name[0].start] if first else ""
        if gap.strip() != ",":
            break
        last = first
    return found
