"""Straight quotes, hyphens for dashes, three dots, and missing, double or misplaced spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_shielded, shields

needs = Needs.TEXT

_STRAIGHT = re.compile(r"[\"“”„]")
_DASH = re.compile(r"(?<=[^\W_]|[.,!?»)%\"…])[ \u00a0](-{1,3})(?= [^\s\d-])|(?<=[^\d\s-])[ \u00a0](--?)(?= \d)")
_LINE_DASH = re.compile(r"(?:\A|(?<=[.!?»\"\n] )|(?<=\n))(-)(?= ?[A-ZÆØÅ«\"])")
_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_DOUBLE = re.compile(r"(?<=[^\s])  +(?=[^\s])")
_EARLY = re.compile(r"(?<=[^\W_]) +(?=[,;:!?](?:\s|$)|\.(?:\s|$))")
_GLUED = re.compile(r"([^\W\d_]{2,}|\d{4}|[»)%])([.,;!?]|(?<=[a-zæøå]):(?=[A-ZÆØÅ]))([^\W\d_]{2,}|«)")
_GLUED_NUMBER = re.compile(r"(?<![\w.])(kl|nr|ca)(\.)(\d{1,4})(?![\d,/-])")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What looks like a missing space and is none."""

    abbreviations: Annotated[
        tuple[str, ...], Meta(description="what may stand on either side of a full stop without space, lower case")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per place, variants `sitat`, `tankestrek`, `ellipse`, `mellomrom`, `for-tegn`, `dobbelt`; safe fixes."""
    for block in draft.blocks():
        if block.kind is Kind.IMAGE:
            continue
        ranges = shields(block)
        found = [*_quotes(block), *_dashes(block), *_spaces(block, params)]
        yield from (hit for hit in found if hit.span and not is_shielded(ranges, hit.span.start, hit.span.end))


def _quotes(block: Block) -> Iterator[Hit]:
    """Pairs of straight or English quotation marks; one that is not closed in its block has no fix."""
    marks = [match.start() for match in _STRAIGHT.finditer(block.text)
             if not (match[0] == '"' and block.text[match.start() - 1 : match.start()].isdigit())]
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        inner = block.text[start + 1 : end]
        left = len(inner) - len(inner.lstrip()) if inner.strip() else 0
        right = len(inner) - len(inner.rstrip()) if inner.strip() else 0
        edits = (Edit(Span(block.id, start, start + 1 + left), "«"), Edit(Span(block.id, end - right, end + 1), "»"))
        fix = Fix("Bruk norske anførselstegn: «…»", edits, safe=True)
        yield Hit(Span(block.id, start, end + 1), {"found": block.text[start]}, "sitat", (fix,))
    if len(marks) % 2:
        yield Hit(Span(block.id, marks[-1], marks[-1] + 1), {"found": block.text[marks[-1]]}, "sitat")


def _dashes(block: Block) -> Iterator[Hit]:
    for pattern in (_DASH, _LINE_DASH):
        for match in pattern.finditer(block.text):
            group = next(number for number in (1, 2) if match[number]) if pattern is _DASH else 1
            yield _replace(block, match.start(group), match.end(group), "–", "tankestrek", "Bruk tankestrek: –")
    for match in _DOTS.finditer(block.text):
        yield _replace(block, match.start(), match.end(), "…", "ellipse", "Bruk ellipsetegnet: …")


def _spaces(block: Block, params: Params) -> Iterator[Hit]:
    for match in _DOUBLE.finditer(block.text):
        yield _replace(block, match.start(), match.end(), " ", "dobbelt", "Bruk ett mellomrom")
    for match in _EARLY.finditer(block.text):
        yield _replace(block, match.start(), match.end(), "", "for-tegn", "Stryk mellomrommet")
    glued = [match for match in _GLUED.finditer(block.text) if not _may_be_glued(block.text, match, params)]
    for match in (*glued, *_GLUED_NUMBER.finditer(block.text)):
        fix = Fix("Sett inn mellomrom", (Edit(Span(block.id, match.end(2), match.end(2)), " "),), safe=True)
        yield Hit(Span(block.id, *match.span()), {"found": match[2]}, "mellomrom", (fix,))


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
