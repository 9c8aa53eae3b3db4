"""A web page or Word file that does not say its language, or says the wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.languages import LanguageFeatures
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT

_NORWEGIAN = frozenset({"no", "nb", "nn"})


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which formats can say it."""

    formats: Annotated[tuple[str, ...], Meta(description="formats with a place for the language: html, docx")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One document-wide hit; variant `feil` when text and declaration are different languages (nb and nn are one)."""
    document = draft.document
    if document.format not in params.formats or not any(block.text.strip() for block in document.blocks):
        return
    declared = (document.language or "").split("-")[0].lower()
    if not declared:
        yield Hit(None)
        return
    found = draft.language
    same = found == declared or {found, declared} <= _NORWEGIAN
    if found and not same:
        names = draft.facts.get(LanguageFeatures)
        told = {key: {ui: names.name(code, ui) for ui in ("nb", "en")}
                for key, code in (("declared", declared), ("found", found))}
        yield Hit(None, told, "feil")
