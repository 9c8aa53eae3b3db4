"""rules/facts/passive.yaml: verbs in -s and participles after «bli» that are no passives."""

from __future__ import annotations

from typing import ClassVar

from ipr_lint.facts import FactFile


class PassiveFacts(FactFile, frozen=True):
    """Words separated by spaces: `deponents` in the infinitive, `states` as participles."""

    file: ClassVar[str] = "passive.yaml"

    deponents: str
    states: str
