"""A sentence with a fact in it -> whether it speaks of another time than now: the past, the future or a condition."""

from __future__ import annotations

import re

from ipr_lint.facts.standard import FactSheet
from ipr_lint.nlp.fact_units import Unit
from ipr_lint.nlp.phrases import find

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d])")
_AHEAD = 5  # words


def of_another_time(sheet: FactSheet, unit: Unit, this_year: int = 0) -> bool:
    """Whether a sentence names a year other than this one, or says «tidligere», «innen» or the like."""
    years = [int(year) for year in _YEAR.findall(unit.text)]
    return any(year != this_year for year in years) or find(sheet.other_time.sentence, unit.words) is not None


def governed(sheet: FactSheet, unit: Unit, start: int) -> bool:
    """Whether a verb of another time stands soon before a place («hadde 64», «vil omfatte 70»)."""
    ahead = tuple(word for word in unit.words if word.end <= start)[-_AHEAD:]
    return find(sheet.other_time.before, ahead) is not None
