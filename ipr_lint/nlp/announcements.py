"""A draft -> the day it is for, and the events and deadlines it announces with the days they fall on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ipr_lint.model import Block, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.dates import DateMention, dates
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import Found, find_all
from ipr_lint.nlp.tense import Verb, finite_verbs

_DATELINE_BLOCKS = 5
_DATELINE_WORDS = 9  # «Publisert mandag 10. mars 2025 kl. 09.00 av Kari Vik» is about as long as they get
_LABEL_WORDS = 3


@dataclass(frozen=True, slots=True)
class Announcement:
    """`span` is the date of something still to come as the sentence tells it; `cue` the words that say so."""

    span: Span
    mention: DateMention
    day: datetime.date
    cue: str


def dated_blocks(draft: Analysis) -> tuple[tuple[Block, DateMention], ...]:
    """Every date of the draft with its block."""
    return draft.memo("dates", lambda: tuple(
        (block, mention) for block in draft.blocks() for mention in dates(block.text)))


def dateline(draft: Analysis) -> datetime.date | None:
    """The date a draft gives itself in one of its first short lines («Hamar, 10. mars 2025»)."""
    opening = [block.id for block in draft.blocks() if block.text.strip()][:_DATELINE_BLOCKS]
    for block, mention in dated_blocks(draft):
        if block.id in opening and mention.date and len(words(block.text)) <= _DATELINE_WORDS + 1:
            return mention.date
    return None


def anchor(draft: Analysis) -> datetime.date:
    """The day a draft is read: as declared, else as it says itself, else today."""
    if "today" in draft.context.declared:
        return draft.context.today
    return dateline(draft) or draft.context.today


def announcements(draft: Analysis, cues: str, year_less_days: int, labels: str = "") -> Iterator[Announcement]:
    """Dates that a cue announces, nearer to it than to any verb in the past tense.

    `cues`: phrases; `labels`: words that announce when they open the line («Frist: …»); `year_less_days`: a date
    without a year counts as past only if it is at most so many days old.
    """
    day, told = anchor(draft), dict[Span, tuple[list[Found], list[Verb]]]()  # cues and past verbs of each sentence
    for block, mention in dated_blocks(draft):
        sentence = draft.sentence_at(block, mention.start)
        when = _day(mention, day, year_less_days)
        if sentence is None or when is None:
            continue
        here = block.span(sentence.start, sentence.end)
        if here not in told:
            inside = words(block.text[sentence.start : sentence.end], sentence.start)
            verbs = finite_verbs(draft, block, sentence.start, sentence.end)
            told[here] = find_all(cues, inside), [verb for verb in verbs if verb.past]
        found, past = told[here]
        found = found + _label(block.text, mention, labels)
        if not found:
            continue
        cue = min(found, key=lambda one: _distance(one.start, one.end, mention))
        nearest = min((_distance(verb.start, verb.end, mention) for verb in past), default=1_000_000)
        if _distance(cue.start, cue.end, mention) < nearest:
            span = block.span(mention.start, mention.end)
            yield Announcement(span, mention, when, block.text[cue.start : cue.end])


def _label(text: str, mention: DateMention, labels: str) -> list[Found]:
    """The label that opens the line a date stands in."""
    start = text.rfind("\n", 0, mention.start) + 1
    head, colon, _ = text[start : mention.start].partition(":")
    return find_all(labels, words(head, start))[:1] if labels and colon and len(head.split()) <= _LABEL_WORDS else []


def _day(mention: DateMention, day: datetime.date, year_less_days: int) -> datetime.date | None:
    """The (last) day meant; without a year the next one, unless it has only just been."""
    if mention.year is not None:
        return mention.date
    near = mention.near(day)
    if near is None or near >= day or (day - near).days <= year_less_days:
        return near
    return mention.near(day + datetime.timedelta(days=183))


def _distance(start: int, end: int, mention: DateMention) -> int:
    return max(0, mention.start - end if mention.start >= end else start - mention.end)
