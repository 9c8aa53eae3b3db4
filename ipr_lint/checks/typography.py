"""Straight quotes, hyphens for dashes, three dots, and missing, double or misplaced spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_parted, is_shielded, shields
from ipr_lint.source_map import source_range

needs = Needs.TEXT

_STRAIGHT = re.compile(r"[\"“”„]")
_DASH = re.compile(r"(?<=[^\W_]|[.,!?»)%\"…])[ \u00a0](-{1,3})(?= [^\s\d-])|(?<=[^\d\s-])[ \u00a0](--?)(?= \d)")
_LINE_DASH = re.compile(r"(?:\A|(?<=[.!?»\"\n] )|(?<=\n))(-)(?= ?[A-ZÆØÅ«\"])")
_DOTS = re.compile(r"(?<![.\[(])\.\.\.(?!\.)|(?<=[\[(])\.\.\.(?![.\])])")  # not «[...]» and «(...)»: words left out
_DOUBLE = re.compile(r"(?<=[^\s])  +(?=[^\s])")
_EARLY = re.compile(r"(?<=[^\W_]) +(?=[,;:!?](?:\s|$)|\.(?:\s|$))")
_GLUED = re.compile(r"([^\W\d_]{2,60}|\d{4}|[»)%])([.,;!?]|(?<=[a-zæøå]):(?=[A-ZÆØÅ]))([^\W\d_]{2,60}|«)")
_GLUED_NUMBER = re.compile(r"(?<![\w.])(kl|nr|ca)(\.)(\d{1,4})(?![\d/-]|,\d)")
_TAG = re.compile(r"\{[{%]|<[%?]")
_SHOWN = 20  # related places in a report


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What looks like a missing space and is none, and how many slips of a kind are told one by one."""

    abbreviations: Annotated[
        tuple[str, ...], Meta(description="what may stand on either side of a full stop without space, lower case")]
    one_by_one: Annotated[int, Meta(ge=1, description="more slips of one kind than this are one finding, with a count")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per place, or one per kind where the text has the same slip all over; safe fixes.

    Variants: `sitat`, `tankestrek`, `ellipse`, `mellomrom`, `for-tegn`, `dobbelt`; with `-mange` for the whole text.
    """
    kinds: dict[str, list[Hit]] = {}
    for block in draft.blocks():
        if block.kind is Kind.IMAGE:
            continue
        ranges = shields(block)
        for hit in (*_quotes(block), *_dashes(block), *_spaces(block, draft.document.source, params)):
            if hit.span and not is_shielded(ranges, hit.span.start, hit.span.end):
                kinds.setdefault(hit.variant, []).append(hit)
    for hits in kinds.values():
        yield from hits if len(hits) <= params.one_by_one else (_all_over(hits),)


def _all_over(hits: Sequence[Hit]) -> Hit:
    """The first of many slips of a kind, which speaks for all of them; its fix mends them all."""
    first = hits[0]
    edits = tuple(edit for hit in hits for fix in hit.fixes for edit in fix.edits)
    fixes = (Fix(first.fixes[0].description, edits, safe=True),) if first.fixes else ()
    related = tuple(hit.span for hit in hits[1:] if hit.span)[:_SHOWN]
    return Hit(first.span, {**first.values, "count": len(hits)}, f"{first.variant}-mange", fixes, related,
               evidence=f"{len(hits)} steder i teksten")


def _quotes(block: Block) -> Iterator[Hit]:
    """Pairs of straight or English quotation marks; one that is not closed in its block has no fix."""
    for start, end in _pairs(block.text):
        if end is None:
            yield Hit(Span(block.id, start, start + 1), {"found": block.text[start]}, "sitat")
            continue
        inner = block.text[start + 1 : end]
        left = len(inner) - len(inner.lstrip()) if inner.strip() else 0
        left = 0 if is_parted(block, start, start + 1 + left) else left
        right = len(inner) - len(inner.rstrip()) if inner.strip() else 0
        right = 0 if is_parted(block, end - right, end + 1) else right
        edits = (Edit(Span(block.id, start, start + 1 + left), "«"), Edit(Span(block.id, end - right, end + 1), "»"))
        fix = Fix("Bruk norske anførselstegn: «…»", edits, safe=True)
        yield Hit(Span(block.id, start, end + 1), {"found": block.text[start]}, "sitat", (fix,))


def _pairs(text: str) -> Iterator[tuple[int, int | None]]:
    """Where each quotation opens and closes, by the spaces around its marks; a mark without its other half alone."""
    opened: int | None = None
    for match in _STRAIGHT.finditer(text):
        at, before, after = match.start(), text[: match.start()][-1:], text[match.end() : match.end() + 1]
        if match[0] == '"' and before.isdigit():
            continue
        opens = (not before.strip() or before in "([–—-«") and (after.isalnum() or after in tuple("«([–…"))
        closes = bool(before.strip()) and (not after.strip() or after in ".,;:!?)»…")
        if opened is None and closes and not opens:
            yield at, None
        elif opened is None:
            opened = at
        elif opens and not closes:
            yield opened, None
            opened = at
        else:
            yield opened, at
            opened = None
    if opened is not None:
        yield opened, None


def _dashes(block: Block) -> Iterator[Hit]:
    for pattern in (_DASH, _LINE_DASH):
        for match in pattern.finditer(block.text):
            group = next(number for number in (1, 2) if match[number]) if pattern is _DASH else 1
            if not is_parted(block, match.start(), match.end() + 1):
                yield _replace(block, match.start(group), match.end(group), "–", "tankestrek", "Bruk tankestrek: –")
    for match in _DOTS.finditer(block.text):
        yield _replace(block, match.start(), match.end(), "…", "ellipse", "Bruk ellipsetegnet: …")


def _spaces(block: Block, source: str, params: Params) -> Iterator[Hit]:
    for match in _together(_DOUBLE, block, source):
        yield _replace(block, match.start(), match.end(), " ", "dobbelt", "Bruk ett mellomrom")
    for match in _together(_EARLY, block, source):
        yield _replace(block, match.start(), match.end(), "", "for-tegn", "Stryk mellomrommet")
    glued = [match for match in _GLUED.finditer(block.text) if not _may_be_glued(block.text, match, params)]
    for match in (*glued, *_GLUED_NUMBER.finditer(block.text)):
        fix = Fix("Sett inn mellomrom", (Edit(Span(block.id, match.end(2), match.end(2)), " "),), safe=True)
        if not is_parted(block, match.start(2), match.end(2) + 1):
            yield Hit(Span(block.id, *match.span()), {"found": match[2]}, "mellomrom", (fix,))


def _together(pattern: re.Pattern[str], block: Block, source: str) -> Iterator[re.Match[str]]:
    """Places with nothing in between: in «av {{ navn }}.» the page puts words after the space, in Word a picture."""
    for match in pattern.finditer(block.text):
        parted = is_parted(block, match.start(), match.end() + (pattern is _EARLY))
        start, end = source_range(block.pieces, match.start() - 1, match.end() + 1)
        if not parted and not _TAG.search(source, start, end):
            yield match


def _may_be_glued(text: str, match: re.Match[str], params: Params) -> bool:
    """Abbreviations (kgl.res.), names with dots, and anything longer that holds slashes or more dots."""
    left, right = match[1].lower(), match[3].lower()
    around = text[max(0, match.start() - 1) : match.end() + 1]
    if any(char in "/@_\\=&" for char in around):
        return True
    if match[2] == "." and match.end() < len(text) and text[match.end()] == "." and len(right) < 5:
        return True
    known = left in params.abbreviations or (right in params.abbreviations and match[3].islower())
    return match[2] == "." and known


def _replace(block: Block, start: int, end: int, text: str, variant: str, description: str) -> Hit:
    span = Span(block.id, start, end)
    return Hit(span, {"found": block.text[start:end]}, variant, (Fix(description, (Edit(span, text),), safe=True),))
