"""Texts longer than their channel or platform takes, and openings that a feed cuts off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.sentences import words

needs = Needs.SENTENCES
_URL = re.compile(r"https?://[^\s«»<>]{1,2000}|\bwww\.[^\s«»<>]{1,2000}")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits by channel and platform."""

    words: Annotated[dict[str, int], Meta(description="most words in a channel, boilerplate left out")]
    characters: Annotated[dict[str, int], Meta(description="most characters with spaces in a channel")]
    platforms: Annotated[dict[str, int], Meta(description="most characters a platform takes; more is an error")]
    folds: Annotated[dict[str, int], Meta(description="characters a platform shows before «les mer»")]
    names: Annotated[dict[str, str], Meta(description="what a platform is called in messages")]
    url_length: Annotated[dict[str, int], Meta(description="characters a platform counts for any address")]
    social: Annotated[str, Meta(description="the channel whose drafts are posts")] = "some"


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit for the text where it is too long, one where the feed cuts its first sentence."""
    channel, platform = draft.context.channel, draft.context.platform
    if channel == params.social or platform:
        yield from _post(draft, params, platform or _named(draft, params))
        return
    blocks = [block for block in draft.blocks() if draft.role(block) != "boilerplate" and block.kind is not Kind.IMAGE]
    count = sum(1 for block in blocks for _ in words(block.text))
    if channel in params.words and count > params.words[channel]:
        yield Hit(None, {"count": count, "max": params.words[channel], "unit": "ord", "unit_en": "words"},
                  evidence=f"{count} ord")
    size = _characters(blocks)
    if channel in params.characters and size > params.characters[channel]:
        yield Hit(None, {"count": size, "max": params.characters[channel], "unit": "tegn", "unit_en": "characters"},
                  evidence=f"{size} tegn med mellomrom")


def _named(draft: Analysis, params: Params) -> str:
    """The platform that the draft's file is named after («innlegg-linkedin.txt»)."""
    name = PurePath(draft.document.path).name.lower()
    return next((one for one in params.platforms if len(one) > 1 and one in name), "")


def _characters(blocks: list[Block]) -> int:
    return sum(len(block.text) + 1 for block in blocks) - 1 if blocks else 0


def _post(draft: Analysis, params: Params, platform: str) -> Iterator[Hit]:
    """All of a post counts. Without a declared platform the strictest limit is only worth a suggestion."""
    blocks = [block for block in draft.blocks() if block.kind is not Kind.IMAGE]
    text = "\n".join(block.text for block in blocks)
    if platform not in params.platforms:
        strictest = min(params.platforms, key=lambda one: (params.platforms[one], one))
        size = _size(text, params.url_length.get(strictest))
        if size > params.platforms[strictest]:
            yield Hit(None, {"count": size, "max": params.platforms[strictest],
                             "platform": params.names.get(strictest, strictest)},
                      variant="uten-plattform", evidence=f"{size} tegn")
        return
    size, name = _size(text, params.url_length.get(platform)), params.names.get(platform, platform)
    if size > params.platforms[platform]:
        yield Hit(None, {"count": size, "max": params.platforms[platform], "platform": name},
                  variant="over-grensen", evidence=f"{size} tegn")
    fold = params.folds.get(platform)
    opening = next((draft.sentences(block) for block in blocks if draft.sentences(block)), ())
    if fold and opening and size > fold and opening[0].end > fold:
        block = next(block for block in blocks if draft.sentences(block))
        yield Hit(block.span(opening[0].start, opening[0].end), {"count": opening[0].end, "max": fold,
                                                                 "platform": name},
                  variant="under-folden", evidence=f"første setning er på {opening[0].end} tegn")


def _size(text: str, url_length: int | None) -> int:
    """Characters as the platform counts them."""
    if url_length is None:
        return len(text)
    return len(_URL.sub("u" * url_length, text))
