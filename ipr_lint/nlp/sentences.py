"""Text of a block -> its sentences and words, as the readability formulas count them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ipr_lint.facts.abbreviations import Abbreviations

_ADDRESS = (
    r"(?:https?://|www\.)[^\s«»<>]+"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:no|com|org|net|eu|se|dk|io|info)\b(?:/[^\s«»<>]*)?"
)
_WORD = re.compile(
    rf"(?P<address>{_ADDRESS})"
    r"|(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,5}(?:,\d+)?(?!\d)"
    r"|\d[\d.,:/–-]*\d|[^\W\d_]{1,5}\.(?:[^\W\d_]{1,5}\.)+(?=\W|$)|[^\W_]+(?:[-'’][^\W_]+)*",
    re.IGNORECASE,
)
_END = re.compile(r"(?P<stop>[.?!…]+)(?:\[\d{1,3}\]|[¹²³⁰-⁹]{1,3})?(?P<close>(?:\s?»|[”’\"')\]])*)(?=\s|$)|\s*\n\s*"
                  r"|(?<=[a-zæøå]{3})[.!?](?=[A-ZÆØÅ][a-zæøå])")
_TOKEN = re.compile(r"[^\s(\[«“”\"–—/]+$")
_LONGEST = 40  # characters looked back for an abbreviation
_NEXT = re.compile(r"\s*(?:[-–—•*]\s+)?[«“”„\"'’(\[]*(?P<word>[^\W\d_]+|\d+)?")
_SMALL_NUMBER = re.compile(r"(?:[1-9]|[12]\d|3[01])\.")
_DOTTED = re.compile(r"[^\W\d_]{1,5}(?:\.[^\W\d_]{1,5})+\.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` of a block and how many words it has."""

    start: int
    end: int
    words: int


@dataclass(frozen=True)
class _Lists:
    opening: frozenset[str]
    either: frozenset[str]
    closing: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]
    after_ordinal: frozenset[str]


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text; a number («12 500 000») is one, a web or e-mail address none, a hyphenated compound one."""
    return (match for match in _WORD.finditer(text) if match["address"] is None)


def letters(word: str) -> int:
    """How many letters a word has: digits, hyphens and full stops are none."""
    return len(word) if word.isalpha() else sum(char.isalpha() for char in word)


def split(text: str, abbreviations: Abbreviations, language: str | None = "nb") -> Iterator[Sentence]:
    """The sentences of a block's text, which end at . ? ! … (no colon or semicolon) or at a line break kept in it.

    Full stops of abbreviations, ordinals and initials end a sentence only where what follows says so. `language`
    picks the abbreviations: English ones for `en`, Norwegian ones else.
    """
    lists = _lists(abbreviations, language == "en")
    addresses = [match.span() for match in _WORD.finditer(text) if match["address"]]
    start = 0
    for match in _END.finditer(text):
        if not match.end() < len(text) or _ends(text, start, match, lists, addresses):
            yield from _sentence(text, start, match.end())
            start = match.end()
    yield from _sentence(text, start, len(text))


@lru_cache(maxsize=8)
def _lists(data: Abbreviations, english: bool) -> _Lists:
    kinds = (data.english_opening, data.english_either, data.english_closing, data.english_before_number) if english \
        else (data.opening, data.either, data.closing, data.before_number)
    return _Lists(*map(frozenset, (*kinds, data.starters, data.after_ordinal)))


def _ends(text: str, start: int, match: re.Match[str], lists: _Lists, addresses: list[tuple[int, int]]) -> bool:
    """Whether a sentence that began at `start` ends at this candidate, which is not the end of the text."""
    following = _NEXT.match(text, match.end())
    word = following["word"] or "" if following else ""
    if match["stop"] is None and "\n" not in match[0]:  # a missing space: «… samlet.Neste»
        return not any(a <= match.start() < b for a, b in addresses)
    if word and word[0].islower():
        return False
    if match["stop"] != "." or match["close"]:
        return True
    token = _TOKEN.search(text, max(start, match.start() - _LONGEST), match.start() + 1)
    return token is None or _stop_ends(token[0], token.start() == start, word, lists)


def _stop_ends(token: str, is_first: bool, word: str, lists: _Lists) -> bool:
    """Whether a full stop ends a sentence, by its token (with it) and the capitalised word or number that follows."""
    lower = token.lower()
    starts = word.lower() in lists.starters
    if len(token) == 2 and token[0].isupper():
        return starts or not word or word[0].isdigit()
    if lower in lists.closing:
        return True
    if lower in lists.opening or (lower in lists.before_number and word[:1].isdigit()):
        return False
    if lower in lists.either:
        return bool(word) and not word[0].isdigit() and not (len(word) > 1 and word.isupper())
    if _SMALL_NUMBER.fullmatch(token):
        return not is_first and word.lower() not in lists.after_ordinal
    if _DOTTED.fullmatch(token):
        return starts
    return True


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and any(char.isalnum() for char in text[start:end]):
        yield Sentence(start, end, sum(1 for _ in words(text[start:end])))
