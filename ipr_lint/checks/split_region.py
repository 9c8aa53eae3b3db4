"""Wording that splits the region into Oslo and the rest, or lets Oslo stand for the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import Found, find, find_all

needs = Needs.TEXT

_NAME = re.compile(r"[ \u00a0]+[A-ZÆØÅ][a-zæøå]")
_MILLIONS = (
    r"(?:(?:over|om lag|rundt|nær|nesten|more than|about) )?"
    r"(?:[2-9](?:[.,]\d)? mill|to millioner|to millionar|two million)")
_PEOPLE = re.compile(
    rf"\b(?:har Oslo|i Oslo bor det|i Oslo bur det|Oslo (?:har|med|teller|tel|sine?|has|is home to)) {_MILLIONS}\w*",
    re.IGNORECASE)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases «a|b c*» with what to write instead."""

    phrases: Annotated[dict[str, str], Meta(description="phrase: what to write instead; * stands for any ending")]
    nynorsk: Annotated[dict[str, str], Meta(description="what to write instead: the same in Nynorsk")]
    only_about_us: Annotated[tuple[str, ...], Meta(description="phrases that need the region's name in the draft")]
    subject: Annotated[str, Meta(description="names that make a draft speak of the region, divided by |")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per phrase; variant `oslo-for-alt` where Oslo gets the whole region's population."""
    spoken = {block.id: words(block.text) for block in draft.blocks()}
    about_us = any(find(params.subject, one) for one in spoken.values())
    for block in draft.blocks():
        for phrase, instead in params.phrases.items():
            if phrase in params.only_about_us and not about_us:
                continue
            for found in find_all(phrase, spoken[block.id]):
                if not _is_name(block, found):
                    told = params.nynorsk.get(instead, instead) if draft.language_of(block) == "nn" else instead
                    values = {"found": block.text[found.start : found.end], "instead": told}
                    yield Hit(Span(block.id, found.start, found.end), values)
        for match in _PEOPLE.finditer(block.text):
            yield Hit(Span(block.id, *match.span()), {"found": match[0], "instead": "Osloregionen"}, "oslo-for-alt")


def _is_name(block: Block, found: Found) -> bool:
    """«Oslo og Omegn Friluftsråd», «Stor-Oslo Eiendom»: a capital inside or right after makes it a name."""
    rest = block.text[found.start : found.end].partition(" ")[2]
    inside = any(word[0].isupper() and not word.startswith("Oslo") for word in rest.split())
    return inside or bool(_NAME.match(block.text, found.end))
