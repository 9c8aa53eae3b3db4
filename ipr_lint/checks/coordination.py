"""Municipalities, counties and partners that a draft quotes or commits, against those in `avklart_med`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Block, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_units import Unit, units
from ipr_lint.nlp.phrases import find_all
from ipr_lint.nlp.quotations import Quotation

needs = Needs.SENTENCES
# «Nordre Land» and «Nore og Uvdal» are one name; «Ifølge Asker» is not.
_PLACE = (r"(?:(?:Nordre|Søndre|Indre|Ytre|Vestre|Østre|Øvre|Nedre|Midtre|Nord|Sør|Nore\sog|Vestfold\sog)\s)?"
          r"[A-ZÆØÅ][\wæøå-]{0,30}")
_NO_SUBJECT = re.compile(r"(?:^|\s)(?:ifølge|følge|for|i|til|fra|frå|med|hos|av|om|ved|mot|in|of|to|from)\s$",
                         re.IGNORECASE)
_OURS = re.compile(r"\b(?:styrele[di]\w*|nestle[di]\w*|chair\w*|leader|director|direktør\w*)\s(?:i|for|of)\s(?:the\s)?"
                   r"Oslo(?:regionen|\sRegion)\b", re.IGNORECASE)
_AFTER_QUOTE = 160  # characters after a quotation that may say who spoke


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who speaks for a municipality, and what commits it."""

    offices: Annotated[Phrases, Meta(description="offices whose holders speak for a municipality or county")]
    commits: Annotated[Phrases, Meta(description="what a municipality or partner is said to promise or support")]
    partners: Annotated[tuple[str, ...], Meta(description="partners by name")]
    everybody: Annotated[tuple[str, ...], Meta(description="values of avklart_med that cover all")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit for each body that is not cleared with, where it is first quoted or committed."""
    told = draft.context.metadata.get("avklart_med", ())
    cleared = [entry.lower() for entry in ((told,) if isinstance(told, str) else told)]
    if any(entry in params.everybody for entry in cleared):
        return
    seen: set[str] = set()
    found = (*_quoted(draft, params), *_committed(draft, params))
    for span, who, how in sorted(found, key=lambda one: (one[0].block, one[0].start)):
        body = _body(who)
        if body not in seen and not any(body in entry or entry in who.lower() for entry in cleared):
            seen.add(body)
            yield Hit(span, {"who": who}, variant=how, evidence="står ikke i «avklart_med»")


def _quoted(draft: Analysis, params: Params) -> Iterator[tuple[Span, str, str]]:
    """Whoever a direct quotation is attributed to by office and place («ordfører Per Vik i Asker») or by its name.

    A place alone is where somebody comes from («professor Kari Lie fra Lørenskog»), or begins a name («Sigdal Sag»).
    """
    offices = "|".join(re.escape(phrase) for phrase in params.offices.split("|"))
    partners = "|".join(sorted((re.escape(one) for one in params.partners), key=len, reverse=True))
    by_office = re.compile(rf"(?i:\b(?:{offices})(?:en|a)?)\b[^.:;!?«»]{{0,60}}?\s(?:i|of|in)\s"
                           rf"(?P<who>{_PLACE}(?:\s(?:fylkes)?kommune)?)")
    by_body = re.compile(rf"\s(?:i|hos|for|ved|fra|frå|of|in|from)\s"
                         rf"(?P<who>{_PLACE}\s(?:fylkes)?kommune|{partners})(?![\w-])")
    for block in draft.running():
        for quotation in draft.quotations(block):
            for start, end in _attributions(block, quotation):
                text = block.text[start:end]
                match = by_office.search(text) or by_body.search(text)
                ours = match and (match["who"].lower().startswith("osloregion") or _OURS.search(text, 0, match.end()))
                if match and not ours:
                    yield block.span(start + match.start("who"), start + match.end("who")), match["who"], "sitert"
                    break
            else:
                if match := by_office.search(quotation.speaker):  # named before, «sier han» here
                    yield block.span(quotation.start, quotation.end), match["who"], "sitert"


def _attributions(block: Block, quotation: Quotation) -> Iterator[tuple[int, int]]:
    """Stretches beside a quotation that may name the speaker."""
    end = min(len(block.text), quotation.end + _AFTER_QUOTE)
    stop = re.search(r"[.!?](?=\s[–—A-ZÆØÅ«]|\s*$)|\n", block.text[quotation.end + 1 : end])
    yield quotation.end, quotation.end + 1 + stop.start() if stop else end
    if quotation.start > 2:
        yield max(0, quotation.start - _AFTER_QUOTE), quotation.start


def _committed(draft: Analysis, params: Params) -> Iterator[tuple[Span, str, str]]:
    bodies = re.compile(rf"(?<![\w-])(?P<who>{_PLACE}\s(?:fylkes)?kommune|" + "|".join(
        re.escape(partner) for partner in params.partners) + r")(?![\w-])")
    for unit in units(draft):
        for match in bodies.finditer(unit.text):
            span = unit.block.span(unit.start + match.start(), unit.start + match.end())
            subject = not _NO_SUBJECT.search(unit.text[: match.start()])
            if subject and draft.quotation_at(span) is None and _commits(unit, span, params):
                yield span, match["who"], "forpliktet"


def _commits(unit: Unit, span: Span, params: Params) -> bool:
    """Whether what the body promises follows it within a few words («Asker kommune har nå lovet å …»)."""
    after = [index for index, word in enumerate(unit.words) if word.start >= span.end]
    return bool(after) and any(after[0] <= one.first <= after[0] + 2 for one in find_all(params.commits, unit.words))


def _body(who: str) -> str:
    return re.sub(r"\s(?:fylkes)?kommune$", "", who.lower())
