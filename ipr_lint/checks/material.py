"""Drafts for members without a link to presentations or other material for their own use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Abstain, Block, Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.parts import has_link

needs = Needs.SENTENCES
_LONG = 5  # letters; shorter words for material end many others («normal», «formal»), so they must begin the word
_FIRST_PART = r"[^\W_]*"
_ENDINGS = "(?:e?n|e?t|a|er?|ar|e?ne|ane)?"


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What material is called; lower case."""

    material: Annotated[tuple[str, ...], Meta(description="parts of a link's text or address that mean material")]
    nouns: Annotated[tuple[str, ...], Meta(description="nouns for it beside the link, without a final -e")]
    min_words: Annotated[int, Meta(ge=1, description="no verdict on drafts with fewer words")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One document-wide hit when no link, and no sentence with a link or an address, offers material."""
    if sum(len(block.text.split()) for block in draft.running()) < params.min_words:
        yield Abstain(f"færre enn {params.min_words} ord")
        return
    first = {noun: "" if len(noun) < _LONG else _FIRST_PART for noun in params.nouns}
    nouns = re.compile("|".join(rf"\b{first[noun]}{re.escape(noun)}{_ENDINGS}\b" for noun in params.nouns))
    if not any(_is_linked(block, params) or _is_told(draft, block, params, nouns) for block in draft.blocks()):
        yield Hit(None)


def _is_linked(block: Block, params: Params) -> bool:
    return any(word in (block.text[mark.start : mark.end] + " " + mark.attributes.get("href", "")).lower()
               for mark in block.marks if mark.kind == "link" for word in params.material)


def _is_told(draft: Analysis, block: Block, params: Params, nouns: re.Pattern[str]) -> bool:
    """Whether a sentence has both a link and material: «Presentasjonene legges ut på konferansens sider»."""
    if draft.role(block) == "boilerplate":
        return False
    for sentence in draft.sentences(block):
        told = block.text[sentence.start : sentence.end].lower()
        if has_link(block, sentence.start, sentence.end) and (
                nouns.search(told) or any(word in told for word in params.material)):
            return True
    return False
