"""Mentions whose form and meaning do not agree: the bare name for the organisation, or the full name for the area."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ipr_lint.facts.names import Names
from ipr_lint.model import Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.mentions import Form, Mention, Sense, in_draft
from ipr_lint.nlp.mentions.correction import corrected

needs = Needs.PARSE


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which disagreement a rule reports."""

    finds: Annotated[
        Literal["organisation", "area", "unsure"],
        Meta(description="organisation: bare name for it; area: full name for it; unsure: cannot be told apart"),
    ]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per mention."""
    names = draft.facts.get(Names)
    for mention in in_draft(draft):
        if _wrong(mention, params.finds):
            place = mention.place
            edits = _edits(draft, mention, params, names)
            instead = edits[0].text if edits else ""
            yield Hit(
                Span(mention.block.id, place.start, place.end),
                {"organisation": names.organisation, "area": names.area, "instead": instead},
                fixes=(Fix(f"Skriv «{instead}»", edits),) if edits else (),
                evidence=mention.why,
            )


def _wrong(mention: Mention, finds: str) -> bool:
    form, sense = mention.place.form, mention.sense
    if finds == "organisation":
        return form is Form.BARE and sense is Sense.ORGANISATION
    if finds == "area":
        return form is Form.FULL and sense is Sense.AREA
    return form is Form.BARE and sense is Sense.UNSURE


def _edits(draft: Analysis, mention: Mention, params: Params, names: Names) -> tuple[Edit, ...]:
    return () if params.finds == "unsure" else (Edit(*corrected(draft, mention, names)),)
