"""Photographs without a credit in caption, title or the text beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a credit begins with, and which images need none; lower case."""

    credits: Annotated[tuple[str, ...], Meta(description="words of a credit: foto:, illustrasjon:, ©")]
    exempt: Annotated[tuple[str, ...], Meta(description="in the alternative or file name: logo, ikon, kart")]
    reach: Annotated[int, Meta(ge=1, description="blocks on either side of the image in which the credit may stand")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per image; decorative ones and those in page headers and footers are left alone."""
    blocks = list(draft.blocks())
    for index, block in enumerate(blocks):
        if block.kind is not Kind.IMAGE or not _needs_credit(block, params):
            continue
        near = blocks[max(0, index - params.reach) : index + params.reach + 1]
        told = " ".join((one.text if one.kind is not Kind.IMAGE else "") for one in near)
        told += " ".join(block.attributes.get(name, "") for name in ("alt", "title"))
        if not any(credit in told.lower() for credit in params.credits):
            yield Hit(block.span())


def _needs_credit(block: Block, params: Params) -> bool:
    if block.attributes.get("alt") == "" or block.attributes.get("part", "body") in ("header", "footer"):
        return False
    about = " ".join(block.attributes.get(name, "") for name in ("alt", "src", "name")).lower()
    return not any(word in about for word in params.exempt)
