"""A draft and a message it does not convey -> the passage that comes closest, and which concepts it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.messages import Message, Reading
from ipr_lint.model import Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.messages.passages import Clue, Evidence, passages
from ipr_lint.nlp.messages.readings import slot


@dataclass(frozen=True, slots=True)
class Near:
    """A reading that is not complete: what was found (concept, words), what is missing, where (one block)."""

    reading: str
    span: Span
    met: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    hindrance: str = ""  # why it does not count although all concepts are there


def nearest(draft: Analysis, message: Message) -> Near | None:
    """The window with the largest share of a reading's concepts; None when no concept of the message occurs."""
    found = list(_candidates(draft, message))
    complete = [near for near in found if near.met]
    return max(complete, key=lambda near: (len(near.met) / (len(near.met) + len(near.missing)), len(near.met)),
               default=None)


def _candidates(draft: Analysis, message: Message) -> Iterator[Near]:
    for passage in passages(draft):
        for reading in message.readings:
            size = min(reading.within, len(passage.clues))
            for start in range(len(passage.clues) - size + 1):
                yield _compared(reading, passage.clues[start : start + size], passage.names)


def _compared(reading: Reading, window: Sequence[Clue], around: frozenset[str]) -> Near:
    present = sorted((e for clue in window for e in clue.evidence), key=lambda e: e.weak)
    chosen: list[Evidence] = []
    missing: list[str] = []
    for text in reading.all:
        wanted, count = slot(text)
        for _ in range(count):
            one = next((e for e in present if e.concept in wanted and not any(e.excludes(c) for c in chosen)), None)
            if one is None:
                missing.append(" eller ".join(wanted))
            else:
                chosen.append(one)
    first = window[0].span
    end = max(clue.span.end for clue in window if clue.span.block == first.block)
    met = tuple((e.concept, e.text) for e in chosen)
    return Near(reading.name, Span(first.block, first.start, end), met, tuple(missing),
                "" if missing else _hindrance(reading, window, chosen, around))


def _hindrance(reading: Reading, window: Sequence[Clue], chosen: Sequence[Evidence], around: frozenset[str]) -> str:
    against = sorted({name for clue in window for name in clue.names} & set(reading.unless))
    if against:
        return f"teller ikke sammen med {', '.join(against)}"
    if reading.near and around.isdisjoint(reading.near):
        return f"avsnittet nevner ikke {' eller '.join(reading.near)}"
    weak = [f"«{e.text}»" for e in chosen if e.weak]
    if len(weak) > reading.weak:
        return f"for mange svake ord: {', '.join(weak)}"
    return "ordene bærer et annet budskap tydeligere, eller påstanden er nektet, spurt om eller bare tenkt"
