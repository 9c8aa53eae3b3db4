"""The kinds of facts on the fact sheet: wordings, numbers, shares, the website and offices, each with its dates."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ipr_lint.facts import Texts

Phrases = Annotated[str, Meta(description="«a|b» or, «+» both in one sentence, «*» any ending")]
Form = Literal["long", "short", "link"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the fact sheet; unknown keys are errors."""


class Approved(Part, frozen=True):
    """One approved text in three languages."""

    nb: str
    nn: str
    en: str

    def of(self, language: str | None) -> str:
        """The text in that language, Bokmål for any other."""
        return {"nn": self.nn, "en": self.en}.get(language or "", self.nb)


class Dated(Part, frozen=True):
    """An older wording and the years it was right in."""

    pattern: Phrases
    period: str


class Wording(Part, frozen=True):
    """A fact told in words: what counts, what is nearly it, and what it was before."""

    label: Texts
    accepted: tuple[Phrases, ...]
    write: Approved
    verified: date
    expires: date
    altered: tuple[Phrases, ...] = ()
    outdated: tuple[Dated, ...] = ()
    source: str = ""


class Version(Part, frozen=True):
    """What a number was in a period."""

    value: float
    period: str


class Equivalent(Part, frozen=True):
    """Another number that says the same in the company of these words."""

    value: float
    pattern: Phrases


class Besides(Part, frozen=True):
    """Words that join names to a number which does not count them («Oslo og 64 andre kommuner»).

    `capital`, named so, states `fact`; `kinds` stand after a name («Oslo kommune»), `others` after the number.
    """

    joined: Phrases
    articles: Phrases
    others: Phrases
    kinds: Phrases
    capital: Phrases
    fact: str


class Bounds(Part, frozen=True):
    """Numbers outside `low` to `high` are about something else."""

    low: float
    high: float


class Number(Part, frozen=True):
    """A fact told by a number and its unit; `millions`: the value counts millions.

    `measure`: words that say what a number soon after them counts, without a unit («folketallet», «her bor»).
    """

    label: Texts
    value: float
    unit: Phrases
    plausible: Bounds
    write: Approved
    verified: date
    expires: date
    millions: bool = False
    measure: Phrases = ""
    besides: Besides | None = None
    equivalent: tuple[Equivalent, ...] = ()
    history: tuple[Version, ...] = ()
    conflict: str = ""
    source: str = ""


class Share(Part, frozen=True):
    """A share of the nation in percent, with the span that sources give."""

    label: Texts
    subject: Phrases
    low: float
    high: float
    verified: date
    expires: date
    conflict: str = ""


class Website(Part, frozen=True):
    """The organisation's web address; lookalikes are not it."""

    label: Texts
    host: str
    lookalikes: tuple[str, ...]
    verified: date
    expires: date
    source: str = ""


class OtherTime(Part, frozen=True):
    """Words that put a sentence in the past, the future or a condition; verbs that do so for a number after them."""

    sentence: Phrases
    before: Phrases


class Hedge(Part, frozen=True):
    """Words that say a number is a lower bound (`over`) or about right (`near`)."""

    over: Phrases
    near: Phrases
