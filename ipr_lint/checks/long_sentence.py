"""Sentences of more than `max_words` words, as a reader hears them: a new sentence after a colon is one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.sentences import words

needs = Needs.SENTENCES | Needs.PARSE
_NAMES = 0.4  # share of capitalised words from which a sentence is a list of names


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits in words; above `far_too_many` the variant `svaert-lang` is used."""

    max_words: Annotated[int, Meta(ge=5, description="longest sentence without a remark, in words")]
    far_too_many: Annotated[int, Meta(ge=5, description="longest sentence without a warning, in words")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per sentence that is too long."""
    for block in draft.blocks(Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE):
        for sentence in draft.heard(block):
            if sentence.words <= params.max_words or _is_list(block.text[sentence.start : sentence.end]):
                continue
            severe = sentence.words > params.far_too_many
            yield Hit(
                Span(block.id, sentence.start, sentence.end),
                {"words": sentence.words, "max": params.far_too_many if severe else params.max_words},
                variant="svaert-lang" if severe else "",
                evidence=f"{sentence.words} ord",
            )


def _is_list(text: str) -> bool:
    found = [match[0] for match in words(text)]
    return sum(word[0].isupper() for word in found) > _NAMES * len(found) and not text.isupper()
