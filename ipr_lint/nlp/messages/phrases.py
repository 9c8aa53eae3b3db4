"""A wording as an adviser writes it -> phrases of one word after the other; a phrase and a text -> where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAPS = {"..": 5, "...": 12}  # words that each may stand for
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")


class Phrase(NamedTuple):
    """Word alternatives in order; `gaps[i]` tells how many other words may stand before word i."""

    concept: str
    words: tuple[frozenset[str], ...]
    gaps: tuple[int, ...]
    weak: bool


def with_gaps(text: str) -> Iterator[tuple[str, int]]:
    """The words of a phrase, each with the number of other words that may stand before it."""
    gap = 0
    for part in text.split():
        if part in GAPS:
            gap = GAPS[part]
        else:
            yield part, gap
            gap = 0


def expanded(wording: str) -> Iterator[str]:
    """A wording without «_»: each alternative of several words becomes a wording of its own, as do split hyphens."""
    if "_" not in wording and "-" not in wording:
        yield wording
        return
    plain: list[str] = []
    for index, part in enumerate(parts := wording.split()):
        joined = [one for one in part.split("|") if "_" in one]
        for one in joined:
            yield from expanded(" ".join((*parts[:index], one.replace("_", " "), *parts[index + 1 :])))
        single = [one for one in part.split("|") if "_" not in one]
        if not single:
            return
        plain.append("|".join(single))
    text = " ".join(plain)
    yield text
    if (apart := _HYPHEN.sub(" - ", text)) != text:
        yield apart


def place(phrase: Phrase, keys: Sequence[Sequence[str]], found: tuple[int, ...]) -> tuple[int, ...]:
    """The indices of the words of a phrase from `found` on, () if it does not stand there; the shortest gaps win."""
    at = len(found)
    if at == len(phrase.words):
        return found
    for index in range(found[-1] + 1, min(len(keys), found[-1] + 2 + phrase.gaps[at])):
        if not phrase.words[at].isdisjoint(keys[index]):
            matched = place(phrase, keys, (*found, index))
            if matched:
                return matched
    return ()
