"""rules/facts/abbreviations.yaml: abbreviations with full stops, by whether a sentence may end at them."""

from __future__ import annotations

from typing import ClassVar

from ipr_lint.facts import FactFile


class Abbreviations(FactFile, frozen=True):
    """Lower case, all full stops written. `opening` never end a sentence, `either` may, `closing` often do,
    `before_number` are ordinary words unless a number follows. `labels`: what a colon ties to the name after it."""

    file: ClassVar[str] = "abbreviations.yaml"

    opening: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    english_opening: tuple[str, ...] = ()
    english_either: tuple[str, ...] = ()
    english_closing: tuple[str, ...] = ()
    english_before_number: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    after_ordinal: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
