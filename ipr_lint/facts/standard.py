"""The fact sheet (facts.yaml): values, wordings, versions over time and dates of the standard facts."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from ipr_lint.facts import FactFile, Texts

Phrases = Annotated[str, Meta(description="«a|b» or, «+» both in one sentence, «*» any ending")]
Form = Literal["long", "short", "link"]


class _Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Approved(_Struct, frozen=True):
    """One approved text in three languages."""

    nb: str
    nn: str
    en: str

    def of(self, language: str | None) -> str:
        """The text in that language, Bokmål for any other."""
        return {"nn": self.nn, "en": self.en}.get(language or "", self.nb)


class Dated(_Struct, frozen=True):
    """An older wording and the years it was right in."""

    pattern: Phrases
    period: str


class Wording(_Struct, frozen=True):
    """A fact told in words: what counts, what is nearly it, and what it was before."""

    label: Texts
    accepted: tuple[Phrases, ...]
    write: Texts
    verified: date
    expires: date
    altered: tuple[Phrases, ...] = ()
    outdated: tuple[Dated, ...] = ()
    source: str = ""


class Version(_Struct, frozen=True):
    """What a number was in a period."""

    value: float
    period: str


class Equivalent(_Struct, frozen=True):
    """Another number that says the same in the company of these words."""

    value: float
    pattern: Phrases


class Bounds(_Struct, frozen=True):
    """Numbers outside `low` to `high` are about something else."""

    low: float
    high: float


class Number(_Struct, frozen=True):
    """A fact told by a number and its unit; `millions`: the value counts millions."""

    label: Texts
    value: float
    unit: Phrases
    plausible: Bounds
    write: Texts
    verified: date
    expires: date
    millions: bool = False
    equivalent: tuple[Equivalent, ...] = ()
    history: tuple[Version, ...] = ()
    conflict: str = ""
    source: str = ""


class Share(_Struct, frozen=True):
    """A share of the nation in percent, with the span that sources give."""

    label: Texts
    subject: Phrases
    low: float
    high: float
    verified: date
    expires: date
    conflict: str = ""


class Website(_Struct, frozen=True):
    """The organisation's web address; lookalikes are not it."""

    label: Texts
    host: str
    lookalikes: tuple[str, ...]
    verified: date
    expires: date
    source: str = ""


class Former(_Struct, frozen=True):
    """Who had an office before."""

    name: str
    until: date


class Role(_Struct, frozen=True):
    """An office in the organisation."""

    label: Texts
    titles: Phrases
    holder: str
    since: date
    former: tuple[Former, ...]
    verified: date
    expires: date
    source: str = ""


class Hedge(_Struct, frozen=True):
    """Words that say a number is a lower bound (`over`) or about right (`near`)."""

    over: Phrases
    near: Phrases


class Passage(_Struct, frozen=True):
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
    number_words: dict[Literal["nb", "nn", "en"], Hedge]
    wordings: dict[str, Wording]
    numbers: dict[str, Number]
    shares: dict[str, Share]
    website: Website
    passage: Passage
    roles: dict[str, Role]

    def label(self, fact: str) -> Texts:
        """What a fact is called in messages; «a|b» gives the first one's label. Raises: KeyError."""
        name = fact.split("|")[0]
        if name == "nettsted":
            return self.website.label
        return self.wordings[name].label if name in self.wordings else self.numbers[name].label
