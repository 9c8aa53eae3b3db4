"""Who and what belongs to the organisation: members.yaml, contacts.yaml and design.yaml as types."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from ipr_lint.facts import FactFile


class Municipality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A member; `homonym`: the name is also an ordinary word or a surname."""

    name: str
    homonym: bool = False
    en: str = ""


class Members(FactFile, frozen=True):
    """rules/facts/members.yaml; `incomplete` says that members are missing from the list."""

    file: ClassVar[str] = "members.yaml"
    incomplete: bool
    expected: int
    verified: date
    source: str
    municipalities: tuple[Municipality, ...]
    counties_that_joined: tuple[str, ...]
    subregions: tuple[str, ...]
    places: tuple[str, ...]
    homonym_places: tuple[str, ...] = ()


class Contacts(FactFile, frozen=True):
    """rules/facts/contacts.yaml; empty values are unknown, `no_roles` open what stands after a name and is no role."""

    file: ClassVar[str] = "contacts.yaml"
    domains: tuple[str, ...]
    email: str
    website: str
    address: str
    phone: str
    organisation_number: str
    handles: tuple[str, ...]
    roles: tuple[str, ...]
    no_roles: tuple[str, ...]
    verified: date


class Design(FactFile, frozen=True):
    """rules/facts/design.yaml; an empty list is not checked."""

    file: ClassVar[str] = "design.yaml"
    fonts: tuple[str, ...]
    heading_fonts: tuple[str, ...]
    colours: tuple[str, ...]
    logo: tuple[str, ...]
    templates: tuple[str, ...]
    source: str
    verified: date | None
