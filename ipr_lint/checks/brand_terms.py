"""English drafts for international readers that convey none of the brand's values, or use a wording it replaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.brand import Brand
from ipr_lint.model import Abstain, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find, find_all

needs = Needs.TEXT


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a draft is long enough to convey a value."""

    min_words: Annotated[int, Meta(ge=1, description="no verdict on the values in drafts with fewer words")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """A document-wide hit without any value; one hit (variant `ordvalg`) per wording that the guide replaces."""
    if draft.language != "en":
        return
    brand = draft.facts.get(Brand)
    spoken = {block.id: words(block.text) for block in draft.blocks()}
    for block in draft.blocks():
        for wording, instead in brand.replace.items():
            for found in find_all(wording, spoken[block.id]):
                values = {"found": block.text[found.start : found.end], "instead": instead, "values": ""}
                yield Hit(Span(block.id, found.start, found.end), values, "ordvalg")
    if sum(len(one) for one in spoken.values()) < params.min_words:
        yield Abstain(f"færre enn {params.min_words} ord")
        return
    patterns = "|".join(word for value in brand.values for word in value.words)
    if not any(find(patterns, one) for one in spoken.values()):
        names = ", ".join(value.name for value in brand.values)
        yield Hit(None, {"values": names, "found": "", "instead": ""})
