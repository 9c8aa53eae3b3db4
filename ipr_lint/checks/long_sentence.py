"""Sentences of more than `max_words` words, in running text outside quotations from others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.sentences import words

needs = Needs.SENTENCES
_NAMES = 0.4  # share of capitalised words from which a sentence is a list of names


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits in words; above `far_too_many` the variant `svaert-lang` is used."""

    max_words: Annotated[int, Meta(ge=5, description="longest sentence without a remark, in words")]
    far_too_many: Annotated[int, Meta(ge=5, description="longest sentence without a warning, in words")]


class Params(Limits, frozen=True, forbid_unknown_fields=True):
    """The limits, and others for some channels."""

    by_channel: Annotated[dict[str, Limits], Meta(description="other limits in a channel")] = {}


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per sentence that is too long."""
    limits = params.by_channel.get(draft.context.channel, params)
    for block in draft.blocks(Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE):
        for sentence in draft.sentences(block):
            if sentence.words <= limits.max_words or _is_list(block.text[sentence.start : sentence.end]):
                continue
            severe = sentence.words > limits.far_too_many
            yield Hit(
                Span(block.id, sentence.start, sentence.end),
                {"words": sentence.words, "max": limits.far_too_many if severe else limits.max_words},
                variant="svaert-lang" if severe else "",
                evidence=f"{sentence.words} ord",
            )


def _is_list(text: str) -> bool:
    found = [match[0] for match in words(text)]
    return sum(word[0].isupper() for word in found) > _NAMES * len(found) and not text.isupper()
