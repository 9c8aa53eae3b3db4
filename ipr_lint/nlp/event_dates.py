"""Draft -> pairs of dates that the text gives for one and the same event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipr_lint.model import Block, Kind
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.dates import DateMention, dates

_WORD = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class Dated:
    """An event and the day it is said to be on; `key` is the head of its noun.

    `fixed` says that it stands in a title or after a label.
    """

    block: Block
    mention: DateMention
    key: str
    fixed: bool


def conflicts(draft: Analysis, events: tuple[str, ...], labels: tuple[str, ...], several: tuple[str, ...],
              deadlines: tuple[str, ...]) -> Iterator[tuple[Dated, Dated]]:
    """(first, second) where a title or a label and the text name different days for the only event of that kind.

    `events` are the heads of nouns, `labels` begin a line («Dato:»), `several` are words that tell of more than one;
    a date with one of the `deadlines` is when to answer, not when the event is.
    """
    found = list(_dated(draft, events, labels, several, deadlines))
    if any(one is None for one in found):
        return
    named = [one for one in found if one is not None]
    main = next((one.key for one in named if one.key), "")
    groups: dict[str, list[Dated]] = {}
    for one in named:
        groups.setdefault(one.key or main, []).append(one)
    for group in groups.values():
        days = {(one.mention.day, one.mention.month) for one in group}
        fixed = next((one for one in group if one.fixed), None)
        if fixed is None or len(days) != 2:
            continue
        day = (fixed.mention.day, fixed.mention.month)
        other = next(one for one in group if (one.mention.day, one.mention.month) != day)
        if not _covers(fixed.mention, other.mention) and not _covers(other.mention, fixed.mention):
            in_order = (fixed.block.id, fixed.mention.start) < (other.block.id, other.mention.start)
            yield (fixed, other) if in_order else (other, fixed)


def _dated(draft: Analysis, events: tuple[str, ...], labels: tuple[str, ...],
           several: tuple[str, ...], deadlines: tuple[str, ...]) -> Iterator[Dated | None]:
    """Each date that goes with one event; None for a sign that there are several events."""
    for block in draft.blocks():
        if block.kind is Kind.TABLE_CELL:
            continue
        for sentence in draft.sentences(block):
            text = block.text[sentence.start : sentence.end]
            mentions = list(dates(text))
            if len(mentions) != 1:
                continue
            words = [word.lower() for word in _WORD.findall(text)]
            keys = {key for word in words if (key := _event(word, events))}
            label = text.lower().lstrip("*– ").startswith(labels)
            if len(keys) > 1 or not (keys or label):
                continue
            if any(word in deadlines or word.endswith(("frist", "fristen")) for word in words):
                continue
            if set(words) & set(several):
                yield None
                continue
            one = mentions[0]
            at = DateMention(one.start + sentence.start, one.end + sentence.start, one.day, one.month, one.year,
                             one.weekday, one.first_day, one.first_month)
            fixed = label or block.kind is Kind.HEADING
            yield Dated(block, at, next(iter(keys), ""), fixed)


def _event(word: str, events: tuple[str, ...]) -> str:
    """The event a noun names: «BEST-konferansen» is a «konferanse», «møtet» a «møte»."""
    for event in events:
        stem = event.removesuffix("e")
        if re.search(rf"{re.escape(stem)}(?:e|et|en|a|s|ets|ens)?\Z", word):
            return event
    return ""


def _covers(span: DateMention, day: DateMention) -> bool:
    """Whether a range of days holds a day: «3.–5. april» and «5. april» do not disagree."""
    return span.first_day is not None and day.month == span.month and span.first_day <= day.day <= span.day
