"""Numbers: «10.000» for «10 000», «5%» for «5 prosent», «70-80» for «70–80», long numbers without groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.shielded import is_parted, is_shielded, shields

needs = Needs.TEXT

_DOTTED = re.compile(r"(?<![\w.,:/§-])[1-9]\d{0,2}(?:\.\d{3}){1,4}(?![\w.:/-]|,\d{3}|\.\d)(?!\.\d)")
_COMMAS = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?:(?:,\d{3}){2,4}|,000)(?![\w,./-])")
_PERCENT = re.compile(r"(?<![\w.,-])([–-]?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?)(%)(?![\w-])")
_SPACED = re.compile(r"(?<![\w.,(-])([–-]?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?)[ \u00a0]%(?![\w-])")
_IN_WORDS = re.compile(r"\d[ \u00a0]prosent\b")
_BARE = re.compile(r"(?<![\w.,:/+-])([1-9]\d{4,9})(?=[ \u00a0](\w+))(?![\w.,:/-]\d)")
_RANGE = re.compile(r"(?<![\w.,:/§–-])(\d{1,4}(?:[.:,]\d{1,2})?)(-)(\d{1,4}(?:[.:,]\d{1,2})?)(?![\w/:–-]|[.,]\d)")
_NEXT = re.compile(r"[ \u00a0]?(\w+|%)")
_LAST = re.compile(r"(§+|\w+)\.?[ \u00a0]?\Z")
_NBSP = "\u00a0"


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say what kind of number stands beside them; all in lower case."""

    counted: Annotated[tuple[str, ...], Meta(description="what is counted: a number before it is a quantity")]
    labels: Annotated[tuple[str, ...], Meta(description="before a number, these make it a label: versjon, sak")]
    range_openers: Annotated[tuple[str, ...], Meta(description="before «4-6», these make it a range: side, kl")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per number; variants `prosent`, `blandet`, `omraade`, `komma`, `gruppering`."""
    in_words = any(_IN_WORDS.search(block.text) for block in draft.running())
    for block in draft.blocks():
        if not any(char.isdigit() for char in block.text):
            continue
        ranges = shields(block)
        found = [*_thousands(block, params), *_percents(block, in_words), *_ranges(block, params)]
        yield from (hit for hit in found if hit.span and not is_shielded(ranges, hit.span.start, hit.span.end)
                    and not is_parted(block, hit.span.start, hit.span.end))


def _thousands(block: Block, params: Params) -> Iterator[Hit]:
    for match in _DOTTED.finditer(block.text):
        if _before(block, match.start()) not in params.labels:
            yield _hit(block, match.start(), match.end(), match[0].replace(".", _NBSP), safe=True)
    for match in _COMMAS.finditer(block.text):
        if _before(block, match.start()) not in params.labels and _after(block, match.end()) in params.counted:
            yield _hit(block, match.start(), match.end(), match[0].replace(",", _NBSP), "komma")
    for match in _BARE.finditer(block.text):
        if match[2].lower() in params.counted and _before(block, match.start()) not in params.labels:
            grouped = f"{int(match[1]):,}".replace(",", _NBSP)
            yield _hit(block, match.start(1), match.end(1), grouped, "gruppering", safe=True)


def _percents(block: Block, in_words: bool) -> Iterator[Hit]:
    """«5%» anywhere, and «5 %» in running text where the draft writes «prosent», too (`in_words`)."""
    spaced = block.kind not in RUNNING_TEXT
    for match in _PERCENT.finditer(block.text):
        in_brackets = block.text[match.start() - 1 : match.start()] == "("
        right = f"{match[1]}{_NBSP}%" if spaced or in_brackets else f"{match[1]} prosent"
        yield _hit(block, match.start(), match.end(), right, "prosent", safe=True)
    for match in _SPACED.finditer(block.text) if in_words and not spaced else ():
        yield _hit(block, match.start(), match.end(), f"{match[1]} prosent", "blandet", safe=True)


def _ranges(block: Block, params: Params) -> Iterator[Hit]:
    for match in _RANGE.finditer(block.text):
        if _is_range(block, match, params):
            yield _hit(block, match.start(), match.end(), f"{match[1]}–{match[3]}", "omraade", safe=True)


def _is_range(block: Block, match: re.Match[str], params: Params) -> bool:
    """Years, page numbers, times and quantities that grow; not results (3-2), labels, phone or case numbers."""
    before, after = _before(block, match.start()), _after(block, match.end())
    if before in params.labels:
        return False
    low, high = (float(part.replace(":", ".").replace(",", ".")) for part in (match[1], match[3]))
    if len(match[1]) == len(match[3]) == 4 and match[1].isdigit() and match[3].isdigit():
        return 1700 <= low < high <= 2100 and high - low <= 300
    if len(match[1]) == 4 and match[1].isdigit() and len(match[3]) == 2:
        return 1900 <= low <= 2100 and match[1][:2] in ("19", "20") and int(match[1][2:]) < high
    if len(match[1]) > 3 and match[1].isdigit():
        return False
    return low < high and (before in params.range_openers or after in params.counted)


def _before(block: Block, at: int) -> str:
    match = _LAST.search(block.text[max(0, at - 30) : at])
    return match[1].lower() if match else ""


def _after(block: Block, at: int) -> str:
    match = _NEXT.match(block.text, at)
    return match[1].lower() if match else ""


def _hit(block: Block, start: int, end: int, right: str, variant: str = "", safe: bool = False) -> Hit:
    span = Span(block.id, start, end)
    values = {"right": right, "found": block.text[start:end]}
    return Hit(span, values, variant, (Fix(f"Skriv «{right}»", (Edit(span, right),), safe=safe),))
