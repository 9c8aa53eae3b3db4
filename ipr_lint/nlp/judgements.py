"""Parsed sentence -> whether an adjective in it judges what comes after: «det er lettere …», «gjør det best …»."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEGREES = ("Degree=Cmp", "Degree=Sup")
_BETWEEN = frozenset({"ADV", "PART"})  # «ikke», «mye», «nok»


def judges_what_follows(doc: Doc, word: Token, copulas: Collection[str], judgements: Collection[str]) -> bool:
    """«det» with its copula before a comparative or a word of judgement; what is judged is then an infinitive."""
    features = str(word.morph).split("|")
    if word.pos_ not in ("ADJ", "ADV") or not (word.lower_ in judgements or any(one in features for one in _DEGREES)):
        return False
    at = word.i - 1
    while at > word.sent.start and doc[at].pos_ in _BETWEEN and doc[at].lower_ not in copulas:
        at -= 1
    return at >= 1 and _is_pair(doc[at - 1].lower_, doc[at].lower_, copulas)


def _is_pair(first: str, second: str, copulas: Collection[str]) -> bool:
    return (first == "det" and second in copulas) or (first in copulas and second == "det")
