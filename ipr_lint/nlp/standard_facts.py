"""A draft and the form of the facts it must carry -> the passage that carries them, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ipr_lint.facts.channels import FactsPlace
from ipr_lint.facts.standard import FactSheet, Form, Passage
from ipr_lint.model import Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_mentions import FactMention, mentions, units
from ipr_lint.nlp.fact_passages import Candidate, candidates, is_stated, merit

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


def verdict(draft: Analysis, place: FactsPlace) -> Verdict:
    """The verdict on a draft for one channel's form and place. `place.form` none is always ok."""
    return draft.memo(("facts-verdict", place), lambda: _verdict(draft, place))


def _verdict(draft: Analysis, place: FactsPlace) -> Verdict:
    if place.form == "none":
        return Verdict("ok")
    sheet = draft.facts.get(FactSheet)
    required = sheet.forms[place.form]
    shortest = sheet.forms["link"]
    best = max(candidates(draft, sheet, required, place), key=merit, default=None)
    if best is None or (best.stated < len(required) and not _is_passage(best, sheet, required, shortest)):
        return Verdict("mangler", required)
    flaws = _flaws(best, sheet.passage, place.form)
    missing = tuple(fact for fact in required if not is_stated(fact, best.mentions))
    span = _span(draft, best)
    if missing:
        elsewhere = all(is_stated(fact, mentions(draft)) for fact in missing)
        scattered = elsewhere and 2 * best.stated <= len(required)  # else it is a passage that lacks something
        return Verdict("spredt" if scattered else "ufullstendig", missing, flaws, span)
    return Verdict("ok" if best.placed else "feilplassert", (), flaws, span)


def _is_passage(best: Candidate, sheet: FactSheet, required: tuple[str, ...], shortest: tuple[str, ...]) -> bool:
    """Whether what was found was meant as facts: more than a name and an address, and enough of it together."""
    meant = [one for one in best.mentions if not one.aside]
    core = {one.fact for one in meant} - set(shortest)
    return bool(core) and sum(is_stated(fact, meant) for fact in required) >= sheet.passage.nucleus


def _flaws(best: Candidate, passage: Passage, form: Form) -> tuple[FactMention, ...]:
    if form != "link" and best.stated < passage.altered:
        return ()
    right = {mention.fact for mention in best.mentions if mention.status == "ok"}
    return tuple(one for one in best.mentions if one.status != "ok" and one.fact not in right)


def _span(draft: Analysis, best: Candidate) -> Span:
    """The sentences of the passage in the block that has most of its facts (the first of equals)."""
    inside = units(draft)[best.first : best.last + 1]
    counts: dict[int, int] = {}
    for mention in best.mentions:
        counts[mention.span.block] = counts.get(mention.span.block, 0) + 1
    block = max(counts, key=lambda one: (counts[one], -one))
    own = [unit for unit in inside if unit.block.id == block]
    return Span(block, own[0].start, own[-1].end)
