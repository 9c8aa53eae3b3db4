"""Events and deadlines announced as still to come, on a day that is past when the draft is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.announcements import anchor, announcements
from ipr_lint.nlp.message_words import days_in_words, in_words
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find

needs = Needs.SENTENCES | Needs.LEMMAS


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What announces, and how long ago a date without a year may be."""

    cues: Annotated[Phrases, Meta(description="words that announce an event or a deadline")]
    past: Annotated[Phrases, Meta(description="words that put a sentence in another time, or another year")]
    labels: Annotated[Phrases, Meta(description="labels that open a line with the date («Når: …»)")]
    year_less_days: Annotated[int, Meta(ge=1, description="a date without a year is past for so many days")]
    max_days: Annotated[int, Meta(ge=1, description="a date further back is history")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per date."""
    today = anchor(draft)
    for one in announcements(draft, params.cues, params.year_less_days, params.labels):
        block = draft.document.blocks[one.span.block]
        sentence = next(s for s in draft.sentences(block) if s.start <= one.span.start < s.end)
        over = 0 < (today - one.day).days <= params.max_days
        if over and not find(params.past, words(block.text[sentence.start : sentence.end])):
            before = days_in_words((today - one.day).days)["nb"]
            yield Hit(one.span, {"today": in_words(today)},
                      evidence=f"«{one.cue}» med en dato {before} før {in_words(today)['nb']}")
