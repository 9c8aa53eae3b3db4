"""Words with more letters than a reader takes in at a glance; a hyphen divides a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_shielded, shields

needs = Needs.SENTENCES
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = r"(?:n|en|et|a|e|r|er|ar|ne|ene|ane|era|s)?s?"  # of nouns, in Bokmål and Nynorsk


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The limit, and words that pass."""

    max_letters: Annotated[int, Meta(ge=8, description="longest word without a remark, in letters")]
    known: Annotated[tuple[str, ...], Meta(description="beginnings of long words that need no remark")] = ()
    known_ends: Annotated[tuple[str, ...], Meta(description="last parts of titles and bodies: direktør")] = ()


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per long word and draft, at its first place; other places and forms of the same length are related."""
    places: dict[str, list[tuple[Span, str]]] = {}
    for block in draft.blocks(Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM):
        for span, word in _places(draft, block, params):
            places.setdefault(word.lower()[: params.max_letters - 2], []).append((span, word))
    for group in places.values():
        span, word = group[0]
        related = tuple(other for other, _ in group[1:])
        yield Hit(span, {"word": word, "letters": len(word)}, related=related, evidence=f"{len(word)} bokstaver")


def _places(draft: Analysis, block: Block, params: Params) -> Iterator[tuple[Span, str]]:
    hidden = shields(block)
    starts = {sentence.start for sentence in draft.sentences(block)}
    known = tuple(word.lower() for word in params.known)
    title = re.compile(rf"(?:{'|'.join(map(re.escape, params.known_ends)) or '(?!)'}){_ENDINGS}\Z", re.IGNORECASE)
    for match in _WORD.finditer(block.text):
        if len(match[0]) <= params.max_letters or match[0].lower().startswith(known) or title.search(match[0]):
            continue
        is_name = match[0][0].isupper() and match.start() not in starts
        if not is_name and not is_shielded(hidden, match.start(), match.end()):
            yield block.span(match.start(), match.end()), match[0]
