"""Skipped heading levels, a long draft without any heading, and bold paragraphs that stand for headings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a title is due, and how short a bold paragraph must be to be a heading."""

    title_from_words: Annotated[int, Meta(ge=1, description="words of running text from which a title is needed")]
    heading_words: Annotated[int, Meta(ge=1, description="longest bold paragraph that counts as a heading, in words")]
    untitled: Annotated[tuple[str, ...], Meta(description="channels whose texts have no title")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """Hits for skipped levels; variants `uten-tittel` (document-wide) and `fet`. Plain text has no levels to judge."""
    if draft.document.format == "text":
        return
    headings = list(draft.blocks(Kind.HEADING))
    for before, heading in pairwise(headings):
        if heading.level > before.level + 1:
            yield Hit(heading.span(), {"level": heading.level, "before": before.level, "right": before.level + 1})
    words = sum(len(block.text.split()) for block in draft.running())
    if not headings and words >= params.title_from_words and draft.context.channel not in params.untitled:
        yield Hit(None, {"words": words}, "uten-tittel")
    blocks = [block for block in draft.blocks() if block.kind is not Kind.IMAGE]
    for block, following in pairwise(blocks):
        if _stands_for_heading(block, following, params):
            yield Hit(block.span(), {"found": block.text}, "fet")


def _stands_for_heading(block: Block, following: Block, params: Params) -> bool:
    """All bold, short, without a full stop, and followed by text that is not bold itself."""
    text = block.text.strip()
    return (
        block.kind is Kind.PARAGRAPH
        and block.attributes.get("bold") == "true"
        and block.attributes.get("part", "body") == "body"
        and 1 <= len(text.split()) <= params.heading_words
        and not text.endswith((".", ":", ",", "!", "…", "»"))
        and any(char.isalpha() for char in text)
        and following.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM)
        and following.attributes.get("bold") != "true"
        and following.attributes.get("part", "body") == "body"
    )
