"""Long stretches without a subheading, and subheadings of a single word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.sentences import words

needs = Needs.TEXT
_NUMBERING = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]?|[a-zA-Z][.)])\s")  # «2.1 Tiltak» is still one word
_COUNTED = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far apart headings may be, and which single words are fine."""

    max_words: Annotated[int, Meta(ge=50, description="most words between two headings")]
    fine: Annotated[tuple[str, ...], Meta(description="single words that tell enough, lower case")] = ()


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit where a stretch passes the limit, on the first block beyond it; one per heading of one word."""
    count, told = 0, False
    for block in draft.blocks(Kind.HEADING, *_COUNTED):
        if block.kind is Kind.HEADING:
            count, told = 0, False
            if _is_one_word(block, draft, params):
                yield Hit(block.span(), {}, variant="ett-ord", evidence="ett ord")
        elif draft.role(block) != "boilerplate":
            count += sum(1 for _ in words(block.text))
            if count > params.max_words and not told:
                told = True
                yield Hit(block.span(), {"count": count, "max": params.max_words},
                          evidence=f"{count} ord uten mellomtittel")


def _is_one_word(block: Block, draft: Analysis, params: Params) -> bool:
    found = re.findall(r"[^\W\d_][\w-]*|[§\d][\d.§-]*", _NUMBERING.sub("", block.text))
    return len(found) == 1 and draft.role(block) == "body" and found[0].lower() not in params.fine
