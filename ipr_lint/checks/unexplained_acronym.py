"""Acronyms used before the text says what they stand for; well-known ones are data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.acronyms import Acronyms
from ipr_lint.model import Block, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import NORWEGIAN, Analysis
from ipr_lint.nlp.shielded import is_shielded, shields
from ipr_lint.nlp.wordforms import is_common

needs = Needs.SENTENCES
_ACRONYM = re.compile(r"(?<![\w.&/-])[A-ZÆØÅ]{2,6}(?![\w&/.]*[\w&]|-[A-ZÆØÅ])")
_SHOUTED = re.compile(r"[A-ZÆØÅ]{2,}\s+[A-ZÆØÅ]{2,}\s+[A-ZÆØÅ]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"[ \u00a0](?!(?:19|20)\d\d(?!\d))\d{3,6}(?!\w)")  # «NS 3720», not the year of «KPH 2029»
_NAME = re.compile(r"(?<![\w-])[A-ZÆØÅ][a-zæøå]+(?<!s) \Z")  # a genitive makes no name: «Norges KVU»
_EXPLAINED = re.compile(r"\s{1,2}\(([^()]{6,100})\)|\s(?:står for|betyr|tyder|means|stands for)\s")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much of a draft must be there."""

    minimum_words: Annotated[int, Meta(ge=0, description="no verdict on shorter texts, in words")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per acronym, at its first place, unless it is known or explained there or earlier."""
    if sum(len(block.text.split()) for block in draft.running()) < params.minimum_words:
        return
    seen = set(draft.facts.get(Acronyms).known.split())
    for block in draft.blocks(Kind.PARAGRAPH, Kind.LIST_ITEM):
        if draft.language_of(block) not in (*NORWEGIAN, "en", None) or draft.role(block) == "boilerplate":
            continue
        for match in _acronyms(block):
            acronym = match[0]
            if acronym in seen or acronym.removesuffix("S") in seen or _is_name(draft, block, match):
                continue
            seen.add(acronym)
            if not _is_explained(block.text, match):
                span = Span(block.id, match.start(), match.end())
                if draft.quotation_at(span) is None:
                    yield Hit(span, {"acronym": acronym}, evidence="første gang i teksten, uten forklaring")


def _acronyms(block: Block) -> Iterator[re.Match[str]]:
    if sum(char.isupper() for char in block.text) > sum(char.islower() for char in block.text):
        return
    hidden = shields(block)
    shouted = [match.span() for match in _SHOUTED.finditer(block.text)]
    for match in _ACRONYM.finditer(block.text):
        inside = any(low <= match.start() < high for low, high in shouted)
        stressed = is_common(match[0].lower())  # «vi MÅ», «HUSK»: an ordinary word
        if not inside and not stressed and not is_shielded(hidden, match.start(), match.end()):
            yield match


def _is_name(draft: Analysis, block: Block, match: re.Match[str]) -> bool:
    """Whether capitals are the number of a standard («NS 3720») or end a name within a sentence («hos Bane NOR»)."""
    before = _NAME.search(block.text[: match.start()][-40:])
    if before is None:
        return bool(_NUMBERED.match(block.text, match.end()))
    start = match.start() - len(before[0])
    return all(sentence.start != start for sentence in draft.sentences(block))


def _is_explained(text: str, match: re.Match[str]) -> bool:
    """«Nasjonal transportplan (NTP)», «NTP (Nasjonal transportplan)», «NTP står for …»; a party after a name «(Ap)»."""
    before = text[: match.start()].rstrip()
    if before.endswith("("):
        return True
    if _EXPLAINED.match(text, match.end()):
        return True
    initials = "".join(word[0][0] for word in _WORD.finditer(text[: match.start()][-160:])).upper()
    return match[0] in initials[-12:]
