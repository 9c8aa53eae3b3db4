"""Whether a draft for members asks them to do something, by a date and with a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.channels import Channels
from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.announcements import dated_blocks
from ipr_lint.nlp.calls import Asking, asks
from ipr_lint.nlp.message_words import joined
from ipr_lint.nlp.parts import links
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find

needs = Needs.SENTENCES | Needs.LEMMAS
_WORDS = {"date": ("dato", "date"), "link": ("lenke eller adresse", "link or address")}


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What calls the reader to act."""

    calls: Annotated[Phrases, Meta(description="words that ask the reader to do something")]
    others: Annotated[Phrases, Meta(description="imperatives that ask for nothing: reading on, leaving the list")]
    modals: Annotated[tuple[str, ...], Meta(description="verbs before «sendes», «melde» … that ask the reader to")]
    answers: Annotated[tuple[str, ...], Meta(description="verbs for what a reader sends or reports, infinitives")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit: no call at all, or one without date or link. Silent where neither channel nor audience is members."""
    profile = draft.facts.get(Channels).channels.get(draft.context.channel)
    if "medlemmer" not in draft.context.audience and not (profile and profile.members):
        return
    asking = Asking(params.others, frozenset(params.modals), frozenset(params.answers))
    call = _call(draft, params) or asks(draft, asking)
    if call is None:
        yield Hit(None, evidence="ingen oppfordring funnet")
        return
    missing = [name for name, there in (("date", bool(dated_blocks(draft))), ("link", links(draft))) if not there]
    if missing:
        told = joined([_WORDS[one] for one in missing])
        yield Hit(call, {"missing": told}, variant="ufullstendig", evidence=f"mangler {told['nb']}")


def _call(draft: Analysis, params: Params) -> Span | None:
    for block in draft.blocks():
        if found := find(params.calls, words(block.text)):
            return block.span(found.start, found.end)
    return None
