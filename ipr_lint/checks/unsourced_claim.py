"""Superlatives about the country or the world, and figures, in sentences with no source near them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Block, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.fact_mentions import mentions
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find, find_all

needs = Needs.SENTENCES

_FIGURE = re.compile(
    r"(?<![\w.,])\d[\d\u00a0 ]{0,9}(?:[.,]\d{1,3})?"
    r"(?: ?%| prosent| percent| per cent| mill(?:\w+|\.|\b)| mrd\.?| milliard\w*)")
_AMOUNT = re.compile(r"(?:mill\w*|mrd|milliard\w*)\.?\Z")
_CLAUSE_END = re.compile(r"[;:]|\s–\s|,(?!\d)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|[¹²³⁴-⁹]")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns of words, alternatives divided by |, * for any ending."""

    scopes: Annotated[tuple[str, ...], Meta(description="what a superlative is measured against: norges, verdens")]
    superlatives: Annotated[tuple[str, ...], Meta(description="superlatives that follow it")]
    allowed: Annotated[dict[str, str], Meta(description="claims that may stand: the words, and their source")]
    sources: Annotated[str, Meta(description="words that name a source; their genitives count, too")]
    for_all: Annotated[Phrases, Meta(description="what names the source of all figures, anywhere in the draft")]
    own: Annotated[Phrases, Meta(description="what is asked or proposed, and own fees: the figures need no source")]
    payments: Annotated[Phrases, Meta(description="decisions and payments: the amounts of money need no source")]
    decisions: Annotated[Phrases, Meta(description="headings over decisions: amounts under them need no source")]
    money: Annotated[Phrases, Meta(description="words after an amount of money, not after millions of something else")]
    clauses: Annotated[Phrases, Meta(description="words that begin another clause, which says nothing of the figure")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per claim; variant `tall` for figures. A source counts in the sentence itself and in its neighbours."""
    approved = [fact.span for fact in mentions(draft) if fact.status == "ok"]  # their source is the fact sheet
    decided = False
    told = any(find(params.for_all, words(block.text)) for block in draft.running())
    for block in draft.blocks(Kind.HEADING, *RUNNING_TEXT):
        if block.kind is Kind.HEADING:
            decided = find(params.decisions, words(block.text)) is not None
        elif draft.role(block) != "boilerplate":
            sentences = draft.sentences(block)
            sourced = [_has_source(block, one.start, one.end, params) for one in sentences]
            for index, sentence in enumerate(sentences):
                if not any(sourced[max(0, index - 1) : index + 2]):
                    found = _claims(block, sentence.start, sentence.end, params, approved)
                    yield from (hit for hit in found if not (told and hit.variant) and not (
                        decided and hit.span and _is_money(block, hit.span, params)))


def _claims(block: Block, start: int, end: int, params: Params, approved: Sequence[Span]) -> Iterator[Hit]:
    """The first superlative, or else the first figure that is neither approved nor asked for."""
    spoken = words(block.text[start:end], start)
    if any(find(claim, spoken) for claim in params.allowed):
        return
    for scope, claim in pairwise(spoken):
        if scope.text in params.scopes and claim.text in params.superlatives:
            yield Hit(Span(block.id, scope.start, claim.end), {"found": block.text[scope.start : claim.end]})
            return
    for match in _FIGURE.finditer(block.text, start, end):
        span = Span(block.id, *match.span())
        if not _is_approved(span, approved) and not _is_own(block, span, (start, end), params):
            yield Hit(span, {"found": match[0]}, "tall")
            return


def _is_approved(span: Span, approved: Sequence[Span]) -> bool:
    return any(one.block == span.block and one.start < span.end and span.start < one.end for one in approved)


def _is_own(block: Block, figure: Span, sentence: tuple[int, int], params: Params) -> bool:
    """Whether the figure is asked, proposed, a fee, decided or paid, by the words of its clause."""
    start, end = sentence
    told = words(block.text[start:end], start)
    ends = [match.end() for match in _CLAUSE_END.finditer(block.text, start, end)]
    ends += [one.start for one in find_all(params.clauses, told)]
    low = max((at for at in ends if at <= figure.start), default=start)
    high = min((at for at in ends if at >= figure.end), default=end)
    clause = [word for word in told if low <= word.start < high]
    if _is_money(block, figure, params):
        return bool(find(params.own, clause) or find(params.payments, clause))
    before = [word for word in clause if word.end <= figure.start]  # «43 prosent ønsker seg flere tog» is a claim
    return find(params.own, before) is not None


def _is_money(block: Block, figure: Span, params: Params) -> bool:
    """Whether a figure is an amount of money: «3 mill. kroner», «1,2 mill. til skolen», not «3 millioner reisende»."""
    if not _AMOUNT.search(block.text[: figure.end]):
        return False
    after = words(block.text[figure.end : figure.end + 40])[:1]
    return not after or after[0].broken or find(params.money, after) is not None


def _has_source(block: Block, start: int, end: int, params: Params) -> bool:
    if any(mark.kind == "link" and start <= mark.start < end for mark in block.marks):
        return True
    text = block.text[start : end + 4]
    told = words(block.text[start:end], start)
    if _FOOTNOTE.search(text) or find(params.sources, told):
        return True
    if not any(text.endswith("s") for text in told.texts):
        return False
    bare = [replace(one, text=one.text[:-1]) if one.text.endswith("s") else one for one in told]  # «SSBs framskriving»
    return find(params.sources, bare) is not None
