"""Drafts for national readers that do not say what the region means for the country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Abstain, Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.messages import verdicts
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find

needs = Needs.SENTENCES | Needs.LEMMAS


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The messages that say it, and the words for region and country."""

    messages: Annotated[tuple[str, ...], Meta(description="ids of the messages on national significance")]
    region: Annotated[str, Meta(description="words for the region, divided by |")]
    country: Annotated[str, Meta(description="words for the country as a whole, divided by |")]
    min_words: Annotated[int, Meta(ge=1, description="no verdict on drafts with fewer words")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One document-wide hit when neither a message nor a sentence ties the region to the whole country."""
    total = sum(sentence.words for block in draft.running() for sentence in draft.sentences(block))
    if total < params.min_words:
        yield Abstain(f"færre enn {params.min_words} ord")
        return
    if any(one.stated for one in verdicts(draft) if one.message.id in params.messages):
        return
    for block in draft.running():
        for sentence in draft.sentences(block):
            spoken = words(block.text[sentence.start : sentence.end])
            if find(params.region, spoken) and find(params.country, spoken):
                return
    yield Hit(None, {"messages": ", ".join(params.messages)})
