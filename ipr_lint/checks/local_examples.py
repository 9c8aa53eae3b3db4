"""Drafts that name no municipality or place of the region besides Oslo in a sentence of their running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.organisation import Members
from ipr_lint.model import Abstain, Block, Hit, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.SENTENCES


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What counts as an example."""

    min_words: Annotated[int, Meta(ge=1, description="no verdict on drafts with fewer words")]
    sentence_words: Annotated[int, Meta(ge=1, description="shortest sentence that can hold an example, in words")]
    list_from: Annotated[int, Meta(ge=2, description="so many places in one sentence are a list, not an example")]
    no_example: Annotated[tuple[str, ...], Meta(description="places that are no local example: oslo")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One document-wide hit when there is no example."""
    members = draft.facts.get(Members)
    total = sum(sentence.words for block in draft.running() for sentence in draft.sentences(block))
    if total < params.min_words:
        yield Abstain(f"færre enn {params.min_words} ord")
        return
    pattern = _pattern(members, params)
    for block in draft.running():
        if draft.role(block) == "boilerplate":
            continue
        for start, end, count in _long_sentences(draft, block, params):
            places = {match[0] for match in pattern.finditer(block.text, start, end)}
            if places and len(places) < params.list_from and count >= params.sentence_words:
                return
    yield Hit(None, evidence="ingen setning med et sted i regionen utenom Oslo")


def _long_sentences(draft: Analysis, block: Block, params: Params) -> Iterator[tuple[int, int, int]]:
    for sentence in draft.sentences(block):
        yield sentence.start, sentence.end, sentence.words


def _pattern(members: Members, params: Params) -> re.Pattern[str]:
    """Names as they stand; homonyms (Ås, Nes, Moss) only after a preposition or before «kommune»."""
    plain: list[str] = []
    homonyms = list(members.homonym_places)
    for one in members.municipalities:
        (homonyms if one.homonym else plain).append(one.name)
    plain += [*members.subregions, *(place for place in members.places if place not in homonyms)]
    safe = "|".join(re.escape(name) for name in sorted(plain, key=len, reverse=True)
                    if name.lower() not in params.no_example)
    double = "|".join(re.escape(name) for name in homonyms)
    before = r"(?:\b(?:[iI]|på|[fF]ra|[fF]rå|[tT]il|ved|gjennom|in|from|to) )"
    body = rf"\b(?:{safe})(?:s|-regionen)?\b|{before}(?:{double})\b|\b(?:{double})(?= kommune)"
    return re.compile(rf"{body}|\b[A-ZÆØÅ][a-zæøå]{{1,20}}(?<!Oslo) kommunes?\b")
