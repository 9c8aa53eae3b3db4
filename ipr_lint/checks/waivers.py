"""Waivers of the configuration that cover this draft and have expired."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ipr_lint.checks import NoParams as Params
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.message_words import in_words

__all__ = ["Params", "needs", "run"]
needs = Needs.TEXT


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit on the document per expired waiver; the engine leaves the waivers of the draft's path in its memo."""
    told: tuple[Any, ...] = draft.memo("waivers", tuple)
    for waiver in told:
        if waiver.expires < draft.context.today:
            yield Hit(None, {"rule": waiver.rule, "owner": waiver.owner, "expires": in_words(waiver.expires),
                             "reason": waiver.reason}, evidence=f"{waiver.rule} til {in_words(waiver.expires)['nb']}")
