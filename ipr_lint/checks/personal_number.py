"""Personal numbers: birth, D-, H- and synthetic test numbers; the number itself is in no value of the hit."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.model import Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.personal_numbers import find

needs = Needs.TEXT
Params = NoParams


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit per number, its span only."""
    for block in draft.blocks():
        for start, end in find(block.text):
            yield Hit(Span(block.id, start, end))
