"""Lines «word class = counterpart class; another» and text -> where the words stand in any form, and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ipr_lint.nlp.inflection import Inflected, counterpart_for, form_for, inflect
from ipr_lint.nlp.wordforms import is_common

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*\.?")
_COMPOUND_HEAD = 7  # letters; shorter words end too many others by chance
_COMPOUND_FIRST = 3  # letters
_COMPOUND_LONGEST = 80  # letters; what is longer is no word
_AUXILIARIES = frozenset([
    "har", "ha", "hatt", "hadde", "er", "var", "være", "vært", "blir", "bli", "ble", "blitt", "får", "få", "fikk",
    "fått", "vere", "vore", "vart", "vert", "verte", "vorte", "blei", "havt", "fekk",
])
_AGREEING = frozenset([
    "den", "denne", "det", "dette", "min", "din", "sin", "vår", "mitt", "ditt", "sitt", "vårt", "mi", "di", "si",
])
_REACH = 3  # words before a form in which its auxiliary or article stands («har ikke tidligere benyttet»)


@dataclass(frozen=True)
class Entry:
    """One line: the word, and its counterparts (the first is empty where nothing can just take the word's place)."""

    word: str
    source: Inflected
    plain: tuple[Inflected, ...]


@dataclass(frozen=True)
class Match:
    """`text[start:end]` is a form of `entry.word`; `plain`: its counterparts in the same form.

    `fits`: the first of them can take its place with the words around it as they are.
    """

    start: int
    end: int
    entry: Entry
    plain: tuple[str, ...]
    fits: bool


_Indexed = tuple[tuple[str, ...], Entry, str]  # the words of a form, its entry, its slot


class WordList:
    """Finds the words of a list in one language."""

    def __init__(self, lines: Sequence[str], language: str) -> None:
        """`lines`: see `inflection`; `language`: nb or nn. Raises: ValueError for a line it can't read."""
        self._index: dict[str, list[_Indexed]] = {}
        self._heads: dict[str, tuple[Entry, str]] = {}
        self._tails: set[str] = set()  # the last letters of the heads: nearly no word has them
        for line in lines:
            stiff, _, plain = line.partition("=")
            source = inflect(stiff, language)
            targets = tuple(inflect(one, language) for one in plain.split(";"))
            entry = Entry(next(iter(source.forms.values())), source, targets)
            for form, slot in source.slots().items():
                key = tuple(form.lower().split())
                self._index.setdefault(key[0], []).append((key, entry, slot))
                if source.is_noun and len(form) >= _COMPOUND_HEAD and targets[0].is_noun:
                    self._heads[form.lower()] = (entry, slot)
                    self._tails.add(form.lower()[-_COMPOUND_HEAD:])
        for found in self._index.values():
            found.sort(key=lambda one: -len(one[0]))

    def matches(self, text: str) -> Iterator[Match]:
        """Every place of a listed word, phrases before words, in order."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            word = words[at][0].lower()
            plain = word not in self._index and word[-1] != "." and word[-_COMPOUND_HEAD:] not in self._tails
            count, match = (1, None) if plain else self._phrase(words, at) or (1, self._compound(words[at]))
            if match is not None:
                yield match
            at += count

    def _phrase(self, words: list[re.Match[str]], at: int) -> tuple[int, Match] | None:
        first = words[at][0].lower()
        known: Sequence[_Indexed] = self._index.get(first, ())
        if first.endswith("."):
            known = (*known, *self._index.get(first.rstrip("."), ()))
        for key, entry, slot in known:
            here = words[at : at + len(key)]
            if len(here) == len(key) and _is_phrase(here, key):
                last = here[-1]
                end = last.end() - (last[0].endswith(".") and not key[-1].endswith("."))
                before = {one[0].lower() for one in words[max(0, at - _REACH) : at]}
                after = {one[0].lower() for one in words[at + len(key) : at + len(key) + 1]}
                slot = _participle(entry, slot, before)
                plain = tuple(counterpart_for(one, slot) for one in entry.plain)
                fits = _fits(entry, slot, before | after) and plain[0] == form_for(entry.plain[0], slot)
                return len(key), Match(here[0].start(), end, entry, plain, fits)
        return None

    def _compound(self, word: re.Match[str]) -> Match | None:
        """«barneanbringelsene»: the listed noun is the head, the first part stays."""
        text = word[0].rstrip(".")
        if len(text) > _COMPOUND_LONGEST or text[-_COMPOUND_HEAD:].lower() not in self._tails:
            return None
        for cut in range(_COMPOUND_FIRST, len(text) - _COMPOUND_HEAD + 1):
            found = self._heads.get(text[cut:].lower())
            if found and _is_first_part(text[:cut].lower()):
                entry, slot = found
                plain = tuple(text[:cut] + form_for(one, slot) for one in entry.plain if one.is_noun)
                return Match(word.start(), word.start() + len(text), entry, plain, _fits(entry, slot, set()))
        return None


def _is_phrase(here: list[re.Match[str]], key: tuple[str, ...]) -> bool:
    gaps = pairwise(here)
    together = all(one.string[one.end() : other.start()].isspace() for one, other in gaps)
    return together and all(one[0].lower() in (wanted, f"{wanted}.") for one, wanted in zip(here, key, strict=True))


def _participle(entry: Entry, slot: str, before: set[str]) -> str:
    """`perf` for a form that may be past or participle («benyttet») where an auxiliary stands before it."""
    forms = entry.source.forms
    twofold = slot == "past" and forms["past"] == forms["perf"]
    return "perf" if twofold and before & _AUXILIARIES else slot


def _fits(entry: Entry, slot: str, around: set[str]) -> bool:
    """Whether the first counterpart has this form, and a gender that the words around agree with."""
    first, base = entry.plain[0], slot.removesuffix("-s")
    if first.gender not in ("", entry.source.gender) and (base == "si" or (base == "sd" and around & _AGREEING)):
        return False
    return bool(form_for(first, slot)) and (base in first.forms or base in ("pos", "inf", "si"))


def _is_first_part(prefix: str) -> bool:
    """Whether a compound can begin so, with or without a linking s, e or hyphen: «gjerningsbe-» can't."""
    stem = prefix.rstrip("-‐‑")
    return bool(stem) and (is_common(stem) or (stem[-1] in "se" and is_common(stem[:-1])))


@lru_cache(maxsize=16)
def word_list(lines: tuple[str, ...], language: str) -> WordList:
    """One WordList for each list and language."""
    return WordList(lines, language)
