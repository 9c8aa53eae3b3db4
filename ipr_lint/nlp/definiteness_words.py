"""The words that the rule on double definiteness goes by, as the rule file gives them and as they are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import msgspec
from msgspec import Meta


class DefinitenessWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide whether an indefinite noun after «den nye» is a slip or formal style."""

    everyday: Annotated[tuple[str, ...], Meta(description="adjectives, in the form after «den», that call for the "
                                                          "definite noun whatever their ending")]
    formal_adjectives_nb: Annotated[tuple[str, ...], Meta(description="adjectives and endings of adjectives that may "
                                                                      "be formal style in Bokmål")]
    free: Annotated[tuple[str, ...], Meta(description="adjectives, in the form after «den», that may always stand "
                                                      "with an indefinite noun: «de fleste», «den enkelte»")]
    formal_nouns_nb: Annotated[tuple[str, ...], Meta(description="nouns, and last parts of nouns, that may stand in "
                                                                 "the indefinite after «den nye»: «stat», «tid»")]
    formal_nouns_nn: Annotated[tuple[str, ...], Meta(description="the same for Nynorsk, where it is rarer")]
    relative: Annotated[tuple[str, ...], Meta(description="words that open a relative clause after the noun")]


@dataclass(frozen=True)
class Lists:
    """The same words, ready to look up; by language where they differ."""

    everyday: frozenset[str]
    adjectives: dict[str, tuple[str, ...]]
    free: frozenset[str]
    nouns: dict[str, tuple[str, ...]]
    relative: frozenset[str]


@lru_cache(maxsize=4)
def lists(words: DefinitenessWords) -> Lists:
    """The words of a rule, made once."""
    return Lists(frozenset(words.everyday), {"nb": words.formal_adjectives_nb, "nn": ()}, frozenset(words.free),
                 {"nb": words.formal_nouns_nb, "nn": words.formal_nouns_nn}, frozenset(words.relative))
