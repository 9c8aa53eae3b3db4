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


class Bounds(Part, frozen=True):
    """Numbers outside `low` to `high` are about something else."""

    low: float
    high: float


class Number(Part, frozen=True):
    """A fact told by a number and its unit; `millions`: the value counts millions."""

    label: Texts
    value: float
    unit: Phrases
    plausible: Bounds
    write: Approved
    verified: date
    expires: date
    millions: bool = False
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


class Former(Part, frozen=True):
    """Who had an office before."""

    name: str
    until: date


class Role(Part, frozen=True):
    """An office in the organisation."""

    label: Texts
    titles: Phrases
    holder: str
    since: date
    former: tuple[Former, ...]
    verified: date
    expires: date
    source: str = ""


class OfficeWords(Part, frozen=True):
    """Words that put an office in the past, make it less than the full one, or begin no name."""

    past: Phrases
    not_full: Phrases
    no_name: Phrases


class Hedge(Part, frozen=True):
    """Words that say a number is a lower bound (`over`) or about right (`near`)."""

    over: Phrases
    near: Phrases
