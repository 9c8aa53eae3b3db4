"""A draft -> every mention of the name, with what it means and why; computed once and shared by the naming checks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ipr_lint.facts.names import Names
from ipr_lint.model import Block
from ipr_lint.nlp.mentions.evidence import Evidence, Sense
from ipr_lint.nlp.mentions.spot import Form, Place, Spotter

if TYPE_CHECKING:
    from ipr_lint.nlp.analysis import Analysis

__all__ = ["Evidence", "Form", "Mention", "Place", "Sense", "in_draft", "spotter"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the name in a block: `score` is the log-odds for the organisation, `why` what decided, in words."""

    block: Block
    place: Place
    sense: Sense
    score: float
    why: str


@lru_cache(maxsize=4)
def spotter(names: Names) -> Spotter:
    """The finder of these names, made once."""
    return Spotter(names)


def in_draft(draft: Analysis) -> tuple[Mention, ...]:
    """All mentions in Norwegian text, in document order; fixed names and legal names come without a verdict."""
    from ipr_lint.nlp.mentions.classify import classify

    names = draft.facts.get(Names)
    return draft.memo("mentions", lambda: tuple(classify(draft, names)))
