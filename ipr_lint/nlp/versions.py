"""Two language versions of one text -> the dates, times, figures and addresses that they give differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipr_lint.model import Block, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.contacts import emails, phones
from ipr_lint.nlp.dates import dates, times
from ipr_lint.nlp.numbers import numbers

_PERCENT = re.compile(r"\s{0,2}(?:%|prosent\b|per\s?cent\b)", re.IGNORECASE)
_LEAST = 13  # smaller numbers in words are translated freely («begge», "a couple of", "a dozen")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value of a kind (date, time, percent, million, number, address) at its place."""

    kind: str
    value: str
    span: Span


def differences(draft: Analysis, other: Analysis) -> Iterator[tuple[Figure, str]]:
    """Each figure of a draft that the other version gives differently, with what the other has instead.

    A figure that the other only leaves out is no difference: it must have one of the same kind that is missing here.
    """
    ours, theirs = tuple(_figures(draft)), tuple(_figures(other))
    known = {(one.kind, one.value) for one in theirs}
    mine = {(one.kind, one.value) for one in ours}
    seen: set[tuple[str, str]] = set()
    for figure in ours:
        key = (figure.kind, figure.value)
        instead = [one for one in theirs if one.kind == figure.kind and (one.kind, one.value) not in mine]
        if key not in known and key not in seen and instead:
            seen.add(key)
            nearest = min(instead, key=lambda one: abs(_place(one, other) - _place(figure, draft)))
            yield figure, other.document.text(nearest.span)


def _place(figure: Figure, draft: Analysis) -> float:
    """How far into the draft a figure stands, from 0 to 1."""
    return (figure.span.block + figure.span.start / 10_000) / max(1, len(draft.document.blocks))


def _figures(draft: Analysis) -> Iterator[Figure]:
    for block in draft.blocks():
        if block.text:
            yield from _in_block(block)


def _in_block(block: Block) -> Iterator[Figure]:
    taken: list[tuple[int, int]] = []
    for day in dates(block.text):
        taken.append((day.start, day.end))
        yield Figure("date", f"{day.first_day or ''}-{day.day}.{day.month}", block.span(day.start, day.end))
    for clock in times(block.text):
        taken.append((clock.start, clock.end))
        yield Figure("time", f"{clock.hour}:{clock.minute}", block.span(clock.start, clock.end))
    for span, _ in emails(block):
        taken.append((span.start, span.end))
        yield Figure("address", block.text[span.start : span.end].lower(), span)
    for span in phones(block):
        taken.append((span.start, span.end))
        digits = re.sub(r"\D", "", block.text[span.start : span.end])
        yield Figure("telephone", digits[-8:], span)
    for number in numbers(block.text):
        spelt = not block.text[number.start].isdigit()
        if any(start < number.end and number.start < end for start, end in taken) or (spelt and number.value < _LEAST):
            continue
        percent = _PERCENT.match(block.text, number.end)
        kind = "percent" if percent else "million" if number.scale >= 1_000_000 else "number"
        yield Figure(kind, f"{number.value:g}", block.span(number.start, percent.end() if percent else number.end))
