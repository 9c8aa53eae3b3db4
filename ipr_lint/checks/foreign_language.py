"""Text in another language than the allowed ones: runs of blocks, and longer passages inside a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.languages import LanguageFeatures
from ipr_lint.model import Block, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.languages import Verdict, judge, prose, telling_words, verdict_on
from ipr_lint.nlp.sentences import Sentence

needs = Needs.SENTENCES
_QUOTED = re.compile("«[^«»]{1,800}»|“[^“”]{1,800}”|\"[^\"]{1,800}\"")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is allowed, and how long a passage inside a block must be to count."""

    allowed: Annotated[tuple[str, ...], Meta(description="language codes that pass (ISO 639-1; nb, nn and en)")]
    passage_words: Annotated[int, Meta(ge=8, description="shortest sentence judged by itself, in words")]
    passage_lead: Annotated[float, Meta(ge=0.05, le=1, description="how clearly such a sentence must be foreign")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per run of neighbouring blocks in the same foreign language, one per foreign passage elsewhere."""
    flagged: set[int] = set()
    for language, blocks in _runs(draft, params):
        flagged.update(block.id for block in blocks)
        text = " ".join(block.text for block in blocks)
        first = next((block for block in blocks if draft.quotation_at(block.span()) is None), blocks[0])
        related = tuple(block.span() for block in blocks if block is not first)
        yield _hit(draft, language, text, first.span(), related)
    for block in draft.running():
        if block.id not in flagged:
            yield from _passages(draft, params, block)


def _runs(draft: Analysis, params: Params) -> Iterator[tuple[str, list[Block]]]:
    """Runs of blocks; a block too short for a verdict of its own joins a run that goes on after it."""
    language: str | None = None
    found: list[Block] = []
    waiting: list[Block] = []
    for block in draft.blocks():
        if block.kind is Kind.IMAGE:
            continue
        own = _whole(draft, params, block)
        if own is None and (draft.language_of(block) == language or _is_short(draft, block)):
            waiting.append(block)
            continue
        if own != language:
            if language is not None:
                yield language, found
            found, waiting, language = [], [], own
        if own is not None:
            found += [*waiting, block]
        waiting = []
    if language is not None:
        yield language, found


def _is_short(draft: Analysis, block: Block) -> bool:
    """Whether a block says too little for a verdict of its own, or hardly more for one language than for ours."""
    features = draft.facts.get(LanguageFeatures)
    alone, here = judge(prose(block), features), verdict_on(block, draft.language, features)
    return alone is None or alone != here


def _whole(draft: Analysis, params: Params, block: Block) -> str | None:
    """The language a block is in if it does not pass and no sentence of the block surely does."""
    verdict = verdict_on(block, draft.language, draft.facts.get(LanguageFeatures))
    if verdict is None or not verdict.sure or verdict.language in params.allowed:
        return None
    own = [_verdict(draft, block, sentence) for sentence in draft.sentences(block)]
    is_mixed = any(one and one.sure and one.language in params.allowed for one in own)
    return None if is_mixed and any(_passages(draft, params, block)) else verdict.language


def _verdict(draft: Analysis, block: Block, sentence: Sentence) -> Verdict | None:
    """The verdict on a sentence without what it quotes."""
    text = _QUOTED.sub(" ", prose(block)[sentence.start : sentence.end])
    return judge(text, draft.facts.get(LanguageFeatures), thorough=False)


def _passages(draft: Analysis, params: Params, block: Block) -> Iterator[Hit]:
    """Foreign sentences in a row, outside quotations: «short quotations are no evidence»."""
    sentences = draft.sentences(block)
    languages = [_foreign(draft, params, block, sentence) for sentence in sentences]
    if len(sentences) < 2:
        return
    pairs = groupby(zip(languages, sentences, strict=True), key=itemgetter(0))
    for language, group in pairs:
        found = [sentence for _, sentence in group]
        if language is not None:
            span = Span(block.id, found[0].start, found[-1].end)
            yield _hit(draft, language, block.text[span.start : span.end], span, ())


def _foreign(draft: Analysis, params: Params, block: Block, sentence: Sentence) -> str | None:
    """The language of a long sentence that is clearly one that does not pass."""
    verdict = _verdict(draft, block, sentence) if sentence.words >= params.passage_words else None
    if verdict is None or not verdict.sure or verdict.lead < params.passage_lead:
        return None
    quoted = draft.quotation_at(Span(block.id, sentence.start, sentence.end))
    return None if quoted or verdict.language in params.allowed else verdict.language


def _hit(draft: Analysis, language: str, text: str, span: Span, related: tuple[Span, ...]) -> Hit:
    features = draft.facts.get(LanguageFeatures)
    words = telling_words(text, language, features)
    values = {"language": features.name(language, "nb"), "language_en": features.name(language, "en"),
              "blocks": len(related) + 1}
    evidence = f"ord som {', '.join(f'«{word}»' for word in words)}" if words else "to språkgjenkjennere er enige"
    return Hit(span, values, variant="flere" if related else "", related=related, evidence=evidence)
