"""Drafts for members without a link to presentations or other material for their own use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Abstain, Hit, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What material is called; lower case, parts of words count."""

    material: Annotated[tuple[str, ...], Meta(description="words for material in a link's text or address")]
    min_words: Annotated[int, Meta(ge=1, description="no verdict on drafts with fewer words")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One document-wide hit when no link, and no sentence with an address, offers material."""
    if sum(len(block.text.split()) for block in draft.running()) < params.min_words:
        yield Abstain(f"færre enn {params.min_words} ord")
        return
    for block in draft.blocks():
        for mark in block.marks:
            told = block.text[mark.start : mark.end] + " " + mark.attributes.get("href", "")
            if mark.kind == "link" and any(word in told.lower() for word in params.material):
                return
        has_address = "://" in block.text or "www." in block.text or ".no/" in block.text
        if has_address and any(word in block.text.lower() for word in params.material):
            return
    yield Hit(None)
