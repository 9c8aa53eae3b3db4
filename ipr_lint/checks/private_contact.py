"""Private telephone numbers and e-mail addresses: outside contact information, or with a private provider."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.organisation import Contacts
from ipr_lint.model import Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.contacts import emails, phones
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find

needs = Needs.TEXT


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose addresses are private, and what marks contact information."""

    providers: Annotated[tuple[str, ...], Meta(description="domains of private e-mail providers")]
    public: Annotated[tuple[str, ...], Meta(description="endings of public bodies' domains, open to all")]
    contact_words: Annotated[str, Meta(description="words that open contact information, divided by |")]
    reach: Annotated[int, Meta(ge=0, description="blocks after such a word that still belong to it")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per address or number; variant `privat` for private providers, wherever they stand."""
    facts = draft.facts.get(Contacts)
    allowed = (*facts.domains, *params.public)
    roles = "|".join((*facts.roles, *(f"{role}en" for role in facts.roles)))
    blocks = [block for block in draft.blocks() if block.text]
    since = params.reach + 1
    for block in blocks:
        spoken = words(block.text)
        opens = find(params.contact_words, spoken) or find(roles, spoken)
        since = 0 if opens or block.kind is Kind.BOILERPLATE else since + 1
        for span, domain in emails(block):
            if domain in params.providers:
                yield Hit(span, {"found": _text(block, span.start, span.end)}, "privat")
            elif since > params.reach and not domain.endswith(allowed):
                yield Hit(span, {"found": _text(block, span.start, span.end)})
        for span in phones(block) if since > params.reach else ():
            number = "".join(char for char in block.text[span.start : span.end] if char.isdigit())
            if number[-8:-7] in "2345679" and number[-8:] != "".join(filter(str.isdigit, facts.phone)):
                yield Hit(span, {"found": _text(block, span.start, span.end)})


def _text(block: Block, start: int, end: int) -> str:
    return block.text[start:end]
