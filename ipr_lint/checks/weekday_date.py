"""A weekday that is not the date's, and two dates given for one event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.dates import DateMention, dates
from ipr_lint.nlp.event_dates import Signs, conflicts
from ipr_lint.nlp.message_words import in_words

needs = Needs.PARSE

_DAYS = {"nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
         "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
         "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How near a date without a year must be to be judged, and what makes two dates one event's."""

    near_days: Annotated[int, Meta(ge=1, le=180, description="days from the draft within which the year is clear")]
    events: Annotated[tuple[str, ...], Meta(description="heads of nouns for events, indefinite singular")]
    labels: Annotated[tuple[str, ...], Meta(description="what begins a line that gives the date, lower case")]
    own_labels: Annotated[tuple[str, ...], Meta(description="labels of the text's own date, too: «Dato:»")]
    details: Annotated[tuple[str, ...], Meta(description="labels beside them that tell of an event: «Sted:»")]
    references: Annotated[Phrases, Meta(description="words that point to another event: «viser til»")]
    several: Annotated[tuple[str, ...], Meta(description="words that tell of more than one event or of a moved one")]
    deadlines: Annotated[tuple[str, ...], Meta(description="words that make a date a deadline: innen, påmelding")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per weekday that is wrong (variant `uten-aar` where only today's date tells the year) and per event
    with two dates (variant `to-datoer`, the first date is the related span).
    """
    for block in draft.blocks():
        for mention in dates(block.text):
            if mention.weekday is not None:
                yield from _weekday(draft, block, mention, params)
    signs = Signs(params.events, params.labels, params.own_labels, params.details, params.several, params.references,
                  params.deadlines)
    for first, second in conflicts(draft, signs):
        values = {"first": _text(first.block, first.mention), "found": _text(second.block, second.mention), "right": ""}
        yield Hit(_span(second.block, second.mention), values, "to-datoer",
                  related=(_span(first.block, first.mention),))


def _weekday(draft: Analysis, block: Block, mention: DateMention, params: Params) -> Iterator[Hit]:
    published = _published(draft)
    day = mention.first if mention.year is not None else _nearest(mention, published or draft.context.today, params)
    if day is None or day.weekday() == mention.weekday:
        return
    unsure = mention.year is None and published is None
    if unsure and _in_the_past(draft, block, mention):
        return
    span = _span(block, mention)
    written = block.text[span.start : span.end].split(",")[0].split()[0]
    names = _DAYS.get(draft.language_of(block) or "nb", _DAYS["nb"])
    name = names[day.weekday()]
    right = name.capitalize() if written[0].isupper() else name
    start = Span(block.id, span.start, span.start + len(written))
    values = {"found": block.text[span.start : span.end], "right": name, "year": day.year, "first": ""}
    fix = Fix(f"Bytt «{written}» med «{right}»", (Edit(start, right),))
    yield Hit(span, values, "uten-aar" if unsure else "", (fix,),
              evidence=f"{in_words(day)['nb']} er en {_DAYS['nb'][day.weekday()]}")


def _nearest(mention: DateMention, anchor: date, params: Params) -> date | None:
    """The day in the year that brings it nearest to the anchor; None when it is too far off to know the year."""
    days = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            days.append(date(year, mention.first_month or mention.month, mention.first_day or mention.day))
        except ValueError:
            continue
    near = min(days, key=lambda day: abs(day - anchor), default=None)
    return near if near is not None and abs((near - anchor).days) <= params.near_days else None


def _published(draft: Analysis) -> date | None:
    value = draft.context.metadata.get("publiseres", "")
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _in_the_past(draft: Analysis, block: Block, mention: DateMention) -> bool:
    """Whether the sentence tells of the past: then the year may be any."""
    doc = draft.doc(block)
    if doc is None:
        return False
    sentence = draft.sentence_at(block, mention.start)
    low, high = (sentence.start, sentence.end) if sentence else (0, len(block.text))
    inside = [token for token in doc if low <= token.idx < high]
    return any("Tense=Past" in str(token.morph) for token in inside)


def _span(block: Block, mention: DateMention) -> Span:
    return Span(block.id, mention.start, mention.end)


def _text(block: Block, mention: DateMention) -> str:
    return block.text[mention.start : mention.end]
