"""Passives in Norwegian running text, by morphology and parse, and too large a share of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Hit, Needs, Span
from ipr_lint.nlp import grammar, readability
from ipr_lint.nlp.analysis import Analysis

needs = Needs.PARSE | Needs.SENTENCES


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When there are too many."""

    max_share: Annotated[float, Meta(ge=0, le=100, description="passive sentences in per cent; more is too many")]
    minimum_sentences: Annotated[int, Meta(ge=1, description="shorter texts get no verdict on the share")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per passive outside quotations, variant `av` where it says who acts; one for the text with too many."""
    spans = []
    for number in sorted({one.span.block for one in readability.measured(draft)}):
        block = draft.document.blocks[number]
        for passive in grammar.passives_of(draft, block):
            span = Span(block.id, passive.start, passive.end)
            if draft.quotation_at(span) is None:
                spans.append(span)
                kind = "s-passiv" if passive.kind == "s" else f"passiv med «{passive.auxiliary}»"
                variant = "av" if passive.has_agent else ""
                yield Hit(span, {"verb": passive.verb}, variant, evidence=f"{kind} av «{passive.verb}»")
    sentences = readability.measured(draft)
    share = grammar.passive_share(draft)
    if share is not None and len(sentences) >= params.minimum_sentences and share > params.max_share and spans:
        told = f"{share:.0f}"
        yield Hit(None, {"share": told, "max": f"{params.max_share:g}"}, variant="mange", related=tuple(spans),
                  evidence=f"{told} % av {len(sentences)} setninger")
