"""Links whose text does not tell where they lead: «her», «les mer», or a bare address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»\"]{1,2000}|(?<![\w@./-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/[^\s<>«»\"]{2,2000}")
_TRAILING = ".,;:!?)»"


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Link texts that say nothing out of context, lower case."""

    vague: Annotated[tuple[str, ...], Meta(description="the whole text of the link is one of these")]
    bare_allowed: Annotated[tuple[str, ...], Meta(description="channels where an address can’t hide behind a text")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per link; variant `adresse` for addresses with a path. Plain text can't hide one: no hits there."""
    for block in draft.blocks():
        links = [mark for mark in block.marks if mark.kind == "link"]
        for link in links:
            text = block.text[link.start : link.end].strip(" .,:;!»«()>→\u00a0").lower()
            if text in params.vague:
                yield Hit(Span(block.id, link.start, link.end), {"found": block.text[link.start : link.end]})
        if draft.document.format == "text" or draft.context.channel in params.bare_allowed:
            continue
        for match in _ADDRESS.finditer(block.text):
            end = match.start() + len(match[0].rstrip(_TRAILING))
            if _has_path(block.text[match.start() : end]):
                yield Hit(Span(block.id, match.start(), end), {"found": block.text[match.start() : end]}, "adresse")


def _has_path(address: str) -> bool:
    """«www.osloregionen.no» is a name; «osloregionen.no/a/b» and anything with https:// is not fit to be read aloud."""
    rest = re.sub(r"\Ahttps?://", "", address)
    return rest != address or "/" in rest.rstrip("/")
