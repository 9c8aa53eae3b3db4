"""rules/facts/languages.yaml: what tells languages apart besides the identifiers: small words, endings, letters."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from ipr_lint.facts import FactFile, Texts


class Features(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lists of one language (`code`: ISO 639-1), each a string with spaces between, lower case."""

    code: str
    words: str
    endings: str = ""
    beginnings: str = ""
    letters: str = ""


class LanguageFeatures(FactFile, frozen=True):
    """No text shorter than `minimum_words` is judged; a line without a full stop needs `heading_lead` (0 to 1)."""

    file: ClassVar[str] = "languages.yaml"

    minimum_words: int
    heading_lead: float
    languages: tuple[Features, ...]
    names: dict[str, Texts]

    def name(self, code: str, ui_lang: str) -> str:
        """What a language is called in the report's language; the code itself where no name is known."""
        return self.names[code].of(ui_lang) if code in self.names else code

    def __hash__(self) -> int:
        return hash((self.minimum_words, self.heading_lead, self.languages))
