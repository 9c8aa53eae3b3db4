"""Drafts that name no municipality or place of the region besides Oslo in a heading or a sentence of running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.organisation import Members
from ipr_lint.model import Abstain, Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.local_places import pattern, unlisted

needs = Needs.SENTENCES


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What counts as an example."""

    min_words: Annotated[int, Meta(ge=1, description="no verdict on drafts with fewer words")]
    sentence_words: Annotated[int, Meta(ge=1, description="shortest sentence that can hold an example, in words")]
    heading_words: Annotated[int, Meta(ge=1, description="shortest heading that can hold an example, in words")]
    list_from: Annotated[int, Meta(ge=2, description="so many places in one sentence are a list, not an example")]
    no_example: Annotated[tuple[str, ...], Meta(description="places that are no local example: oslo")]
    elsewhere: Annotated[tuple[str, ...], Meta(description="names after «i» that are not in the region, lower case")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One document-wide hit when there is no example; no verdict where a place may be of a member not yet listed."""
    members = draft.facts.get(Members)
    total = sum(sentence.words for block in draft.running() for sentence in draft.sentences(block))
    if total < params.min_words:
        yield Abstain(f"færre enn {params.min_words} ord")
        return
    names = pattern(members, params.no_example)
    sentences = list(_long_sentences(draft, params))
    for block, start, end in sentences:
        places = {match[0] for match in names.finditer(block.text, start, end)}
        if places and len(places) < params.list_from:
            return
    not_here = (*params.no_example, *params.elsewhere)
    unknown = next((name for block, start, end in sentences for name in unlisted(block.text[start:end], not_here)), "")
    if members.incomplete and unknown:
        yield Abstain(f"medlemslisten er ikke fullstendig, og «{unknown}» kan være et sted i regionen")
    else:
        yield Hit(None, evidence="ingen setning med et sted i regionen utenom Oslo")


def _long_sentences(draft: Analysis, params: Params) -> Iterator[tuple[Block, int, int]]:
    for block in draft.blocks(Kind.HEADING, *RUNNING_TEXT):
        least = params.heading_words if block.kind is Kind.HEADING else params.sentence_words
        if draft.role(block) != "boilerplate":
            yield from ((block, one.start, one.end) for one in draft.sentences(block) if one.words >= least)
