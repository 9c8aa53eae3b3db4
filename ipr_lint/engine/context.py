"""Document and settings -> Context: channel, audience, platform and dates; the nearest source wins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from ipr_lint.config import Settings
from ipr_lint.engine.channel_guess import guess
from ipr_lint.facts import Facts
from ipr_lint.facts.channels import Audiences, Channels
from ipr_lint.model import Context, Document, MetadataValue
from ipr_lint.nlp.dates import dates

T = TypeVar("T")
PLATFORMS = frozenset({"x", "linkedin", "facebook", "instagram"})


def context_of(document: Document, settings: Settings, facts: Facts) -> Context:
    """Command line over file over configuration over what the text itself gives away over default."""
    meta = document.metadata
    tables = settings.tables(document.path)
    written = settings.channel or _one(meta.get("kanal", "")) or _last(table.channel for table in tables) or ""
    audience = settings.audience or _many(meta.get("malgruppe", ())) or _last(table.audience for table in tables) or ()
    platform = settings.platform or _one(meta.get("plattform", "")) or _last(table.platform for table in tables) or ""
    today = settings.today or _date(_one(meta.get("publiseres", "")))
    channels, audiences = facts.get(Channels), facts.get(Audiences)
    if not platform and written.lower() in PLATFORMS:  # «kanal: linkedin» says both
        platform = written.lower()
    guessed, sign = (channels.key(written), "") if written else guess(document, channels)
    return Context(
        channel=guessed or settings.default_channel or channels.default,
        audience=tuple(dict.fromkeys(audiences.key(one) for one in audience)),
        platform=platform,
        today=today or date.today(),
        metadata=meta,
        declared=frozenset(name for name, value in (
            ("channel", written), ("audience", audience), ("platform", platform), ("today", today)) if value),
        guessed=sign,
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
    """A date as ISO writes it or as people do («10. mars 2025»)."""
    return next((mention.date for mention in dates(text) if mention.date), None)
