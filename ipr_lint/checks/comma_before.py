"""A conjunction that always takes a comma before it («men») and has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Edit, Fix, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_parted
from ipr_lint.nlp.tokens import token_at

needs = Needs.PARSE


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The conjunction, and what it may follow without a comma."""

    word: Annotated[str, Meta(description="the conjunction")]
    after: Annotated[tuple[str, ...], Meta(description="words before it that make it something else: «om og men»")]
    phrases: Annotated[tuple[str, ...], Meta(description="fixed phrases that begin with it and take no comma")] = ()


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per conjunction that follows a word without a comma; the fix is safe."""
    pattern = re.compile(rf"(?<=[\w%»)])([ \u00a0]+)({re.escape(params.word)})(?![\w’'-])")
    for block in draft.blocks(Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.HEADING, Kind.CAPTION, Kind.TABLE_CELL):
        for match in pattern.finditer(block.text):
            before = re.split(r"[\s«(]", block.text[: match.start()])[-1].lower()
            if is_parted(block, match.start(), match.end()):
                continue
            if before in params.after or block.text.startswith(params.phrases, match.start(2)):
                continue
            if _is_noun(draft, block.id, match.start(2)):
                continue
            comma = Edit(Span(block.id, match.start(), match.start()), ",")
            yield Hit(Span(block.id, match.start(2), match.end(2)), {"word": params.word},
                      fixes=(Fix(f"Sett komma foran «{params.word}»", (comma,), safe=True),))


def _is_noun(draft: Analysis, block: int, at: int) -> bool:
    doc = draft.doc(draft.document.blocks[block])
    token = token_at(doc, at) if doc is not None else None
    return token is not None and token.pos_ in ("NOUN", "PROPN")
