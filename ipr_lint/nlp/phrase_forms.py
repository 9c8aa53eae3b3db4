"""An adviser's phrase with choices «a/b» and words that may be left out «(a)» -> its slots, and how they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipr_lint.nlp.phrase_words import Word

_HYPHENS = re.compile(r"[‐‑]")
_BREAK = re.compile(r"-\s+")
_SLOT = re.compile(r"\([^)]*\)|\S+")

_GAP, _GAP_WORDS, _CLAUSE_END = "…", 3, "."

Slot = tuple[tuple[str, ...], ...]  # choices, each some words; () where the slot may be left out
Phrase = tuple[Slot, ...]


def slots(phrase: str) -> Phrase:
    """«oslo (kommune/by) er/var med» slot by slot; in brackets a choice may be several words."""
    found = list[Slot]()
    for slot in _SLOT.findall(phrase):
        if slot.startswith("("):
            found.append(((), *(tuple(choice.split()) for choice in slot[1:-1].split("/"))))
        else:
            found.append(tuple((choice,) for choice in slot.split("/")))
    return tuple(found)


def openings(phrase: Phrase) -> Iterator[str]:
    """The words that a phrase may begin with."""
    for slot in phrase:
        yield from (choice[0] for choice in slot if choice)
        if () not in slot:
            return


def fits(wanted: str, word: str) -> bool:
    """Whether a word of a text is a word of a phrase: «d*» has any ending, «*d» any beginning."""
    if wanted.startswith("*"):
        return word.endswith(wanted[1:])
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def plain(text: str) -> str:
    """Text as phrases are compared: lower case, one kind of hyphen and apostrophe, no word broken at a line's end."""
    if text.isalpha():  # nearly all words
        return text.lower()
    return _BREAK.sub("", _HYPHENS.sub("-", text.replace("’", "'").strip().lower()))


def reach(phrase: Phrase, in_words: Sequence[Word], index: int) -> int:
    """Where a phrase that begins at `index` ends at the latest, -1 if it breaks off; «…» is up to three words.

    «.» at the end of a phrase: the clause ends there.
    """
    states = {(index - 1, 0)}  # the last word read, and how many may be passed over before the next
    for slot in phrase:
        states = {after for state in states for choice in slot
                  if (after := _read(choice, in_words, index, *state)) is not None}
        if not states:
            return -1
    return max(last for last, _ in states)


def _read(
    choice: tuple[str, ...], in_words: Sequence[Word], index: int, last: int, gap: int
) -> tuple[int, int] | None:
    for wanted in choice:
        if wanted == _GAP:
            gap = _GAP_WORDS
            continue
        if wanted == _CLAUSE_END:
            if last + 1 < len(in_words) and not in_words[last + 1].broken:
                return None
            continue
        for place in range(last + 1, min(last + 2 + gap, len(in_words))):
            if in_words[place].broken and place > index:
                return None
            if fits(wanted, in_words[place].text):
                last, gap = place, 0
                break
        else:
            return None
    return last, gap
