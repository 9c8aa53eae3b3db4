"""Facts that a draft uses after the date by which the fact sheet wanted them checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ipr_lint.checks import NoParams
from ipr_lint.facts.standard import FactSheet
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_mentions import mentions
from ipr_lint.nlp.fact_units import FactMention
from ipr_lint.nlp.message_words import in_words

needs = Needs.SENTENCES
Params = NoParams


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit for the whole sheet when it is past its date and used, else one for each fact where it first stands."""
    sheet, today = draft.facts.get(FactSheet), draft.context.today
    used: dict[str, FactMention] = {}
    for mention in mentions(draft):
        used.setdefault(mention.fact, mention)
    if used and sheet.expires < today:
        yield Hit(None, {"expires": in_words(sheet.expires)}, variant="faktaark")
        return
    for fact, mention in used.items():
        expires = _expires(sheet, fact)
        if expires < today:
            label = sheet.label(fact)
            yield Hit(mention.span, {"facts": {"nb": label.nb, "en": label.en}, "expires": in_words(expires)},
                      evidence=f"gjaldt bare til {in_words(expires)['nb']}")


def _expires(sheet: FactSheet, fact: str) -> date:
    known = sheet.wordings.get(fact) or sheet.numbers.get(fact) or sheet.website
    return known.expires
