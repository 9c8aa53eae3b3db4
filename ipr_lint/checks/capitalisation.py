"""Capitals that Norwegian does not have: titles in title case, job titles, units, weekdays, months, languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_shielded, shields
from ipr_lint.nlp.wordforms import is_common

needs = Needs.TEXT

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A lower-case word or a comma stands right before: the capital opens no sentence, quotation, list item or name.
_INSIDE = re.compile(r"(?:[a-zæøå]|,|\d)[ \u00a0]\Z")
_CLOSED = re.compile(r"[ \u00a0]?(?:[.,;:!?)]|\d|$|(?:kl|og \w+dag)\b)")
_SMALL = 4  # letters; shorter words keep their small letter in English titles, too


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words without a capital, in lower case and in every inflection they are looked for."""

    titles: Annotated[tuple[str, ...], Meta(description="job titles: ordfører, direktør")]
    units: Annotated[tuple[str, ...], Meta(description="units of an organisation: styret, sekretariatet")]
    others: Annotated[tuple[str, ...], Meta(description="weekdays, months, languages")]
    before_others: Annotated[tuple[str, ...], Meta(description="words before them that show them to be no name")]
    surely: Annotated[tuple[str, ...], Meta(description="others that are no name where a clause or figure follows")]
    named: Annotated[tuple[str, ...], Meta(description="first words of official names: «den norske», «bispedømmet»")]
    small_words: Annotated[tuple[str, ...], Meta(description="short words that are never names")]
    title_words: Annotated[int, Meta(ge=2, description="capitalised common words after the first that make title case")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per word, variant `tittelform` for a whole heading; fixes write small letters."""
    small = frozenset((*params.titles, *params.units, *params.others))
    for block in draft.blocks():
        if block.kind is Kind.IMAGE or block.text.isupper():
            continue
        if block.kind is Kind.HEADING and (hit := _title_case(block, params)):
            yield hit
            continue
        ranges = shields(block)
        for match in _WORD.finditer(block.text):
            if match[0].lower() not in small or not match[0][0].isupper() or not match[0][1:].islower():
                continue
            before = block.text[max(0, match.start() - 30) : match.start()]
            if not _INSIDE.search(before) or is_shielded(ranges, *match.span()):
                continue
            if not _in_name(block.text, match, before, params):
                yield _hit(block, match)


def _in_name(text: str, match: re.Match[str], before: str, params: Params) -> bool:
    """«Oslo Styret AS», «Norsk Hydro»: a unit, language or day that is followed or preceded by another capital."""
    word = match[0].lower()
    earlier = _WORD.findall(before)[-1:]
    if word in params.titles:
        return bool(earlier and earlier[0].lower() in params.named)
    if word in params.units and text[match.end() :].lstrip().startswith(("for ", "of ")):
        return True  # «Direktoratet for naturforvaltning»
    if word in params.others and not (earlier and earlier[0].lower() in params.before_others):
        ends = _CLOSED.match(text, match.end()) is not None
        return not (word in params.surely and ends and earlier and earlier[0].islower())
    later = re.match(r"[ \u00a0](?:og |for |i )?([A-ZÆØÅ])", text[match.end() :])
    if later or not earlier:
        return bool(later)
    name = earlier[0][0].isupper() and earlier[0].lower() not in params.before_others
    return name or earlier[0].lower() in params.named


def _title_case(block: Block, params: Params) -> Hit | None:
    """A heading whose common words begin with capitals: at least `title_words`, and no longer word without one."""
    words = list(_WORD.finditer(block.text))[1:]
    inside = [word for word in words if not re.search(r"[.:?!–«\"-] ?\Z", block.text[: word.start()])]
    long = [word for word in inside if len(word[0]) >= _SMALL]
    capital = [word for word in long if word[0][0].isupper() and word[0][1:].islower()]
    common = [word for word in capital if is_common(word[0].lower())]
    if len(common) < params.title_words or len(capital) < len(long) * 0.8:
        return None
    small = [word for word in inside if word in common or word[0].lower() in params.small_words]
    edits = tuple(Edit(Span(block.id, word.start(), word.start() + 1), word[0][0].lower()) for word in small)
    fix = Fix("Bruk liten forbokstav", edits)
    return Hit(block.span(), {"found": block.text, "right": ""}, "tittelform", (fix,))


def _hit(block: Block, match: re.Match[str]) -> Hit:
    right = match[0][0].lower() + match[0][1:]
    edit = Edit(Span(block.id, match.start(), match.start() + 1), right[0])
    return Hit(Span(block.id, *match.span()), {"found": match[0], "right": right},
               fixes=(Fix(f"Skriv «{right}»", (edit,), safe=True),))
