"""Options of a run -> Settings, the values that the engine and the command line work with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ipr_lint.model import Level


@dataclass(frozen=True)
class Settings:
    """What a run was told; empty means «not told»."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Level | None = Level.ERROR
    channel: str = ""
    audience: tuple[str, ...] = ()
    platform: str = ""
    today: date | None = None
    pipeline: str = "nb_ipr_sm"
    ui_lang: str = "nb"
