"""A draft and the form of the facts it must carry -> the passage that carries them, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ipr_lint.facts.channels import FactsPlace
from ipr_lint.facts.standard import FactSheet, Form, Passage
from ipr_lint.model import Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_mentions import mentions
from ipr_lint.nlp.fact_passages import Candidate, candidates, is_stated, merit
from ipr_lint.nlp.fact_units import FactMention, units
from ipr_lint.nlp.phrases import find

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
    best = max(candidates(draft, sheet, required, place), key=merit, default=None)
    if best is None or (best.stated < len(required) and not _is_passage(draft, best, sheet, required)):
        if best is None or not _all_told(draft, required):
            return Verdict("mangler", required)
        return Verdict("spredt", _lacking(best, required), (), _span(draft, best))
    flaws = _flaws(best, sheet.passage, place.form)
    missing = _lacking(best, required)
    span = _span(draft, best)
    if missing:
        elsewhere = all(is_stated(fact, mentions(draft)) for fact in missing)
        scattered = elsewhere and 2 * best.stated <= len(required)  # else it is a passage that lacks something
        return Verdict("spredt" if scattered else "ufullstendig", missing, flaws, span)
    return Verdict("ok" if best.placed else "feilplassert", (), flaws, span)


def _all_told(draft: Analysis, required: tuple[str, ...]) -> bool:
    """Whether every required fact stands somewhere in the draft, and rightly: by chance one may, all of them hardly."""
    right = [mention for mention in mentions(draft) if mention.status == "ok" and not mention.aside]
    return all(is_stated(fact, right) for fact in required)


def _lacking(best: Candidate, required: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fact for fact in required if not is_stated(fact, best.mentions))


def _is_passage(draft: Analysis, best: Candidate, sheet: FactSheet, required: tuple[str, ...]) -> bool:
    """Whether what was found was meant as facts: of the organisation, more than its name and address, and enough."""
    meant = [one for one in best.mentions if not one.aside]
    shortest = set(sheet.forms["link"])
    inside = units(draft)[best.first : best.last + 1]
    ours = any(one.fact in shortest for one in meant) or any(find("|".join(sheet.subject), one.words) for one in inside)
    core = {one.fact for one in meant} - shortest
    return ours and bool(core) and sum(is_stated(fact, meant) for fact in required) >= sheet.passage.nucleus


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
