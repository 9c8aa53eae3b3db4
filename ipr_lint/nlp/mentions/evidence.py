"""What speaks for one reading of a mention: a weight with its sign, and the words that an adviser reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sense(StrEnum):
    """What a mention means."""

    ORGANISATION = "organisasjon"
    AREA = "område"
    UNSURE = "usikker"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Log-odds for the organisation (positive) or the area (negative), and why, in Norwegian words."""

    weight: float
    why: str
    tokens: tuple[int, ...] = ()  # of the Doc: words that have had their say
