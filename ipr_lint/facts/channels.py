"""Channel profiles (channels.yaml) and audiences (audiences.yaml): what metadata may say, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

import msgspec

from ipr_lint.facts import FactFile, Texts

_ASCII = str.maketrans({"ø": "o", "å": "a", "æ": "ae"})


class _Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class FactsPlace(_Struct, frozen=True):
    """Which form of the standard facts a channel carries, and where."""

    form: Literal["long", "short", "link", "none"]
    place: Literal["start", "end", "any"]


class Guess(_Struct, frozen=True):
    """Signs of a channel with their points: `opening` in the first lines, `anywhere` in the text, several #hashtags."""

    opening: dict[str, int]
    anywhere: dict[str, int]
    hashtags: int = 0


class Channel(_Struct, frozen=True):
    """One channel's profile; `lead_days` is the shortest time from publication to the deadline or event, in days."""

    name: Texts
    aliases: tuple[str, ...]
    external: bool
    members: bool
    facts: FactsPlace
    audiences: tuple[str, ...]
    lead_days: int
    parts: tuple[str, ...]
    guess: Guess


class Channels(FactFile, frozen=True):
    """rules/facts/channels.yaml; `guess_minimum` and `guess_lead` are points."""

    file: ClassVar[str] = "channels.yaml"
    default: str
    guess_minimum: int
    guess_lead: int
    channels: dict[str, Channel]

    def key(self, written: str) -> str:
        """The key of a channel as somebody wrote it, or what was written when there is no such channel."""
        return _key(written, {name: channel.aliases for name, channel in self.channels.items()})


class Audience(_Struct, frozen=True):
    """One of the strategy's seven target groups."""

    name: Texts
    text: str
    aliases: tuple[str, ...]
    reach: Literal["member", "regional", "national", "international", "external"]


class Audiences(FactFile, frozen=True):
    """rules/facts/audiences.yaml."""

    file: ClassVar[str] = "audiences.yaml"
    source: str
    audiences: dict[str, Audience]

    def key(self, written: str) -> str:
        """The key of an audience as somebody wrote it, or what was written when there is no such audience."""
        return _key(written, {name: audience.aliases for name, audience in self.audiences.items()})


def _key(written: str, names: Mapping[str, tuple[str, ...]]) -> str:
    plain = written.strip().lower().translate(_ASCII)
    for name, aliases in names.items():
        if plain in {name.translate(_ASCII), *(alias.lower().translate(_ASCII) for alias in aliases)}:
            return name
    return written.strip()
