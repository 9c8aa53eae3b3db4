"""Dates that are not written «17. mai 2025», dates that do not exist, and times with a comma."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_parted, is_shielded, shields

needs = Needs.TEXT

_MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
           "desember")
_NAMED = re.compile(
    r"(?<![\w.,/-])(?:(?P<first>\d{1,2})(?P<firstdot>\.?) ?[-–] ?)?(?P<day>\d{1,2})(?P<dot>\.|de|te)?"
    rf"(?P<gap>[ \u00a0]*)(?P<month>{'|'.join(_MONTHS)})(?![\w-])(?:[ \u00a0](?P<year>\d{{4}})(?!\d))?", re.IGNORECASE)
_SLASHED = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[-/. ](?P<year>(?:19|20)\d\d|(?<! )\d\d))?(?![\w/-]|[.,]\d)")
_COMMA_TIME = re.compile(r"\bkl\.? ?\d{1,2}(?P<comma>,)[0-5]\d(?!\d)", re.IGNORECASE)
_YEAR_AND_NUMBER = re.compile(r"[ \u00a0](?:nr|kap|§)\b", re.IGNORECASE)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell what a number or date beside them is; all in lower case."""

    legal: Annotated[tuple[str, ...], Meta(description="before a date in a legal citation: lov, forskrift")]
    date_words: Annotated[tuple[str, ...], Meta(description="before «17/5», these make it a date, not a fraction")]
    before_date: Annotated[tuple[str, ...], Meta(description="before «3. Mars», these make it a date for certain")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per date; variants `skraastrek`, `stor-maaned`, `finnes-ikke`, `klokkeslett`, `lov`.

    Legal citations leave the full stop out by custom («lov 21 juni 1963 nr 23»): in a text with several of them
    every missing full stop is only a suggestion.
    """
    named = [(block, match) for block in draft.blocks() for match in _NAMED.finditer(block.text)]
    citations = sum(_is_legal(block, match, params) for block, match in named if not match["dot"])
    for block, match in named:
        yield from _check_named(block, match, params, citations > 2 or _is_legal(block, match, params))
    for block in draft.blocks():
        ranges = shields(block)
        for match in _SLASHED.finditer(block.text):
            if not is_shielded(ranges, *match.span()):
                yield from _check_slashed(block, match, params)
        for match in _COMMA_TIME.finditer(block.text):
            fix = Fix("Bruk punktum", (Edit(Span(block.id, *match.span("comma")), "."),), safe=True)
            yield Hit(Span(block.id, *match.span()), {"right": match[0].replace(",", ".")}, "klokkeslett", (fix,))


def _check_named(block: Block, match: re.Match[str], params: Params, legal: bool) -> Iterator[Hit]:
    day, month = int(match["day"]), _MONTHS.index(match["month"].lower()) + 1
    if (match["month"].isupper() and block.text.isupper()) or is_parted(block, match.start(), match.end("month")):
        return
    span = Span(block.id, match.start(), match.end("month"))
    year = int(match["year"]) if match["year"] else 2000  # a leap year: 29 February may exist
    if not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        if 1 <= day <= 31 or match["dot"]:
            yield Hit(span, {"right": "", "found": block.text[span.start : span.end]}, "finnes-ikke")
        return
    first = f"{match['first']}.–" if match["first"] else ""
    right = f"{first}{day}. {match['month'].lower()}"
    fix = (Fix(f"Skriv «{right}»", (Edit(span, right),), safe=True),)
    if match["dot"] != "." or match["gap"] not in (" ", "\u00a0") or (first and not match["firstdot"]):
        yield Hit(span, {"right": right}, "lov" if legal and match["dot"] is None else "", fix)
    elif match["month"][0].isupper() and _is_within(block.text, match, params):
        yield Hit(span, {"right": right}, "stor-maaned", fix)


def _check_slashed(block: Block, match: re.Match[str], params: Params) -> Iterator[Hit]:
    day, month = int(match["day"]), int(match["month"])
    before = re.findall(r"[\wæøå]+", block.text[max(0, match.start() - 30) : match.start()].lower())
    is_date = match["year"] or (set(before[-2:]) & set(params.date_words))
    if not is_date or not 1 <= month <= 12 or not 1 <= day <= 31:
        return
    year = match["year"] or ""
    full = f" 20{year}" if len(year) == 2 else f" {year}" if year else ""
    right = f"{day}. {_MONTHS[month - 1]}{full}"
    span = Span(block.id, *match.span())
    yield Hit(span, {"right": right}, "skraastrek", (Fix(f"Skriv «{right}»", (Edit(span, right),)),))


def _is_legal(block: Block, match: re.Match[str], params: Params) -> bool:
    before = block.text[max(0, match.start() - 40) : match.start()].lower().split()[-2:]
    after = _YEAR_AND_NUMBER.match(block.text, match.end())
    return bool(after) or any(word.strip("(,.").endswith(params.legal) for word in before)


def _is_within(text: str, match: re.Match[str], params: Params) -> bool:
    """Whether the month cannot open a sentence or a name: «den 3. Mars», not «… artikkel 5. Mai var …»."""
    before = text[max(0, match.start() - 30) : match.start()].lower().split()[-1:]
    inside = bool(before) and before[0] in params.before_date
    return inside and not re.match(r" [A-ZÆØÅ]", text[match.end("month") :])
