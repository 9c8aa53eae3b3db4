"""What a text says in figures of one thing, and when two such claims cannot both be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases

MONEY = "krone"
HAVE = "ha"
_EXACT, _ROUGH = 0.005, 0.15  # shares by which exact and rough figures may differ


class ClaimWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which verbs say the same, and what makes two figures two facts."""

    same: Annotated[tuple[tuple[str, ...], ...], Meta(description="groups of verbs (lemmas) that say the same")]
    verbs: Annotated[tuple[str, ...], Meta(description="other verbs whose subject has one such figure only")]
    starts: Annotated[tuple[str, ...], Meta(description="verbs that tell when something begins")]
    elsewhen: Annotated[Phrases, Meta(description="words that tie a figure to a time, a part or a share")]
    about: Annotated[Phrases, Meta(description="words that make a figure a rough one")]


@dataclass(frozen=True, slots=True)
class Claim:
    """`key`: subject, verb, tense and unit; `start`/`end`: the figure in the text; `rough`: «om lag», «nesten».

    `rest`: what else the clause says of place, purpose or manner («for barn»); two that both say something, and
    not the same, may both be right.
    """

    key: tuple[str, ...]
    value: float
    rest: frozenset[str]
    rough: bool
    start: int
    end: int


def differ(one: Claim, other: Claim) -> bool:
    """Whether two claims with the same key cannot both be right."""
    if one.rest != other.rest and one.rest and other.rest:
        return False
    largest = max(abs(one.value), abs(other.value)) or 1.0
    apart = abs(one.value - other.value) / largest
    return apart > (_ROUGH if one.rough or other.rough else _EXACT)
