"""English apostrophes in Norwegian: «Oslo's» for «Oslos», «tv'en» for «tv-en», «Lars's» for «Lars'»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_shielded, shields
from ipr_lint.nlp.wordforms import is_common, is_known

needs = Needs.TEXT

_SUFFIX = re.compile(r"(?<![\w'’´`-])([^\W\d_][\w-]{0,60})(['’´`])(s|er|en|et|ene|ar|ane|a)(?![\w'’-])")
_SIBILANTS = ("s", "x", "z", "S", "X", "Z", "ce")
_WORD = re.compile(r"[^\W\d_]+")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is no Norwegian genitive."""

    names: Annotated[tuple[str, ...], Meta(description="names that are written with an apostrophe, in lower case")]
    english: Annotated[tuple[str, ...], Meta(description="English words; one of them beside the word makes it English")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per word; variant `boyning` for endings after abbreviations, `etter-s` for a superfluous s, `navn` for
    names that may be written so."""
    found = [(block, match) for block in draft.blocks() for match in _SUFFIX.finditer(block.text)]
    english = {_plain(match) for block, match in found if _is_english(block, match, params)}
    for block, match in found:
        word, ending = match[1], match[3]
        if _plain(match) in english or _plain(match) in params.names or is_shielded(shields(block), *match.span()):
            continue
        if ending != "s" and not (word.isupper() or len(word) <= 3):
            continue  # «ta'en», «Hu'en»: dialect, not an abbreviation
        right, variant = _right(word, ending)
        fix = Fix(f"Skriv «{right}»", (Edit(Span(block.id, *match.span()), right),), safe=not variant)
        yield Hit(Span(block.id, *match.span()), {"right": right}, variant, (fix,))


def _plain(match: re.Match[str]) -> str:
    return match[0].lower().replace("’", "'")


def _right(word: str, ending: str) -> tuple[str, str]:
    if ending != "s":
        return f"{word}-{ending}", "boyning"
    if word.endswith(_SIBILANTS):
        return f"{word}’", "etter-s"
    return f"{word}s", "" if _is_norwegian(word) else "navn"


def _is_norwegian(word: str) -> bool:
    """A known word or name, an abbreviation, or a compound of the kind «Osloregionen»."""
    return word.isupper() or is_known(word) or any(is_common(word[at:].lower()) for at in range(2, len(word) - 4))


def _is_english(block: Block, match: re.Match[str], params: Params) -> bool:
    """Whether a neighbour on either side is English, or the next one has a capital as in an English title."""
    before = _WORD.findall(block.text[max(0, match.start() - 40) : match.start()])[-3:]
    after = _WORD.findall(block.text[match.end() : match.end() + 40])[:3]
    if any(word.lower() in params.english for word in before + after):
        return True
    return bool(after) and after[0][0].isupper() and match[1][0].isupper() and match[3] == "s"
