"""Numbers, shares, names and roles that contradict the fact sheet where the text speaks of this organisation now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.channels import Channels
from ipr_lint.facts.standard import FactSheet, Phrases, Share
from ipr_lint.model import Edit, Fix, Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_mentions import WEBSITE, mentions
from ipr_lint.nlp.fact_times import governed, of_another_time
from ipr_lint.nlp.fact_units import FactMention, Unit, units
from ipr_lint.nlp.fact_wording import number_text, period_told, right_text
from ipr_lint.nlp.message_words import in_words
from ipr_lint.nlp.numbers import numbers
from ipr_lint.nlp.officers import claims
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find
from ipr_lint.nlp.standard_facts import verdict

needs = Needs.SENTENCES
_PERCENT = re.compile(r"\s{0,2}(?:%|prosent\b|percent\b|per cent\b)\s{1,2}(?:av|of)\b")
_OF_WORDS = 7  # «42 prosent av alle som er sysselsatt i hele landet»
_HERE = "navn"


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide whether a number in a sentence is a claim about the organisation today."""

    membership: Annotated[Phrases, Meta(description="words that tie a number of municipalities to the membership")]
    directly: Annotated[Phrases, Meta(description="words that do so just before the number")]
    ours: Annotated[Phrases, Meta(description="words that carry the organisation on from the sentence before")]
    nation: Annotated[Phrases, Meta(description="words that make a share a share of the nation")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per value; what `faktainformasjon` already reports in the facts passage is left to it."""
    sheet = draft.facts.get(FactSheet)
    yield from _values(draft, sheet, params)
    for unit in units(draft):
        if _about_us(unit, sheet) and not of_another_time(sheet, unit, draft.context.today.year):
            yield from _shares(unit, sheet, params)
    yield from _officers(draft, sheet)


def _values(draft: Analysis, sheet: FactSheet, params: Params) -> Iterator[Hit]:
    channels = draft.facts.get(Channels)
    profile = channels.channels.get(draft.context.channel) or channels.channels[channels.default]
    told = {flaw.span for flaw in verdict(draft, profile.facts).flaws}
    every, year = units(draft), draft.context.today.year
    for mention in mentions(draft):
        if mention.status == "ok" or mention.span in told:
            continue
        unit = every[mention.unit]
        now = not (of_another_time(sheet, unit, year) or governed(sheet, unit, mention.span.start))
        if mention.fact == WEBSITE or (now and _claimed(every, unit, mention, sheet, params)):
            yield _hit(draft, sheet, mention)


def _claimed(every: tuple[Unit, ...], unit: Unit, mention: FactMention, sheet: FactSheet, params: Params) -> bool:
    if mention.fact in sheet.wordings:
        return mention.fact == _HERE and mention.status == "altered"
    before = every[unit.index - 1] if unit.index else None
    here = _about_us(unit, sheet)
    carried = before is not None and _about_us(before, sheet) and find(params.ours, unit.words) is not None
    if sheet.numbers[mention.fact].millions:
        return here
    near = words(unit.block.text[max(unit.start, mention.span.start - 60) : min(unit.end, mention.span.end + 30)])
    ahead = tuple(word for word in unit.words if word.end <= mention.span.start)[-2:]
    tied = find(params.membership, near) or find(params.directly, ahead)
    return (here or carried) and tied is not None


def _hit(draft: Analysis, sheet: FactSheet, mention: FactMention) -> Hit:
    written, language = draft.document.text(mention.span), draft.language
    right = right_text(sheet, mention, language)
    new = number_text(sheet, mention, language, written) if mention.fact in sheet.numbers else right
    fixes = (Fix(f"Skriv «{new}»", (Edit(mention.span, new),)),) if mention.fact != _HERE else ()
    return Hit(mention.span, {"written": written, "right": right, "period": period_told(mention)}, fixes=fixes,
               evidence=f"faktaarket sier «{right}»")


def _about_us(unit: Unit, sheet: FactSheet) -> bool:
    return find("|".join(sheet.subject), unit.words) is not None


def _shares(unit: Unit, sheet: FactSheet, params: Params) -> Iterator[Hit]:
    for number in numbers(unit.text):
        after = unit.text[number.end :]
        of = _PERCENT.match(after)
        if of is None:
            continue
        told = words(after[of.end() :])[:_OF_WORDS]
        share = next((one for one in sheet.shares.values() if find(one.subject, told)), None)
        if share and find(params.nation, told) and not share.low <= number.value <= share.high:
            span = unit.block.span(unit.start + number.start, unit.start + number.end + len(of[0].rsplit(None, 1)[0]))
            right = f"{share.low:g}–{share.high:g} prosent"
            yield Hit(span, {"written": unit.block.text[span.start : span.end], "right": right}, variant="andel",
                      evidence=_sources(share, right))


def _sources(share: Share, right: str) -> str:
    return share.conflict or f"faktaarket sier {right}"


def _officers(draft: Analysis, sheet: FactSheet) -> Iterator[Hit]:
    for claim in claims(draft, sheet):
        role = sheet.roles[claim.role]
        until = in_words(claim.until) if claim.until else {}
        values = {"written": claim.name, "right": role.holder, "role": {"nb": role.label.nb, "en": role.label.en},
                  "until": until}
        if until:
            yield Hit(claim.span, values, variant="tidligere", evidence=f"hadde vervet til {until['nb']}")
        else:
            yield Hit(claim.span, values, variant="verv", evidence=f"faktaarket sier {role.holder}")
