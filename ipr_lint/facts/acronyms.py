"""rules/facts/acronyms.yaml: acronyms that readers know."""

from __future__ import annotations

from typing import ClassVar

from ipr_lint.facts import FactFile


class Acronyms(FactFile, frozen=True):
    """`known`: acronyms with spaces between, as written."""

    file: ClassVar[str] = "acronyms.yaml"

    known: str
