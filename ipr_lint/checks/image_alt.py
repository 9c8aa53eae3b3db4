"""Images without a text alternative, or with one that says nothing (a file name, «bilde»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT

_FILE_NAME = re.compile(
    r"\S{1,200}\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp|heic)\Z|(?:IMG|DSC|DSCN|P)[_-]?\d{3,10}\Z", re.IGNORECASE)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Alternatives that tell nothing, lower case."""

    empty_words: Annotated[tuple[str, ...], Meta(description="the whole alternative is one of these")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per image; an empty alternative marks a decorative image and is right."""
    for block in draft.blocks(Kind.IMAGE):
        alt = block.attributes.get("alt")
        if alt is None:
            yield Hit(block.span(), {"alt": ""})
        elif alt.strip() and (alt.strip(" .").lower() in params.empty_words or _FILE_NAME.match(alt.strip())):
            yield Hit(block.span(), {"alt": alt.strip()}, "intetsigende")
