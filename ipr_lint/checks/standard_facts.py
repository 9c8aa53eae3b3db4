"""The standard facts of the organisation: missing, incomplete, altered, outdated, scattered or in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.facts.channels import Channels
from ipr_lint.facts.standard import FactSheet
from ipr_lint.model import Edit, Fix, Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_mentions import WEBSITE
from ipr_lint.nlp.fact_units import FactMention
from ipr_lint.nlp.fact_wording import number_text, period_told, right_text
from ipr_lint.nlp.standard_facts import Verdict, verdict

needs = Needs.SENTENCES
Params = NoParams
_PLACES = {
    "start": {"nb": "i de første avsnittene", "en": "in the first paragraphs"},
    "end": {"nb": "til slutt i teksten", "en": "at the end of the text"},
    "any": {"nb": "i teksten", "en": "in the text"},
}


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit for what is missing or misplaced, and one for each value or wording in the passage that is off."""
    channels, sheet = draft.facts.get(Channels), draft.facts.get(FactSheet)
    profile = channels.channels.get(draft.context.channel) or channels.channels[channels.default]
    place = profile.facts
    if place.form == "none":
        return
    found = verdict(draft, place)
    language = draft.language_of(draft.document.blocks[found.span.block]) if found.span else draft.language
    approved = sheet.texts[place.form].of(language)
    values = {"missing": _listed(sheet, found), "place": _PLACES[place.place], "approved": approved}
    if found.outcome != "ok":
        # Nothing may be marked where nothing is: a passage that is missing belongs to the whole draft.
        yield Hit(found.span if found.outcome != "mangler" else None, values, variant=found.outcome,
                  evidence=_evidence(found))
    for flaw in found.flaws:
        yield _flaw(draft, sheet, flaw)


def _flaw(draft: Analysis, sheet: FactSheet, flaw: FactMention) -> Hit:
    right = right_text(sheet, flaw, draft.language)
    written = draft.document.text(flaw.span)
    fixes: tuple[Fix, ...] = ()
    if flaw.fact in sheet.numbers or flaw.fact == WEBSITE:
        new = number_text(sheet, flaw, draft.language, written) if flaw.fact in sheet.numbers else right
        fixes = (Fix(f"Skriv «{new}»", (Edit(flaw.span, new),)),)
    variant = "utdatert" if flaw.status == "outdated" else "endret"
    values = {"written": written, "right": right, "period": period_told(flaw)}
    return Hit(flaw.span, values, variant=variant, fixes=fixes, evidence=f"faktaarket sier «{right}»")


def _listed(sheet: FactSheet, found: Verdict) -> dict[str, str]:
    """The missing facts in words, per language of the report."""
    def told(language: str, either: str) -> str:
        labels = [[sheet.label(one).of(language) for one in fact.split("|")] for fact in found.missing]
        return "; ".join(either.join(names) for names in labels)

    return {"nb": told("nb", " eller "), "en": told("en", " or ")}


def _evidence(found: Verdict) -> str:
    return {"mangler": "ingen setninger gir opplysningene samlet", "ufullstendig": "noen av opplysningene står samlet",
            "spredt": "opplysningene finnes, men ikke samlet", "feilplassert": "avsnittet står et annet sted"}[
                found.outcome]
