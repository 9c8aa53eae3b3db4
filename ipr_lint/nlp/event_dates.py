"""Draft -> pairs of dates that the text gives for one and the same event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ipr_lint.model import Block, Kind
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.announcements import anchor
from ipr_lint.nlp.dates import DateMention, dates, times
from ipr_lint.nlp.phrase_words import words as spoken
from ipr_lint.nlp.phrases import find
from ipr_lint.nlp.sentences import Sentence
from ipr_lint.nlp.tense import finite_verbs

_WORD = re.compile(r"[^\W\d_][\w-]*")
_AROUND = 2  # blocks from «Dato:» to «Sted:» in an invitation's list of facts


@dataclass(frozen=True)
class Signs:
    """`events` are the heads of nouns, `labels` begin a line with an event's date («Når:»).

    `own_labels` («Dato:») do so only with one of the `details` («Sted:») or a time of day close by; else the date is
    the letter's. `several` are words that tell of more than one event, `references` point to another one. A date with
    one of the `deadlines` is when to answer, not when the event is.
    """

    events: tuple[str, ...]
    labels: tuple[str, ...]
    own_labels: tuple[str, ...]
    details: tuple[str, ...]
    several: tuple[str, ...]
    references: str
    deadlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """An event and the day it is said to be on; `key` is the head of its noun.

    `fixed` says that it stands in a title or after a label, `past` that the sentence tells of the past.
    """

    block: Block
    mention: DateMention
    key: str
    fixed: bool
    past: bool = False


def conflicts(draft: Analysis, signs: Signs) -> Iterator[tuple[Dated, Dated]]:
    """(first, second) where a title or a label and the text name different days for the only event of that kind."""
    found = list(_dated(draft, signs))
    if any(one is None for one in found):
        return
    named = [one for one in found if one is not None]
    main = next((one.key for one in named if one.key), "")
    groups: dict[str, list[Dated]] = {}
    for one in named:
        groups.setdefault(one.key or main, []).append(one)
    now = anchor(draft)
    for group in groups.values():
        fixed = next((one for one in group if one.fixed), None)
        if fixed is None:
            continue
        when = fixed.mention.near(now)
        to_come = when is not None and when >= now and not fixed.past  # then what has been, is another event
        others = [one for one in group if _day(one) != _day(fixed) and not (one.past and to_come)]
        if len({_day(one) for one in others}) != 1:
            continue
        other = others[0]
        if not _covers(fixed.mention, other.mention) and not _covers(other.mention, fixed.mention):
            in_order = (fixed.block.id, fixed.mention.start) < (other.block.id, other.mention.start)
            yield (fixed, other) if in_order else (other, fixed)


def _day(one: Dated) -> tuple[int, int]:
    return one.mention.day, one.mention.month


def _dated(draft: Analysis, signs: Signs) -> Iterator[Dated | None]:
    """Each date that goes with one event; None for a sign that there are several events."""
    blocks = [block for block in draft.blocks() if block.kind is not Kind.TABLE_CELL]
    for index, block in enumerate(blocks):
        for sentence in draft.sentences(block):
            text = block.text[sentence.start : sentence.end]
            mentions = list(dates(text))
            if len(mentions) != 1:
                continue
            words = [word.lower() for word in _WORD.findall(text)]
            keys = {key for word in words if (key := _event(word, signs.events))}
            opening = text.lower().lstrip("*– ")
            around = blocks[max(0, index - _AROUND) : index + _AROUND + 1]
            own = opening.startswith(signs.own_labels)
            label = opening.startswith(signs.labels) or (own and _has_details(around, signs))
            if len(keys) > 1 or not (keys or label) or (own and not label):
                continue
            if any(word in signs.deadlines or word.endswith(("frist", "fristen")) for word in words):
                continue
            if set(words) & set(signs.several):
                yield None
                continue
            verbs = finite_verbs(draft, block, sentence.start, sentence.end)
            fixed, past = label or block.kind is Kind.HEADING, bool(verbs) and verbs[0].past
            elsewhere = past and not fixed and not _is_subject(draft, block, sentence, signs.events)
            if elsewhere or find(signs.references, spoken(text)):
                continue
            yield Dated(block, _at(mentions[0], sentence.start), next(iter(keys), ""), fixed, past)


def _at(one: DateMention, offset: int) -> DateMention:
    return replace(one, start=one.start + offset, end=one.end + offset)


def _has_details(blocks: list[Block], signs: Signs) -> bool:
    """Whether lines tell the place or the time of day: then «Dato:» is an event's."""
    lines = [line.lower().lstrip("*– ") for block in blocks for line in block.text.split("\n")]
    return any(line.startswith(signs.details) for line in lines) or any(
        line.startswith(signs.own_labels) and next(times(line), None) for line in lines)


def _is_subject(draft: Analysis, block: Block, sentence: Sentence, events: tuple[str, ...]) -> bool:
    """«Konferansen ble holdt 3. mars» tells of the event itself, «Styret vedtok det i møte 3. mars» of another."""
    doc = draft.doc(block)
    if doc is None or not doc.has_annotation("DEP"):
        return True
    return any(token.dep_.startswith("nsubj") and _event(token.lower_, events) for token in doc
               if sentence.start <= token.idx < sentence.end)


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
