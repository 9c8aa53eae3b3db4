"""Abbreviations written otherwise than the norm has it: «f. eks.», «feks», «p.g.a.», «f.eks.buss» without space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_parted, is_shielded, shields

needs = Needs.TEXT

_LONGER = re.compile(r"[^\W\d](?!\w)|[^\W\d]{2}\.")  # after the full stop: «m.a.o.» is not «m.a.»


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Right forms, each with its wrong ones; a full stop after a wrong form belongs to it."""

    forms: Annotated[dict[str, tuple[str, ...]], Meta(description="right form: the wrong ones, without last full stop")]
    before_number: Annotated[
        tuple[str, ...], Meta(description="abbreviations that need a full stop before a number: kl., nr.")]
    no_stop_before_number: Annotated[
        tuple[str, ...], Meta(description="abbreviations that never have one: kr 500")]
    legal: Annotated[
        tuple[str, ...], Meta(description="what follows «jf» in a legal citation, or stands before «nr» in one")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per wrong form, with a safe fix that keeps a capital at the start.

    Variants: `lov` in legal citations, `mellomrom` where the form is right and only the space after it is missing.
    """
    pattern, right = _pattern(params.forms)
    numbers = re.compile(rf"(?<![\w.-])({'|'.join(re.escape(form[:-1]) for form in params.before_number)})"
                         r"(?=[ \u00a0]\d)", re.IGNORECASE)
    stopped = re.compile(rf"(?<!\d[ \u00a0])(?<![\w.-])({'|'.join(map(re.escape, params.no_stop_before_number))})\."
                         r"(?=[ \u00a0]\d)", re.IGNORECASE)
    for block in draft.blocks():
        ranges = shields(block)
        for match in pattern.finditer(block.text):
            if not is_shielded(ranges, *match.span()):
                yield from _written(block, match, right[re.sub(r"\s", " ", match[1]).lower()], params)
        for match in stopped.finditer(block.text):
            yield _hit(block, match.start(), match.end(), match[1].lower(), params)
        for match in numbers.finditer(block.text):
            if not match[1].isupper():
                yield _hit(block, match.start(), match.end(), match[1].lower() + ".", params)


def _pattern(forms: dict[str, tuple[str, ...]]) -> tuple[re.Pattern[str], dict[str, str]]:
    right = {wrong.lower(): form for form, wrongs in forms.items() for wrong in wrongs}
    body = "|".join(re.escape(wrong).replace(r"\ ", r"[ \u00a0]") for wrong in sorted(right, key=len, reverse=True))
    return re.compile(rf"(?<![\w.@/-])({body})(?:\.|(?![\w.@/-]))", re.IGNORECASE), right


def _written(block: Block, match: re.Match[str], form: str, params: Params) -> Iterator[Hit]:
    """What is wrong with a form that may be right; a number right after it («nr.3») is for the rule about spaces."""
    start, end = match.span()
    after = block.text[end : end + 3]
    glued = match[0].endswith(".") and after[:1].isalnum()
    if is_parted(block, start, end + glued) or (glued and _LONGER.match(after)):
        return
    if match[0][1:] != form[1:] or match[0][0].lower() != form[0]:
        yield _hit(block, start, end, f"{form} " if glued else form, params)
    elif glued and after[0].isalpha():
        fix = Fix("Sett inn mellomrom", (Edit(Span(block.id, end, end), " "),), safe=True)
        yield Hit(Span(block.id, start, end), {"right": form, "found": match[0]}, "mellomrom", (fix,))


def _hit(block: Block, start: int, end: int, form: str, params: Params) -> Hit:
    found = block.text[start:end]
    new = form[0].upper() + form[1:] if found[0].isupper() else form
    span = Span(block.id, start, end)
    follows = block.text[end:].lstrip(" (\u00a0").lower().startswith(params.legal)
    legal = follows or bool(re.search(r"\b[12]\d{3} ?\Z", block.text[max(0, start - 6) : start]))
    fix = Fix(f"Skriv «{new.rstrip()}»", (Edit(span, new),), safe=True)
    return Hit(span, {"right": new.rstrip(), "found": found}, "lov" if legal else "", (fix,))
