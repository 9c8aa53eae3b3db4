"""Whether the organisation shows as the sender: its full name early on, and a signature or boilerplate at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.names import Names
from ipr_lint.facts.organisation import Contacts
from ipr_lint.facts.standard import FactSheet
from ipr_lint.model import Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.contacts import contact_blocks, emails
from ipr_lint.nlp.fact_mentions import mentions
from ipr_lint.nlp.fact_units import units
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find

needs = Needs.SENTENCES
_HEADER = 5  # blocks at the start that may be lines of an e-mail's header


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Stretches of the draft, in words, and the metadata that name a sender."""

    first_words: Annotated[int, Meta(ge=1, description="the full name stands among so many words from the start")]
    last_words: Annotated[int, Meta(ge=1, description="a signature stands among so many words from the end")]
    sender_fields: Annotated[tuple[str, ...], Meta(description="metadata that name the sender")]
    from_lines: Annotated[tuple[str, ...], Meta(description="what opens a line with the sender's address, lower case")]
    signature: Annotated[bool, Meta(description="whether a signature or boilerplate is asked for")] = True


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit at most: what is missing."""
    early = _is_named_early(draft, params)
    signed = not params.signature or _is_signed(draft, params)
    if not early or not signed:
        variant = "" if not early and not signed else "ikke-tidlig" if not early else "uten-underskrift"
        names = draft.facts.get(Names)
        name = names.english_organisation if draft.language == "en" else names.organisation
        yield Hit(None, {"words": params.first_words, "name": name}, variant=variant, evidence=f"leter etter «{name}»")


def _is_named_early(draft: Analysis, params: Params) -> bool:
    names = "|".join(draft.facts.get(FactSheet).wordings["navn"].accepted)
    fields = (draft.context.metadata.get(name, "") for name in params.sender_fields)
    if any(find(names, words(one if isinstance(one, str) else " ".join(one))) for one in fields):
        return True
    if any(_is_from_us(draft, block, params) for block in draft.document.blocks[:_HEADER]):
        return True
    seen = 0
    for unit in units(draft):
        header = unit.block.kind is Kind.BOILERPLATE
        prominent = seen < params.first_words or header or draft.role(unit.block) in ("title", "lead")
        if prominent and find(names, unit.words):
            return True
        seen += 0 if header else len(unit.words)
    return any(block.kind is Kind.IMAGE and find(names, words(block.attributes.get("alt", "")))
               for block in draft.document.blocks)


def _is_from_us(draft: Analysis, block: Block, params: Params) -> bool:
    """Whether a line of an e-mail's header has an address of the organisation as the sender's."""
    for span, domain in emails(block):
        line = block.text[block.text.rfind("\n", 0, span.start) + 1 : span.start]
        label = line.partition(":")[0].strip("*_ ").lower()
        if label in params.from_lines and domain in draft.facts.get(Contacts).domains:
            return True
    return False


def _is_signed(draft: Analysis, params: Params) -> bool:
    """Whether the draft ends with its sender: name, website or own address, or a boilerplate that has the name."""
    every = units(draft)
    left = params.last_words
    last: set[int] = set()
    for unit in reversed(every):
        if left <= 0:
            break
        last.add(unit.index)
        left -= len(unit.words)
    named = [one for one in mentions(draft) if one.status == "ok" and one.fact in ("navn", "nettsted")]
    if any(one.unit in last or draft.role(draft.document.blocks[one.span.block]) == "boilerplate" for one in named):
        return True
    blocks = {unit.block.id for unit in every if unit.index in last}
    return any(contact.email and contact.span.block in blocks for contact in contact_blocks(draft))
