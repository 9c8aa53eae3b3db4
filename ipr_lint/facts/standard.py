"""The fact sheet (facts.yaml): values, wordings, versions over time and dates of the standard facts."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from ipr_lint.facts import FactFile, Texts
from ipr_lint.facts.fact_types import (
    Approved,
    Form,
    Hedge,
    Number,
    OtherTime,
    Part,
    Phrases,
    Share,
    Website,
    Wording,
)
from ipr_lint.facts.office_types import OfficeWords, Role

__all__ = ["FactSheet", "Form", "Number", "Passage", "Phrases", "Role", "Share"]


class Passage(Part, frozen=True):
    """When facts stand together: sentences in a row, facts in it, and where in the text it belongs (words, blocks)."""

    sentences: Annotated[int, Meta(ge=1)]
    gap: Annotated[int, Meta(ge=0)]
    fillers: Annotated[int, Meta(ge=0)]
    nucleus: Annotated[int, Meta(ge=1)]
    altered: Annotated[int, Meta(ge=1)]
    start_blocks: Annotated[int, Meta(ge=1)]
    end_share: Annotated[float, Meta(ge=0, le=1)]
    end_words: Annotated[int, Meta(ge=0)]


class FactSheet(FactFile, frozen=True):
    """rules/facts/facts.yaml."""

    file: ClassVar[str] = "facts.yaml"
    verified: date
    expires: date
    source: str
    texts: dict[Form, Approved]
    forms: dict[Form, tuple[str, ...]]
    subject: tuple[str, ...]
    adverbs: Phrases
    open_after: Phrases
    other_units: Phrases
    apart: Phrases
    millions: Phrases
    other_time: OtherTime
    number_words: dict[Literal["nb", "nn", "en"], Hedge]
    wordings: dict[str, Wording]
    numbers: dict[str, Number]
    shares: dict[str, Share]
    website: Website
    passage: Passage
    roles: dict[str, Role]
    office_words: OfficeWords

    def label(self, fact: str) -> Texts:
        """What a fact is called in messages; «a|b» gives the first one's label. Raises: KeyError."""
        name = fact.split("|")[0]
        if name == "nettsted":
            return self.website.label
        return self.wordings[name].label if name in self.wordings else self.numbers[name].label
