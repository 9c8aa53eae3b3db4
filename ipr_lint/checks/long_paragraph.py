"""Paragraphs with too many sentences for the channel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.SENTENCES


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits in sentences."""

    too_many: Annotated[int, Meta(ge=2, description="so many sentences make a paragraph too long")]
    by_channel: Annotated[dict[str, int], Meta(description="another limit in a channel")] = {}
    minimum_words: Annotated[int, Meta(ge=0, description="a paragraph with fewer words is never too long")] = 0


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per paragraph, on all of it."""
    limit = params.by_channel.get(draft.context.channel, params.too_many)
    for block in draft.blocks(Kind.PARAGRAPH):
        sentences = [one for one in draft.sentences(block) if one.words]
        words = sum(one.words for one in sentences)
        if len(sentences) < limit or words < params.minimum_words or draft.role(block) == "boilerplate":
            continue
        yield Hit(
            block.span(),
            {"sentences": len(sentences), "max": limit - 1, "words": words},
            evidence=f"{len(sentences)} setninger, {words} ord",
        )
