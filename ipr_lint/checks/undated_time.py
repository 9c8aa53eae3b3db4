"""Words that need a date to be understood («i går», «neste uke») in a draft that has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.announcements import dated_blocks
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find_all
from ipr_lint.nlp.tense import finite_verbs, in_perfect

needs = Needs.SENTENCES | Needs.LEMMAS


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by how much they need a date."""

    needs_date: Annotated[Phrases, Meta(description="words that mean nothing without a date")]
    loose: Annotated[Phrases, Meta(description="words that may mean «nowadays»; suggestions in the present tense")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit on the first such word outside quotations, the others related to it."""
    if dated_blocks(draft) or draft.context.metadata.get("publiseres"):
        return
    loose = _spans(draft, params.loose)
    dated = _spans(draft, params.needs_date) + [span for span in loose if _tells_of_a_day(draft, span)]
    if dated:
        yield _hit(sorted(dated, key=lambda span: (span.block, span.start)), "")
    elif loose:
        yield _hit(loose, "lost")


def _tells_of_a_day(draft: Analysis, span: Span) -> bool:
    """Whether the sentence is in the past tense or the words stand in a perfect: «i dag» is then this very day."""
    block = draft.document.blocks[span.block]
    sentence = next(one for one in draft.sentences(block) if one.start <= span.start < one.end)
    past = any(verb.past for verb in finite_verbs(draft, block, sentence.start, sentence.end))
    return past or in_perfect(draft, block, span.start, span.end)


def _hit(spans: list[Span], variant: str) -> Hit:
    return Hit(spans[0], {"count": len(spans)}, variant=variant, related=tuple(spans[1:]),
               evidence=f"{len(spans)} {'slikt' if len(spans) == 1 else 'slike'} ord og ingen dato i teksten")


def _spans(draft: Analysis, phrases: str) -> list[Span]:
    spans = [block.span(one.start, one.end) for block in draft.blocks() for one in find_all(phrases, words(block.text))]
    return [span for span in spans if draft.quotation_at(span) is None]
