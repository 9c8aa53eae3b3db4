"""Drafts that refer to none of the key messages; one hit on the document as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Abstain, Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.messages import verdicts

needs = Needs.SENTENCES | Needs.LEMMAS


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a draft is long enough to be judged."""

    min_words: Annotated[int, Meta(ge=1, description="no verdict on drafts with fewer words")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One hit when no message is conveyed anywhere in the draft."""
    words = sum(sentence.words for block in draft.running() for sentence in draft.sentences(block))
    if words < params.min_words:
        yield Abstain(f"færre enn {params.min_words} ord")
        return
    found = verdicts(draft)
    if not any(one.stated for one in found):
        ids = ", ".join(one.message.id for one in found)
        yield Hit(None, {"ids": ids}, evidence=f"ingen av {ids} ble funnet")
