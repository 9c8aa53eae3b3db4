"""Sentences that deny a key message, unless the draft quotes the denial to reject it."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.messages import verdicts

needs = Needs.SENTENCES | Needs.LEMMAS
Params = NoParams


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit per denied message and place."""
    for one in verdicts(draft):
        for place in one.denied:
            message = one.message
            values = {"id": message.id, "title": message.title.nb, "title_en": message.title.en}
            yield Hit(place.span, values, evidence=place.words)
