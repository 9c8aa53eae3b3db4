"""A draft and the form of the facts it must carry -> the passage that carries them, and what is wrong there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ipr_lint.facts.channels import FactsPlace
from ipr_lint.facts.standard import FactSheet, Form, Passage
from ipr_lint.model import Kind, Span
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.fact_mentions import FactMention, Unit, mentions, units

_PARAGRAPH = 8  # words
_SENTENCE = 5  # words; less without a full stop is a label
Outcome = Literal["ok", "mangler", "ufullstendig", "spredt", "feilplassert"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a draft carries the facts.

    `missing` are the required facts («a|b»: one of them) that the passage lacks; `flaws` the values and wordings in
    it that are altered or outdated; `span` the passage in the block with most of it, None when there is none.
    """

    outcome: Outcome
    missing: tuple[str, ...] = ()
    flaws: tuple[FactMention, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int  # unit indices, inclusive
    last: int
    mentions: tuple[FactMention, ...]
    stated: int  # required facts stated, rightly or not
    right: int
    placed: bool


def verdict(draft: Analysis, place: FactsPlace) -> Verdict:
    """The verdict on a draft for one channel's form and place. `place.form` none is always ok."""
    return draft.memo(("facts-verdict", place), lambda: _verdict(draft, place))


def _verdict(draft: Analysis, place: FactsPlace) -> Verdict:
    if place.form == "none":
        return Verdict("ok")
    sheet = draft.facts.get(FactSheet)
    required = sheet.forms[place.form]
    shortest = sheet.forms["link"]
    best = max(_candidates(draft, sheet, required, place), key=_merit, default=None)
    if best is None or (best.stated < len(required) and not _is_passage(best, sheet, shortest)):
        return Verdict("mangler", required)
    flaws = _flaws(best, sheet.passage, place.form)
    missing = tuple(fact for fact in required if not _stated(fact, best.mentions))
    span = _span(draft, best)
    if missing:
        elsewhere = all(_stated(fact, mentions(draft)) for fact in missing)
        scattered = elsewhere and 2 * best.stated <= len(required)  # else it is a passage that lacks something
        return Verdict("spredt" if scattered else "ufullstendig", missing, flaws, span)
    return Verdict("ok" if best.placed else "feilplassert", (), flaws, span)


def _candidates(draft: Analysis, sheet: FactSheet, required: tuple[str, ...],
                place: FactsPlace) -> Iterator[_Candidate]:
    relevant = {name for fact in required for name in fact.split("|")} | {"innbyggere"}
    found: dict[int, list[FactMention]] = {}
    for mention in mentions(draft):
        if mention.fact in relevant:
            found.setdefault(mention.unit, []).append(mention)
    bearing = sorted(found)
    rank = _ranks(draft, found.keys())
    for at, first in enumerate(bearing):
        inside: list[FactMention] = []
        last = first
        for count, index in enumerate(bearing[at:], start=1):
            idle = rank[index] - rank[first] + 1 - count
            together = rank[index] - rank[last] <= sheet.passage.gap + 1 and idle <= sheet.passage.fillers
            if not together or rank[index] - rank[first] >= sheet.passage.sentences:
                break
            inside += found[index]
            last = index
            stated = sum(1 for fact in required if _stated(fact, inside))
            right = sum(1 for fact in required if _stated(fact, [one for one in inside if one.status == "ok"]))
            placed = _is_placed(draft, sheet.passage, place, first, last)
            yield _Candidate(first, last, tuple(inside), stated, right, placed)


def _ranks(draft: Analysis, bearing: Collection[int]) -> list[int]:
    """The place of each unit when fragments without facts (labels, table heads) are not counted."""
    ranks, rank = [], 0
    for unit in units(draft):
        rank += unit.index in bearing or len(unit.words) >= _SENTENCE or unit.text.endswith((".", "!", "?"))
        ranks.append(rank)
    return ranks


def _merit(one: _Candidate) -> tuple[int, int, bool, int, int]:
    return one.stated, one.right, one.placed, one.first - one.last, one.first


def _stated(fact: str, among: Iterable[FactMention]) -> bool:
    names = fact.split("|")
    return any(mention.fact in names for mention in among)


def _is_passage(best: _Candidate, sheet: FactSheet, shortest: tuple[str, ...]) -> bool:
    """Whether what was found was meant as facts: more than a name and an address, and enough of it together."""
    core = {one.fact for one in best.mentions} - set(shortest)
    return bool(core) and best.stated >= sheet.passage.nucleus


def _flaws(best: _Candidate, passage: Passage, form: Form) -> tuple[FactMention, ...]:
    if form != "link" and best.stated < passage.altered:
        return ()
    right = {mention.fact for mention in best.mentions if mention.status == "ok"}
    return tuple(one for one in best.mentions if one.status != "ok" and one.fact not in right)


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


def _span(draft: Analysis, best: _Candidate) -> Span:
    """The sentences of the passage in the block that has most of its facts (the first of equals)."""
    inside = units(draft)[best.first : best.last + 1]
    counts: dict[int, int] = {}
    for mention in best.mentions:
        counts[mention.span.block] = counts.get(mention.span.block, 0) + 1
    block = max(counts, key=lambda one: (counts[one], -one))
    own = [unit for unit in inside if unit.block.id == block]
    return Span(block, own[0].start, own[-1].end)
