"""Text -> the Norwegian personal numbers in it, and the same text with them masked, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import msgspec

from ipr_lint.model import Document

_S = "[ .\u00a0\u202f]"
_ELEVEN = re.compile(rf"(?<!\d)(\d\d)({_S}?)(\d\d)\2(\d\d)[ .\u00a0\u202f–-]?(\d{{5}})(?!\d)")
_ACCOUNT = re.compile(r"(?:konto(?:nr|nummer|en|a)?|kto|bank|iban|kid(?:-?n(?:r|ummer))?|gironr|giro|account)"
                      r"(?:[ \u00a0]?(?:no|nr|number|er|is))?[.:]?[ \u00a0]*(?:NO\d\d)?[ \u00a0]*\Z", re.IGNORECASE)
_WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
_MONTH_SHIFTS = (0, 40, 80)  # H-numbers and synthetic numbers add 40, Skatteetaten's synthetic ones 80
_DAY_SHIFTS = (0, 40)  # D-numbers add 40
_MASK = "•"


def find(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each birth, D-, H- and synthetic number; account numbers that look like one are left out."""
    for match in _ELEVEN.finditer(text):
        digits = "".join(char for char in match[0] if char.isdigit())
        if _is_valid(digits) and not _ACCOUNT.search(text[max(0, match.start() - 40) : match.start()]):
            yield match.span()


@lru_cache(maxsize=256)
def mask(text: str) -> str:
    """The text with every digit of a personal number as «•»; its length stays, so offsets hold.

    Mask before cutting an excerpt: half a number is not recognised.
    """
    if _ELEVEN.search(text) is None:
        return text
    for start, end in find(text):
        text = text[:start] + re.sub(r"\d", _MASK, text[start:end]) + text[end:]
    return text


def masked(document: Document) -> Document:
    """The document with the numbers in its blocks masked; the source, which only tells lines, stays."""
    if not any(True for block in document.blocks for _ in find(block.text)):
        return document
    blocks = tuple(msgspec.structs.replace(block, text=mask(block.text)) for block in document.blocks)
    return msgspec.structs.replace(document, blocks=blocks)


def _is_valid(digits: str) -> bool:
    """A possible date and right control digits; the first one by the rule of 2032, under which 0–3 may remain."""
    numbers = [int(digit) for digit in digits]
    first = sum(weight * digit for weight, digit in zip(_WEIGHTS[0], numbers, strict=False)) % 11
    second = sum(weight * digit for weight, digit in zip(_WEIGHTS[1], numbers, strict=True)) % 11
    return first <= 3 and second == 0 and _has_date(int(digits[:2]), int(digits[2:4]), int(digits[4:6]))


def _has_date(day: int, month: int, year: int) -> bool:
    for shift in _MONTH_SHIFTS:
        for extra in _DAY_SHIFTS:
            for century in (1900, 2000):
                try:
                    date(century + year, month - shift, day - extra)
                except ValueError:
                    continue
                return True
    return False
