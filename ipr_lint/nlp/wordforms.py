"""Norwegian word forms: whether a form is in the lexicon (simplemma's lists, looked up on first use)."""

from __future__ import annotations

from functools import lru_cache

_LANGUAGES = ("nb", "nn")


@lru_cache(maxsize=65_536)
def is_common(form: str) -> bool:
    """Whether a form is in the Bokmål or the Nynorsk list as something else than a name («oslo» is only a name)."""
    import simplemma

    return any(
        simplemma.is_known(form, lang=language) and simplemma.lemmatize(form, lang=language)[:1].islower()
        for language in _LANGUAGES
    )


@lru_cache(maxsize=65_536)
def lemma(form: str) -> str:
    """The lemma of a form by the first list that has it; the form itself when none has."""
    import simplemma

    for language in _LANGUAGES:
        if simplemma.is_known(form, lang=language):
            return simplemma.lemmatize(form, lang=language)
    return form
