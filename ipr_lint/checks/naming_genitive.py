"""The full name in a genitive that is not the chosen house style, or that does not agree with what is owned."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.facts.names import Names
from ipr_lint.model import Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.mentions import Form, Mention, Sense, in_draft
from ipr_lint.nlp.mentions.correction import possessive

needs = Needs.PARSE
Params = NoParams


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit per genitive in another style; variant `samsvar` where «sin» should be «sitt», «sine» or «si»."""
    names = draft.facts.get(Names)
    for mention in in_draft(draft):
        place = mention.place
        if place.form is not Form.FULL or not place.possessive or mention.sense is Sense.AREA:
            continue
        hit = _hit(draft, mention, names)
        if hit is not None:
            yield hit


def _hit(draft: Analysis, mention: Mention, names: Names) -> Hit | None:
    place, text = mention.place, mention.block.text
    end = place.end
    if place.possessive != "s":
        end = text.index(place.possessive, place.name_end) + len(place.possessive)
    style = "s" if names.genitive == "IPRs" else "sin"
    agreeing = possessive(draft, mention) or place.possessive
    if style == "s":
        wanted, variant = names.organisation + "s", ""
        right = place.possessive == "s" and text[place.name_end : end] == "s"
    else:
        wanted, variant = f"{names.organisation} {agreeing}", "" if place.possessive == "s" else "samsvar"
        right = place.possessive == agreeing
    if right:
        return None
    span = Span(mention.block.id, place.start, end)
    fix = Fix(f"Skriv «{wanted}»", (Edit(span, wanted),))
    return Hit(span, {"wanted": wanted}, variant=variant, fixes=(fix,), evidence=f"skrevet «{text[place.start : end]}»")
