"""Text -> its words as phrases are looked up in them: lower case, with their places and the commas between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from ipr_lint.nlp.phrase_forms import plain

# A word broken at the end of a line («kommu- ner») is one word; «nord- og sørover» is not.
_WORD = re.compile(
    r"[^\W_]+(?:[-‐‑'’.][^\W_]+)*(?:-\s{1,3}(?!(?:og|eller|and|or|til|men)\b)(?=[a-zæøå])[^\W_]+)?", re.UNICODE)
_STOP = re.compile(r"[,;:!?(]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: lower-case, offsets in the text; `broken` when a comma or the like stands before it."""

    start: int
    end: int
    text: str
    broken: bool = False


class Words(tuple[Word, ...]):
    """The words of a stretch of text; what phrases are first looked up by is made once for all of them."""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Each word as it is compared."""
        return tuple(word.text for word in self)

    @cached_property
    def known(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.texts)


@lru_cache(maxsize=2048)
def words(text: str, offset: int = 0) -> Words:
    """The words of a text; `offset` is added to their places."""
    return Words(_read(text, offset))


def first_words(text: str, count: int) -> Words:
    """At most so many words of a text."""
    return Words(islice(_read(text, 0), count))


def _read(text: str, offset: int) -> Iterator[Word]:
    last = 0
    for match in _WORD.finditer(text):
        broken = _STOP.search(text, last, match.start()) is not None
        yield Word(offset + match.start(), offset + match.end(), plain(match[0]), broken)
        last = match.end()
