"""The offices on the fact sheet: who holds them now, who did before, and the words that put an office in the past."""

from __future__ import annotations

from datetime import date

from ipr_lint.facts import Texts
from ipr_lint.facts.fact_types import Part, Phrases


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
