"""Two figures for one fact in the same text: «prosjektet koster 45 millioner … prosjektet koster 54 millioner»."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.model import Block, Hit, Needs
from ipr_lint.nlp import claim_reading, claims
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.claims import Claim, ClaimWords

needs = Needs.PARSE
Params = ClaimWords


def run(draft: Analysis, params: ClaimWords) -> Iterator[Hit]:
    """One hit per fact, at the figure that comes later; the earlier one is related. Quotations are left out."""
    first: dict[tuple[str, ...], tuple[Block, Claim]] = {}
    told: set[tuple[str, ...]] = set()
    for block, claim in _claims(draft, params):
        before, earlier = first.setdefault(claim.key, (block, claim))
        if claim.key not in told and claims.differ(earlier, claim):
            told.add(claim.key)
            one, other = before.text[earlier.start : earlier.end], block.text[claim.start : claim.end]
            yield Hit(block.span(claim.start, claim.end), {"first": one, "second": other},
                      related=(before.span(earlier.start, earlier.end),), evidence=f"«{one}» står tidligere i teksten")


def _claims(draft: Analysis, params: ClaimWords) -> Iterator[tuple[Block, Claim]]:
    for block in draft.blocks():
        doc = draft.doc(block)
        if doc is None or not doc.has_annotation("DEP"):
            continue
        for claim in claim_reading.find_all(doc, params):
            if draft.quotation_at(block.span(claim.start, claim.end)) is None:
                yield block, claim
