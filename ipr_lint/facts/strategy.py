"""The strategy (strategy.yaml): every measure with the rules that check it or the reason why a text cannot show it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from ipr_lint.facts import FactFile, Texts


class _Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Clause(_Struct, frozen=True):
    """A sentence of the strategy outside the measures, and the rules that check it; `en` is our translation."""

    text: str
    en: str
    rules: tuple[str, ...]


class Measure(_Struct, frozen=True):
    """A measure (tiltak): verbatim text with our translation, rules, and what a text cannot show, with its reminder."""

    id: str
    group: str
    text: str
    en: str
    rules: tuple[str, ...] = ()
    reason: Texts | None = None
    reminder: Texts | None = None


class Part(_Struct, frozen=True):
    """One of the four strategies."""

    id: str
    name: Texts
    text: str
    en: str
    measures: tuple[Measure, ...]


class Strategy(FactFile, frozen=True):
    """rules/facts/strategy.yaml; the years are the first and last the strategy covers."""

    file: ClassVar[str] = "strategy.yaml"
    title: str
    period: str
    first_year: int
    last_year: int
    source: str
    groups: dict[str, str]
    naming: Clause
    messages: Clause
    strategies: tuple[Part, ...]

    def measures(self) -> Iterator[Measure]:
        """Every measure, in the strategy's order."""
        for part in self.strategies:
            yield from part.measures
