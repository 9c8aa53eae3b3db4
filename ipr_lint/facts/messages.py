"""rules/facts/messages.yaml -> the six key messages, the concepts they are made of and how these must meet."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from ipr_lint.facts import FactFile, Texts


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement of a message, as the strategy words it (its typing errors corrected), in three languages."""

    nb: str
    nn: str
    en: str


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The wordings of a concept. How to write one stands at the top of messages.yaml."""

    about: Annotated[str, Meta(description="what the concept is, for the adviser and for the report")]
    place: Annotated[bool, Meta(description="says who or where: its words may be part of another wording, too")] = False
    nb: tuple[str, ...] = ()
    nn: Annotated[tuple[str, ...], Meta(description="only what differs from nb; both are looked for")] = ()
    en: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Concepts that convey a message when they meet within some sentences."""

    name: str
    all: Annotated[tuple[str, ...], Meta(min_length=1, description="concepts; «a | b» for either, «a x2» for two")]
    within: Annotated[int, Meta(ge=1, le=4, description="how many sentences they may be spread over")] = 1
    unless: Annotated[tuple[str, ...], Meta(description="concepts that speak against it in the same sentences")] = ()
    weak: Annotated[int, Meta(ge=0, le=3, description="how many wordings marked «~» it may rest on")] = 1
    deniable: Annotated[bool, Meta(description="whether a plain negation of the claim makes it a denial")] = True
    near: Annotated[tuple[str, ...], Meta(description="one of these must stand in the same paragraph")] = ()


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key message: what it says, what conveys it and what denies it."""

    id: str
    goal: int
    title: Texts
    statements: tuple[Statement, ...]
    core: Annotated[tuple[str, ...], Meta(min_length=1, description="what must be named clearly before signs decide")]
    readings: tuple[Reading, ...]
    denials: tuple[Reading, ...] = ()


class SecondOpinion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the encoder's log-odds and the readings are weighed against each other."""

    rising: Annotated[float, Meta(gt=0, description="how much more each further passage of a draft must promise")]
    most_claims: Annotated[int, Meta(ge=0, description="how many of a draft's claims are also read alone, at most")]
    support: Annotated[float, Meta(description="what a reading that fits adds")]
    support_clear: Annotated[float, Meta(description="what it adds where every wording is a clear one")]
    conveyed_above: float
    conveyed_alone: Annotated[float, Meta(description="the same where no reading fits")]
    denied_above: float
    denied_against: Annotated[float, Meta(description="what «denied» must reach against a reading")]
    denied_surely: Annotated[float, Meta(description="above it a denial needs no sign")]
    signs_of_denial: Annotated[tuple[str, ...], Meta(description="concepts of which a denial shows at least one")]


class Messages(FactFile, frozen=True):
    """The key messages of the strategy, with everything needed to recognise them."""

    file: ClassVar[str] = "messages.yaml"

    about: Texts
    concepts: dict[str, Words]
    messages: tuple[Message, ...]
    second_opinion: SecondOpinion
