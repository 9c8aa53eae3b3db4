"""Indefinite nouns and strong adjectives -> their definite forms, where the lexicon has them («hus» -> «huset»)."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.nlp.wordforms import is_common, is_listed, lemma, lemmas

_SHORTEST = 3  # letters of a last part that the lexicon must know («kollektiv|knutepunkt»)
_COMMON, _NEUTER, _PLURAL = "den", "det", "de"


def definite_noun(noun: str, article: str, language: str) -> str:
    """The definite form of an indefinite noun after `den`, `det` or `de`; "" when the lexicon knows none.

    Compounds that are not in the lexicon are inflected by their last part.
    """
    lower = noun.lower()
    for at in range(len(lower) - _SHORTEST + 1):
        last = lower[at:]
        if not is_common(last):
            continue
        for form in _nouns(last, article, language):
            if is_listed(form, language) and lemmas(form) & (lemmas(last) | {last}):
                return noun[:at] + form
    return ""


def weak_adjective(adjective: str) -> str:
    """The form after «den» of an adjective in its strong form: «viktig» -> «viktige»; "" if it has or needs none."""
    if adjective.endswith(("e", "a", "å")):
        return ""
    stems = [adjective + "e", adjective.removesuffix("t") + "e"]
    if adjective.endswith(("el", "er", "en", "al")):  # «enkel» -> «enkle», «vakker» -> «vakre», «gammal» -> «gamle»
        short = adjective[:-2] + adjective[-1]
        stems = [short + "e", short[:-2] + short[-1] + "e", *stems]
    own = {adjective} | lemmas(adjective)
    return next((form for form in stems if is_common(form) and own & lemmas(form)), "")


def is_definite_noun(form: str) -> bool:
    """Whether the lexicon has a form as an inflected one that ends as definite nouns do."""
    base = lemma(form)
    return is_common(form) and base != form and form.endswith(("en", "et", "a", "ene", "ane"))


def _nouns(word: str, article: str, language: str) -> Iterator[str]:
    stem = word.removesuffix("e")
    doubled = f"{word}m" if word.endswith("m") else word
    if article == _COMMON:
        yield from (f"{stem}en", f"{doubled}en", f"{stem}a")
    elif article == _NEUTER:
        yield from (f"{stem}et", f"{doubled}et", f"{word[:-2]}{word[-1]}et")
    elif article == _PLURAL:
        if word.endswith(("er", "ar")):
            yield from (f"{word[:-1]}ne", f"{word}ne")
        yield from (f"{word}ne", f"{doubled}a", f"{doubled}ene") if language == "nn" else (f"{word}ne", f"{doubled}ene")
