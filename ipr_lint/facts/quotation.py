"""rules/facts/quotation.yaml: the words that tell a direct quotation from a title or a scare quote."""

from __future__ import annotations

from typing import ClassVar

from ipr_lint.facts import FactFile


class QuotationFacts(FactFile, frozen=True):
    """Words separated by spaces, in the forms used; `according` introduces a speaker, `titled` a name."""

    file: ClassVar[str] = "quotation.yaml"

    verbs: str
    english_verbs: str
    according: str
    pronouns: str
    titled: str
