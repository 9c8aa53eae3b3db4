"""A fact of the fact sheet -> what to write for it in a text of some language."""

from __future__ import annotations

from ipr_lint.facts.standard import FactSheet
from ipr_lint.nlp.fact_mentions import WEBSITE
from ipr_lint.nlp.fact_units import FactMention


def right_text(sheet: FactSheet, mention: FactMention, language: str | None) -> str:
    """What to write for a fact, in the text's language; of a number with others named beside it, the number."""
    if mention.fact == WEBSITE:
        return sheet.website.host
    if mention.besides:
        return number_text(sheet, mention, language, "")
    known = sheet.wordings[mention.fact] if mention.fact in sheet.wordings else sheet.numbers[mention.fact]
    return known.write.of(language)


def period_told(mention: FactMention) -> dict[str, str]:
    """« (gjaldt 2022)» for an earlier version of a fact, in the report's languages; empty for what never was one."""
    return {"nb": f" (gjaldt {mention.period})", "en": f" (true {mention.period})"} if mention.period else {
        "nb": "", "en": ""}


def number_text(sheet: FactSheet, mention: FactMention, language: str | None, written: str) -> str:
    """The right number in place of a written one: its value as digits, with the scale in the text's language."""
    number = sheet.numbers[mention.fact]
    digits = f"{number.value - mention.besides:g}"
    if not number.millions:
        return digits
    words = written.split()
    scale = words[-1] if words[-1][:4].lower() == "mill" else {"en": "million", "nn": "millionar"}.get(
        language or "", "millioner")
    return f"{digits if language == 'en' else digits.replace('.', ',')} {scale}"
