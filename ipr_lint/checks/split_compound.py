"""Compounds written as two words («kommune styret»), by parse and lexicon; set phrases split («i følge»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.compounds import joined
from ipr_lint.nlp.shielded import is_parted

if TYPE_CHECKING:
    from spacy.tokens import Token

needs = Needs.PARSE


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide; lower case."""

    never: Annotated[tuple[str, ...], Meta(description="never part of a split compound: times, amounts, «første»")]
    definite_before: Annotated[tuple[str, ...], Meta(description="a noun after these is definite without an ending")]
    first_parts: Annotated[dict[str, str], Meta(description="first parts of new compounds: with their linking letter")]
    phrases: Annotated[dict[str, str], Meta(description="split phrases: the word they should be")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per split word, with a suggested fix."""
    phrases = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, params.phrases))})(?![\w-])", re.IGNORECASE)
    never = frozenset(params.never)
    for block in draft.blocks():
        yield from (hit for hit in _split(draft, block, phrases, never, params)
                    if hit.span and not is_parted(block, hit.span.start, hit.span.end))


def _split(draft: Analysis, block: Block, phrases: re.Pattern[str], never: frozenset[str],
           params: Params) -> Iterator[Hit]:
    for match in phrases.finditer(block.text):
        right = params.phrases[match[1].lower()]
        right = right.capitalize() if match[1][0].isupper() else right
        yield _hit(block, match.start(), match.end(), right)
    doc = draft.doc(block)
    if doc is None or not doc.has_annotation("DEP"):
        return
    for first, second in pairwise(doc):
        if first.lower_ in never or second.lower_ in never or _is_genitive(first, params):
            continue
        if word := joined(first, second, params.first_parts):
            yield _hit(block, first.idx, second.idx + len(second.text), word)


def _is_genitive(first: Token, params: Params) -> bool:
    """«forrige regjerings politikk»: after such a word also an indefinite form is a genitive."""
    return first.i > 0 and first.lower_.endswith("s") and first.nbor(-1).lower_ in params.definite_before


def _hit(block: Block, start: int, end: int, right: str) -> Hit:
    span = Span(block.id, start, end)
    return Hit(span, {"right": right, "found": block.text[start:end]},
               fixes=(Fix(f"Skriv «{right}»", (Edit(span, right),)),))
