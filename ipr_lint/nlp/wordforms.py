"""Norwegian word forms: whether a form is in the lexicon (simplemma's lists, looked up on first use)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ipr_lint.nlp.word_list_file import WordListFile, word_list

_LANGUAGES = ("nb", "nn")


@lru_cache(maxsize=65_536)
def is_common(form: str) -> bool:
    """Whether a form is in the Bokmål or the Nynorsk list as something else than a name («oslo» is only a name)."""
    return any((found := _lemma(form, language)) is not None and found[:1].islower() for language in _LANGUAGES)


@lru_cache(maxsize=65_536)
def is_known(form: str) -> bool:
    """Whether a form is in either list, names included."""
    return any(_lemma(form, language) is not None for language in _LANGUAGES)


@lru_cache(maxsize=65_536)
def lemma(form: str) -> str:
    """The lemma of a form by the first list that has it; the form itself when none has."""
    return next((found for language in _LANGUAGES if (found := _lemma(form, language)) is not None), form)


def lemmas(form: str) -> frozenset[str]:
    """The lemmas of a form in the Bokmål and the Nynorsk list («gamle»: gammel, gammal)."""
    return frozenset(found for language in _LANGUAGES if (found := _lemma(form, language)) is not None)


def is_listed(form: str, language: str) -> bool:
    """Whether the word list of a language (`nb`, `nn`, `da`, `sv`) has a form."""
    return _lemma(form, language) is not None


def _lemma(form: str, language: str) -> str | None:
    words = _words(language)
    found = words.get(form)
    return words.get(form.lower()) if found is None else found


@lru_cache(maxsize=4)
def _words(language: str) -> Mapping[str, str] | WordListFile:
    return word_list(language)


def is_verb_only(form: str) -> bool:
    """Whether the lexicon has «samordner» of it, but no «samordnen»: an infinitive in -e that is no noun."""
    present = form + "r"
    return form.endswith("e") and is_common(present) and lemma(present) == form and not is_common(form + "n")
