"""A word as written -> the dictionary forms it may be an inflection of, and the heads of the compound it may be."""

from __future__ import annotations

from collections.abc import Iterator

# Endings of Norwegian (both written forms) and English words; the lexicon decides whether what is left is a word.
_ENDINGS = {
    "no": (
        "s", "e", "r", "n", "t", "a", "en", "et", "er", "ar", "ne", "te", "de", "dd", "st", "re", "na",
        "ene", "ane", "ens", "ets", "ers", "ere", "est", "ast", "are", "ene", "ende", "ande", "este", "aste",
        "enes", "anes", "ede", "nes", "ast", "dde", "tt", "es", "as", "an", "ane", "ka", "lig", "leg",
    ),
    "en": ("s", "es", "ed", "d", "ing", "ly", "er", "est", "'s", "’s", "r"),
}  # fmt: skip
_ENDINGS_BY_LENGTH = {key: tuple(sorted(set(endings), key=len)) for key, endings in _ENDINGS.items()}
MIN_STEM = 2
MIN_FIRST_PART = 3  # letters before the head of a compound


def forms(word: str, language: str) -> Iterator[str]:
    """The word (lower case) itself, then what is left without each ending: `gevinsten` -> gevinsten, gevinst, ..."""
    yield word
    for ending in _ENDINGS_BY_LENGTH[language]:
        if not word.endswith(ending) or len(word) - len(ending) < MIN_STEM:
            continue
        stem = word[: -len(ending)]
        yield stem
        yield stem + "e"
        if language == "en" and stem.endswith("i"):
            yield stem[:-1] + "y"
        if len(stem) > MIN_STEM and stem[-1] == stem[-2]:
            yield stem[:-1]


def heads(form: str, shortest: int) -> Iterator[str]:
    """What may be the last part of a compound, longest first: `klimagassutslipp` -> ..., utslipp, ..."""
    for start in range(MIN_FIRST_PART, len(form) - shortest + 1):
        yield form[start:]
