"""Too little time between publication and the event or deadline; embargoes that are over or lack a time of day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.channels import Channels
from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.announcements import anchor, announcements
from ipr_lint.nlp.dates import dates, times
from ipr_lint.nlp.message_words import days_in_words

needs = Needs.SENTENCES | Needs.LEMMAS
_EMBARGO = re.compile(r"^\W{0,3}(?:sperrefrist|embargo(?:ed)?(?:\suntil)?|klausul(?:ert)?)\b[^\n]{0,80}",
                      re.IGNORECASE | re.MULTILINE)
_FIELDS = {"arrangement": ("arrangementet", "the event"), "frist": ("fristen", "the deadline")}


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What in the text asks the reader to do something by a day."""

    cues: Annotated[Phrases, Meta(description="words that open an invitation or a deadline")]
    near_days: Annotated[int, Meta(ge=1, description="a date further off than this is no matter of lead time")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """At most one hit for the lead time, and one for each embargo."""
    yield from _lead_time(draft, params)
    yield from _embargoes(draft)


def _lead_time(draft: Analysis, params: Params) -> Iterator[Hit]:
    profile = draft.facts.get(Channels).channels.get(draft.context.channel)
    if profile is None or not profile.lead_days or "today" not in draft.context.declared:
        return
    published = draft.context.today
    for field, (nb, en) in _FIELDS.items():
        day = _date_of(draft, field)
        if day and (day - published).days < profile.lead_days:
            yield _short(None, (day - published).days, profile.lead_days, nb, en)
            return
    if not (profile.members or draft.context.channel == "invitasjon"):
        return
    found = [one for one in announcements(draft, params.cues, params.near_days)
             if 0 <= (one.day - published).days < profile.lead_days]
    for one in found[:1]:
        yield _short(one.span, (one.day - published).days, profile.lead_days, "datoen", "the date")


def _short(span: Span | None, days: int, needed: int, nb: str, en: str) -> Hit:
    left = days_in_words(days)
    return Hit(span, {"left": left, "needed": needed, "what": {"nb": nb, "en": en}},
               variant="passert" if days < 0 else "", evidence=f"{left['nb']}, kanalen krever {needed}")


def _embargoes(draft: Analysis) -> Iterator[Hit]:
    told = draft.context.metadata.get("sperrefrist")
    if isinstance(told, str) and told:
        yield from _embargo(draft, None, told)
        return
    for block in draft.blocks():
        for match in _EMBARGO.finditer(block.text):
            yield from _embargo(draft, block.span(match.start(), match.end()), match[0])


def _embargo(draft: Analysis, span: Span | None, text: str) -> Iterator[Hit]:
    day = next((mention.near(anchor(draft)) for mention in dates(text)), None)
    clock = next(times(text), None) or re.search(r"T\d\d:\d\d|\b\d\d[.:]\d\d\s*$", text)
    if day and day < anchor(draft):
        yield Hit(span, {"written": text.strip()}, variant="sperrefrist-passert",
                  evidence=f"{days_in_words((anchor(draft) - day).days)['nb']} før publisering")
    elif clock is None or day is None:
        yield Hit(span, {"written": text.strip()}, variant="sperrefrist-uten-tid",
                  evidence="ingen dato" if day is None else "ikke noe klokkeslett")


def _date_of(draft: Analysis, field: str) -> datetime.date | None:
    told = draft.context.metadata.get(field, "")
    return next((mention.date for mention in dates(told if isinstance(told, str) else " ".join(told))), None)
