"""Fragments and looks of a line in; whole characters, inline marks and what its block says about its looks out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ipr_lint.docx_xml.draft import Placed
from ipr_lint.model import Mark
from ipr_lint.readers.docx_looks import Look

_ACCENTS = re.compile("[\u0300-\u036f]{1,99}")
_LAST_LETTER = re.compile(r"[^\W\d_][\u0300-\u036f]{0,99}\Z")


def whole_characters(fragments: tuple[Placed, ...]) -> Iterator[tuple[Placed, str, int]]:
    """(fragment, text, offset in the source); an accent that starts a run goes with the letter before it."""
    waiting: tuple[Placed, str, int] | None = None
    for placed in fragments:
        text, start = placed.fragment.text, placed.start
        if waiting and (accents := _ACCENTS.match(text)) and (letter := _LAST_LETTER.search(waiting[1])):
            owner, before, at = waiting
            yield owner, before[:letter.start()], at
            waiting = (owner, letter[0] + accents[0], at + letter.start())
            text, start = text[accents.end():], start + accents.end()
        if text:
            if waiting:
                yield waiting
            waiting = (placed, text, start)
    if waiting:
        yield waiting


def marks_of(start: int, end: int, href: str | None, look: Look) -> Iterator[Mark]:
    if start < end:
        if href:
            yield Mark(start, end, "link", {"href": href})
        if look.bold:
            yield Mark(start, end, "strong")
        if look.italic:
            yield Mark(start, end, "emphasis")


def object_marks(objects: Iterable[int], starts: Sequence[int], places: Sequence[int]) -> Iterator[Mark]:
    """Marks without length where objects stand; `places` are offsets in the text of what begins at `starts`.

    The last of the places is the end of the text.
    """
    for at in objects:
        place = places[bisect_left(starts, at)]
        yield Mark(place, place, "object")


def merged(marks: list[Mark]) -> list[Mark]:
    """Marks that touch and say the same are one: Word splits a link or a bold phrase into many runs."""
    found: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        same = found.setdefault((mark.kind, mark.attributes.get("href", "")), [])
        if same and same[-1].end == mark.start:
            same[-1] = Mark(same[-1].start, mark.end, mark.kind, mark.attributes)
        else:
            same.append(mark)
    return sorted((mark for group in found.values() for mark in group), key=lambda mark: (mark.start, mark.kind))


def _visible(text: str, looks: list[tuple[int, int, Look]]) -> list[tuple[int, Look]]:
    counted = ((len("".join(text[start:end].split())), look) for start, end, look in looks)
    return [(count, look) for count, look in counted if count]


def look_attributes(text: str, looks: list[tuple[int, int, Look]]) -> dict[str, str]:
    seen = [look for _, look in _visible(text, looks)]
    found = {
        "bold": "true" if seen and all(look.bold for look in seen) else "",
        "fonts": ";".join(sorted({look.font for look in seen if look.font})),
        "colours": ";".join(sorted({look.colour for look in seen if look.colour})),
    }
    return {key: value for key, value in found.items() if value}


def majority_language(text: str, looks: list[tuple[int, int, Look]]) -> str | None:
    """The language that most characters of the block declare."""
    counts: Counter[str] = Counter()
    for count, look in _visible(text, looks):
        if look.language:
            counts[look.language] += count
    return max(sorted(counts), key=lambda name: counts[name]) if counts else None
