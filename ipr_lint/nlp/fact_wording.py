"""A fact of the fact sheet -> what to write for it in a text of some language."""

from __future__ import annotations

from ipr_lint.facts.standard import FactSheet
from ipr_lint.nlp.fact_mentions import WEBSITE, FactMention


def right_text(sheet: FactSheet, fact: str, language: str | None) -> str:
    """What to write for a fact, in the text's language."""
    if fact == WEBSITE:
        return sheet.website.host
    known = sheet.wordings[fact] if fact in sheet.wordings else sheet.numbers[fact]
    return known.write.of(language)


def period_told(mention: FactMention) -> dict[str, str]:
    """« (gjaldt 2022)» for an earlier version of a fact, in the report's languages; empty for what never was one."""
    return {"nb": f" (gjaldt {mention.period})", "en": f" (true {mention.period})"} if mention.period else {
        "nb": "", "en": ""}


def number_text(sheet: FactSheet, fact: str, language: str | None, written: str) -> str:
    """The right number in place of a written one: its value as digits, with the scale in the text's language."""
    number = sheet.numbers[fact]
    digits = f"{number.value:g}"
    if not number.millions:
        return digits
    words = written.split()
    scale = words[-1] if words[-1][:4].lower() == "mill" else {"en": "million", "nn": "millionar"}.get(
        language or "", "millioner")
    return f"{digits if language == 'en' else digits.replace('.', ',')} {scale}"
