"""Words -> spelled right or not, and the near words meant; by installed Hunspell lists, aware of compounds."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ipr_lint.nlp.wordforms import is_common

_LETTERS = "abcdefghijklmnoprstuvwyzæøåéc"
_NEIGHBOURS = {letter: near for row in ("qwertyuiopå", "asdfghjkløæ", "zxcvbnm")
               for letter, near in zip(row, zip("_" + row[:-1], row[1:] + "_", strict=True), strict=True)}
_CONFUSED = {frozenset(pair) for pair in (
    "ae", "oå", "eæ", "aæ", "øo", "yi", "dt", "gk", "bp", "vf", "ei", "ck", "sz", "øe")}
# Nynorsk endings and the Bokmål ones they answer to: the lists know many words in one of the two only.
_TWINS = (("ane", "ene"), ("ar", "er"), ("leg", "lig"), ("lege", "lige"), ("inga", "ingen"), ("a", "e"), ("a", "en"),
          ("ast", "es"), ("teneste", "tjeneste"), ("ande", "ende"), ("skap", "skap"))
_SHORTEST_PART = 4  # letters; shorter first parts must be listed


class NoWordList(Exception):  # noqa: N818 - not an error: the extra is not installed
    """Neither binding nor word list; the message says which is missing."""


@dataclass(frozen=True)
class Speller:
    """One language's word list. `spell` says whether a form is in it, its own compounds included."""

    spell: Callable[[str], bool]
    extra: frozenset[str]
    short_parts: frozenset[str] = frozenset()

    def knows(self, word: str) -> bool:
        """In the list, the lexicon or the supplement; inflected, or put together from known words."""
        return self._has(word) or self._is_inflected(word) or self._is_compound(word)

    def meant(self, word: str) -> list[str]:
        """The common words one plausible slip away, the likeliest kind of slip first; [] if there is none."""
        return list(dict.fromkeys(one for one in slips(word) if is_common(one) and self.spell(one)))

    def _has(self, word: str) -> bool:
        return word in self.extra or is_common(word) or self.spell(word)

    def _is_inflected(self, word: str) -> bool:
        if word.endswith("s") and self._has(word[:-1]):
            return True
        return any(word.endswith(own) and is_common(word.removesuffix(own) + other)
                   for pair in _TWINS for own, other in (pair, pair[::-1]))

    def _is_compound(self, word: str) -> bool:
        for at in range(2, len(word) - _SHORTEST_PART + 1):
            left, right = word[:at], word[at:]
            bases = (left, left[:-1]) if left.endswith("s") else (left,)
            if self._has(right) and any(self._begins(base) for base in bases):
                return True
        return False

    def _begins(self, part: str) -> bool:
        return part in self.short_parts or (len(part) >= _SHORTEST_PART and self._has(part))


def slips(word: str) -> Iterator[str]:
    """What the writer may have meant, first letter kept: letters doubled, swapped, left out, too many, mistyped."""
    for at in range(1, len(word)):
        yield word[:at] + word[at - 1] + word[at:]
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(1, len(word) + 1):
        yield from (word[:at] + letter + word[at:] for letter in _LETTERS)
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(1, len(word)):
        near = [one for one in _LETTERS if one in _NEIGHBOURS.get(word[at], ()) or {one, word[at]} in _CONFUSED]
        yield from (word[:at] + letter + word[at + 1 :] for letter in near)


@lru_cache(maxsize=8)
def speller(language: str, folders: tuple[str, ...], names: tuple[str, ...], extra: frozenset[str],
            short_parts: frozenset[str] = frozenset()) -> Speller:
    """The speller of a language (`nb`, `nn`); `names` are the list's file names without suffix, best first.

    `folders` may hold «~» and {language}; those of the environment variable DICPATH come first.
    Raises: NoWordList.
    """
    try:
        import hunspell
    except ImportError:
        raise NoWordList("stavekontrollen er ikke installert: pip install 'ipr-lint[stavekontroll]'") from None
    places = [*filter(None, re.split(f"[{os.pathsep}]", os.environ.get("DICPATH", ""))), *folders]
    for place in places:
        folder = Path(place.replace("{language}", language)).expanduser()
        for name in names:
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                return Speller(_lookup(hunspell, name, folder), extra, short_parts)
    hint = "installer hunspell-no (Debian) eller dictionary-nb (npm), eller sett DICPATH til mappen med .dic og .aff"
    raise NoWordList(f"fant ingen norsk ordliste med navnet {' eller '.join(names)}; {hint}")


def _lookup(binding: Any, name: str, folder: Path) -> Callable[[str], bool]:
    found = binding.Hunspell(name, hunspell_data_dir=str(folder))
    return lru_cache(maxsize=65_536)(lambda word: bool(found.spell(word)))
