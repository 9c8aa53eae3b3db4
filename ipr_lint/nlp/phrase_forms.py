"""An adviser's phrase with choices «a/b» and words that may be left out «(a)» -> the plain phrases it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, product

_HYPHENS = re.compile(r"[‐‑]")
_BREAK = re.compile(r"-\s+")
_SLOT = re.compile(r"\([^)]*\)|\S+")


def forms(phrase: str) -> Iterator[tuple[str, ...]]:
    """«oslo (kommune/by) er/var med»: each way of saying it, as words; in brackets a choice may be several."""
    slots: list[list[tuple[str, ...]]] = []
    for slot in _SLOT.findall(phrase):
        if slot.startswith("("):
            slots.append([(), *(tuple(choice.split()) for choice in slot[1:-1].split("/"))])
        else:
            slots.append([(choice,) for choice in slot.split("/")])
    for chosen in product(*slots):
        yield tuple(chain.from_iterable(chosen))


def fits(wanted: str, word: str) -> bool:
    """Whether a word of a text is a word of a phrase: «d*» has any ending, «*d» any beginning."""
    if wanted.startswith("*"):
        return word.endswith(wanted[1:])
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def plain(text: str) -> str:
    """Text as phrases are compared: lower case, one kind of hyphen and apostrophe, no word broken at a line's end."""
    return _BREAK.sub("", _HYPHENS.sub("-", text.replace("’", "'").strip().lower()))
