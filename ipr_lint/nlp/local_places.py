"""Text and the members -> places of the region that it names, alone or in a compound, and places that nobody listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ipr_lint.facts.organisation import Members
from ipr_lint.nlp.wordforms import is_common

_BEFORE = r"(?:\b(?:[iI]|på|[fF]ra|[fF]rå|[tT]il|ved|gjennom|in|from|to) )"
_UNLISTED = re.compile(r"(?<=\w )(?:i|på) ([A-ZÆØÅ][a-zæøå]+)(?![\w-])")
_SHORT = 6  # letters; many places are short words («Dokka», «Gran», «Roa»), but «Litteraturhuset» is an institution


@lru_cache(maxsize=8)
def pattern(members: Members, without: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Names as they stand and as first parts («Kongsvingerbanen»), the names in `without` (lower case) left out.

    Homonyms (Ås, Nes, Moss) count only after a preposition or before «kommune».
    """
    plain: list[str] = []
    homonyms = list(members.homonym_places)
    for one in members.municipalities:
        (homonyms if one.homonym else plain).append(one.name)
    plain += [*members.subregions, *(place for place in members.places if place not in homonyms)]
    safe = "|".join(re.escape(name) for name in sorted(plain, key=len, reverse=True) if name.lower() not in without)
    double = "|".join(re.escape(name) for name in homonyms)
    body = rf"\b(?:{safe})(?:s|-regionen|[a-zæøå]{{3,20}})?\b|{_BEFORE}(?:{double})\b|\b(?:{double})(?= kommune)"
    return re.compile(rf"{body}|\b[A-ZÆØÅ][a-zæøå]{{1,20}}(?<!Oslo) kommunes?\b")


def unlisted(text: str, elsewhere: tuple[str, ...]) -> Iterator[str]:
    """Names after «i» or «på» that are no long common words («Litteraturhuset») and not in `elsewhere` (lower case).

    Places of the region that are not on the list yet may be among them.
    """
    for match in _UNLISTED.finditer(text):
        name = match[1].lower()
        if name not in elsewhere and (len(name) <= _SHORT or not is_common(name)):
            yield match[1]
