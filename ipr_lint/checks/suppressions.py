"""Suppressions in the draft that silence nothing, or give no reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ipr_lint.model import Finding, Hit, Needs, Span, Suppression
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which fault of a suppression the rule is about."""

    find: Annotated[Literal["unused", "unreasoned"], Meta(description="unused or unreasoned suppressions")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per suppression at fault. The engine runs this last and leaves the findings so far in the draft's memo.

    A suppression is unused only if every rule it names was run: with `--select` nothing can be said of the others.
    """
    findings: tuple[Finding, ...] = draft.memo("findings", tuple)
    ran: frozenset[str] = draft.memo("rules that ran", frozenset)
    known: frozenset[str] = draft.memo("known rules", frozenset)  # no rule of another name can ever be silenced
    for one in draft.document.suppressions:
        if params.find == "unreasoned" and one.reason:
            continue
        if params.find == "unused" and (_is_used(one, findings) or (ran and not (set(one.rules) & known) <= ran)):
            continue
        name = ", ".join(one.rules) or "alle regler"
        span = None if one.first_block == 0 and one.last_block >= len(draft.document.blocks) - 1 else (
            Span(one.first_block, one.start or 0, one.start or 0))
        yield Hit(span, {"rules": name})


def _is_used(one: Suppression, findings: tuple[Finding, ...]) -> bool:
    return any(finding.silenced_by == one for finding in findings)
