"""rules/facts/brand.yaml: the terms of the brand guide, owned by the organisation."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from ipr_lint.facts import FactFile


class BrandValue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One value of the brand and the words that convey it; * stands for any ending."""

    name: str
    words: tuple[str, ...]


class Brand(FactFile, frozen=True):
    """Values, and wordings that the guide replaces ({wording: what to write})."""

    file: ClassVar[str] = "brand.yaml"
    source: str
    verified: date | None
    values: tuple[BrandValue, ...]
    replace: dict[str, str]
