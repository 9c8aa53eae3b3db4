"""A text and the places of the name in it -> the text as the encoder reads it, with one place marked.

Every mention is written alike, whatever the draft wrote: what the name means must be read off the context, not off its
form. Training and run time share this module, so that both see the same.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

LEFT, RIGHT = 260, 200  # characters of context on each side, cut at white space
_NEAR = 1000  # characters looked at: more than enough for the context, however much shorter the names in it become
_POSSESSIVE = re.compile(r" (?:sin|sitt|sine|si)\b")
_MARK = "*"

Bounds = tuple[int, int]
Parts = tuple[str, str, str]


def marked(text: str, places: Sequence[Bounds], here: Bounds, name: str) -> Parts:
    """What stands before the place `here`, the mention, what stands after it.

    `places` are all mentions (start, end) in order, in code points, `here` among them; `name` is how they are written.
    """
    first, last = max(0, here[0] - _NEAR), min(len(text), here[1] + _NEAR)
    near = places[bisect_left(places, (first, 0)) : bisect_left(places, (last, 0))]
    written, at = [""], first
    for start, end in near:
        written[-1] += text[at:start]
        at, mention = _written(text, start, end, name)
        if start == here[0]:
            written += [mention, ""]
        else:
            written[-1] += mention
    written[-1] += text[at:last]
    left, mention, right = written
    return f"{_last(left)} {_MARK}", mention, f"{_MARK} {_first(right)}"


def plain(text: str) -> str:
    """Compatibility characters as plain ones («…» as three periods), as the encoder's vocabulary has them."""
    return unicodedata.normalize("NFKC", text)


def _written(text: str, start: int, end: int, name: str) -> tuple[int, str]:
    surface = text[start:end]
    if " IPR" in surface and (own := _POSSESSIVE.match(text, end)):
        return own.end(), f"{name}s"
    return end, f"{name}s" if surface.endswith("s") else name


def _last(text: str) -> str:
    return text if len(text) <= LEFT else text[-LEFT:].partition(" ")[2]


def _first(text: str) -> str:
    return text if len(text) <= RIGHT else text[:RIGHT].rpartition(" ")[0]
