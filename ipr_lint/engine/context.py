"""Document and settings -> Context: channel, audience, platform and dates; the nearest source wins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from ipr_lint.config import Settings
from ipr_lint.facts import Facts
from ipr_lint.model import Context, Document, MetadataValue

T = TypeVar("T")


def context_of(document: Document, settings: Settings, facts: Facts) -> Context:
    """Command line over file over configuration over default."""
    meta = document.metadata
    tables = settings.tables(document.path)
    channel = settings.channel or _one(meta.get("kanal", "")) or _last(table.channel for table in tables)
    audience = settings.audience or _many(meta.get("malgruppe", ())) or _last(table.audience for table in tables)
    platform = settings.platform or _one(meta.get("plattform", "")) or _last(table.platform for table in tables)
    declared = frozenset(
        name for name, value in (("channel", channel), ("audience", audience), ("platform", platform)) if value
    )
    return Context(
        channel=channel or settings.default_channel or "nettsak",
        audience=audience or (),
        platform=platform or "",
        today=settings.today or _date(_one(meta.get("publiseres", ""))) or date.today(),
        metadata=meta,
        declared=declared,
    )


def _last(values: Iterable[T]) -> T | None:
    """The last path table that says something wins."""
    return next((value for value in reversed(list(values)) if value), None)


def _one(value: MetadataValue) -> str:
    return value.strip() if isinstance(value, str) else (value[0] if value else "")


def _many(value: MetadataValue) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return tuple(value)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
