"""A draft -> the runs of sentences that may be meant as its standard facts, and how much of them each states."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ipr_lint.facts.channels import FactsPlace
from ipr_lint.facts.standard import FactSheet, Passage
from ipr_lint.model import Block, Kind
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.fact_mentions import mentions
from ipr_lint.nlp.fact_units import FactMention, Unit, units

_PARAGRAPH = 8  # words
_SENTENCE = 5  # words; less without a full stop is a label


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of units with facts in it: what it states, and whether it stands in its place."""

    first: int  # unit indices, inclusive
    last: int
    mentions: tuple[FactMention, ...]
    stated: int  # required facts stated, rightly or not
    right: int
    placed: bool


def candidates(draft: Analysis, sheet: FactSheet, required: tuple[str, ...],
               place: FactsPlace) -> Iterator[Candidate]:
    """Every run that begins and ends with a required fact (or the population), within one section."""
    relevant = {name for fact in required for name in fact.split("|")} | {"innbyggere"}
    found: dict[int, list[FactMention]] = {}
    told = {mention.span.block for mention in mentions(draft) if mention.fact in relevant and not mention.aside}
    for mention in mentions(draft):
        # «Meld deg av» beside the facts is no address to read more at; «Les mer her» among them is.
        if mention.fact in relevant and mention.span.block in told:
            found.setdefault(mention.unit, []).append(mention)
    bearing = sorted(found)
    rank = _ranks(draft, found.keys())
    section = _sections(draft)
    for at, first in enumerate(bearing):
        inside: list[FactMention] = []
        last = first
        for count, index in enumerate(bearing[at:], start=1):
            idle = rank[index] - rank[first] + 1 - count
            together = rank[index] - rank[last] <= sheet.passage.gap + 1 and idle <= sheet.passage.fillers
            if not together or section[index] != section[first] or rank[index] - rank[first] >= sheet.passage.sentences:
                break
            inside += found[index]
            last = index
            stated = sum(1 for fact in required if is_stated(fact, inside))
            right = sum(1 for fact in required if is_stated(fact, [one for one in inside if one.status == "ok"]))
            placed = _is_placed(draft, sheet.passage, place, first, last)
            yield Candidate(first, last, tuple(inside), stated, right, placed)


def _ranks(draft: Analysis, bearing: Collection[int]) -> list[int]:
    """The place of each unit when fragments without facts (labels, table heads) are not counted."""
    ranks, rank = [], 0
    for unit in units(draft):
        rank += unit.index in bearing or len(unit.words) >= _SENTENCE or unit.text.endswith((".", "!", "?"))
        ranks.append(rank)
    return ranks


def _sections(draft: Analysis) -> list[int]:
    """The number of the section each unit is in: what is under a heading of the same rank is of another matter."""
    found, number, level = [], 0, 0
    last: Block | None = None
    for unit in units(draft):
        if unit.block is not last and unit.block.kind is Kind.HEADING and (not level or unit.block.level <= level):
            number, level = number + 1, unit.block.level
        found.append(number)
        last = unit.block
    return found


def merit(one: Candidate) -> tuple[int, int, bool, int, int]:
    """What makes one candidate better than another: more facts, right ones, in its place, in few sentences, last."""
    return one.stated, one.right, one.placed, one.first - one.last, one.first


def is_stated(fact: str, among: Iterable[FactMention]) -> bool:
    """Whether a required fact («a|b»: one of them) is among the mentions, right or wrong."""
    names = fact.split("|")
    return any(mention.fact in names for mention in among)


def _is_placed(draft: Analysis, passage: Passage, place: FactsPlace, first: int, last: int) -> bool:
    """Whether a passage begins in the first paragraphs (`start`) or in the last part of the words (`end`)."""
    every = units(draft)
    if place.place == "start":
        # Address, date and reference lines of a letter are no paragraphs.
        running = [block.id for block in draft.running() if len(block.text.split()) >= _PARAGRAPH]
        return every[first].block.id <= max(running[: passage.start_blocks], default=0)
    if place.place == "end" and every[first].block.kind is not Kind.BOILERPLATE:
        before, inside, after = (_prose(every[:first]), _prose(every[first : last + 1]), _prose(every[last + 1 :]))
        return before >= passage.end_share * (before + inside + after) or after <= passage.end_words
    return True


def _prose(some: tuple[Unit, ...]) -> int:
    return sum(len(unit.words) for unit in some if unit.block.kind in RUNNING_TEXT)
