"""Block -> what is no prose in it: code, web and e-mail addresses, handles, file names; objects between the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import islice, takewhile
from operator import attrgetter

from ipr_lint.model import Block

_SUFFIXES = ("no|com|org|net|eu|edu|gov|int|io|info|se|dk|fi|de|uk|nu|tv|fo|is|nl|fr|es|pl|us|ai|app|dev|me|js|"
             "pdf|docx?|xlsx?|pptx?|md|txt|html?|csv|jpe?g|png|svg|zip")
_ADDRESS = re.compile(
    r"(?:(?i:https?)://|www\.)[^\s<>«»\"]{1,2000}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<!\w)[@#]\w{2,60}"
    rf"|(?<![\w.-])[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,8}}\.(?:{_SUFFIXES})(?![\w-])(?:/[^\s<>«»\"]{{0,2000}})?",
)
_SIGNS = re.compile(r"://|www\.|@|#\w|\.\w")  # no address is without one of these, and few texts have any
_TRAILING = ".,;:!?)»"
_start = attrgetter("start")


def shields(block: Block) -> tuple[tuple[int, int], ...]:
    """The shielded ranges of a block, `[start, end)` in its text, sorted; they may overlap."""
    found = [(mark.start, mark.end) for mark in block.marks if mark.kind == "code"]
    return tuple(sorted((*found, *_addresses(block.text))))


@lru_cache(maxsize=1024)  # several checks leave out the same
def _addresses(text: str) -> tuple[tuple[int, int], ...]:
    if not _SIGNS.search(text):
        return ()
    return tuple((match.start(), match.start() + len(match[0].rstrip(_TRAILING)))
                 for match in _ADDRESS.finditer(text))


def is_shielded(ranges: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether `[start, end)` touches any of the ranges."""
    return any(low < end and start < high for low, high in ranges)


def is_parted(block: Block, start: int, end: int) -> bool:
    """Whether something that is no text stands within `[start, end]`, at neither of its ends."""
    first = bisect_right(block.marks, start, key=_start)
    inside = takewhile(lambda mark: mark.start < end, islice(block.marks, first, None))
    return any(mark.kind == "object" for mark in inside)
