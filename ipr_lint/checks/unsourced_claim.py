"""Superlatives about the country or the world, and figures, in sentences with no source near them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_mentions import mentions
from ipr_lint.nlp.phrases import find, words

needs = Needs.SENTENCES

_FIGURE = re.compile(
    r"(?<![\w.,])\d[\d\u00a0 ]{0,9}(?:[.,]\d{1,3})?"
    r"(?: ?%| prosent| percent| per cent| mill\w*| mrd\.?| milliard\w*)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|[¹²³⁴-⁹]")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns of words, alternatives divided by |, * for any ending."""

    scopes: Annotated[tuple[str, ...], Meta(description="what a superlative is measured against: norges, verdens")]
    superlatives: Annotated[tuple[str, ...], Meta(description="superlatives that follow it")]
    allowed: Annotated[dict[str, str], Meta(description="claims that may stand: the words, and their source")]
    sources: Annotated[str, Meta(description="words that name a source")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per claim; variant `tall` for figures. A source counts in the sentence itself and in its neighbours."""
    approved = [fact.span for fact in mentions(draft) if fact.status == "ok"]  # their source is the fact sheet
    for block in draft.running():
        if draft.role(block) == "boilerplate":
            continue
        sentences = draft.sentences(block)
        sourced = [_has_source(block, one.start, one.end, params) for one in sentences]
        for index, sentence in enumerate(sentences):
            if any(sourced[max(0, index - 1) : index + 2]):
                continue
            yield from _claims(block, sentence.start, sentence.end, params, approved)


def _claims(block: Block, start: int, end: int, params: Params, approved: Sequence[Span]) -> Iterator[Hit]:
    spoken = words(block.text[start:end], start)
    if any(find(claim, spoken) for claim in params.allowed):
        return
    for scope, claim in pairwise(spoken):
        if scope.text in params.scopes and claim.text in params.superlatives:
            yield Hit(Span(block.id, scope.start, claim.end), {"found": block.text[scope.start : claim.end]})
            return
    for match in _FIGURE.finditer(block.text, start, end):
        span = Span(block.id, *match.span())
        if not any(one.block == span.block and one.start < span.end and span.start < one.end for one in approved):
            yield Hit(span, {"found": match[0]}, "tall")
            return


def _has_source(block: Block, start: int, end: int, params: Params) -> bool:
    if any(mark.kind == "link" and start <= mark.start < end for mark in block.marks):
        return True
    text = block.text[start : end + 4]
    return bool(_FOOTNOTE.search(text) or find(params.sources, words(block.text[start:end])))
