"""rules/facts/names.yaml as types: the names, and the words that tell the organisation from the area."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from ipr_lint.facts import FactFile

Genitive = Literal["IPRs", "IPR sin"]
WordList = str  # words or short phrases, separated by commas


class Respelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form that is not the name, and what to write instead."""

    wrong: str
    right: str


class Polar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one grammatical slot: those that speak for the organisation, and those that speak for the area."""

    organisation: WordList
    area: WordList
    organisation_weak: WordList = ""
    area_weak: WordList = ""
    neutral: WordList = ""  # words that would otherwise be taken for compounds of those above


class WordClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one sort; a phrase in the lists names the sort as «<utgift>»."""

    name: str
    words: WordList


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much evidence weighs, in log-odds of organisation over area; below `decided` a mention stays undecided."""

    prior: float
    prior_full: float
    strong: float
    clear: float
    weak: float
    hint: float
    unknown: float
    place: float
    inherit: float
    decided: float


class SecondOpinion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When the encoder is asked what a mention means, and how its answer (log-odds, too) counts."""

    asked_below: float
    most_asked: int  # different contexts in a draft that it reads at most; the first ones
    least_words: int  # other words that must stand around the name, else nobody can tell
    caution: float  # taken off what speaks against the name as it is written: a false alarm costs more than a miss
    most: float


class Names(FactFile, frozen=True):
    """What the naming rules know about names and about the words around them."""

    file: ClassVar[str] = "names.yaml"

    organisation: str
    area: str
    legal_names: tuple[str, ...]
    genitive: Genitive
    former_name: str
    former_until: str
    english_organisation: str
    english_area: str
    english_wrong: tuple[Respelling, ...]
    english_agents: WordList
    english_places: WordList
    english_area_words: WordList
    english_organisation_words: WordList
    misspelled: tuple[str, ...]
    misspelled_full: tuple[str, ...]
    exempt: tuple[str, ...]
    credits: tuple[str, ...]
    weights: Weights
    second_opinion: SecondOpinion
    subject: Polar
    passed_over: WordList
    light_verbs: WordList
    causal_verbs: WordList
    growth_verbs: WordList
    stative_passives: WordList
    membership: WordList
    passive: Polar
    object: Polar
    nouns: Polar
    events: WordList
    common_roles: WordList
    common_bodies: WordList
    members: WordList
    things_sent: WordList
    classes: tuple[WordClass, ...]
    labels: Polar
    possessed: Polar
    noun_prefixes: Polar
    predicate: Polar
    prepositions: Polar
    location_verbs: Polar
    governing_verbs: Polar
    known_organisations: WordList
    organisation_endings: WordList
    known_places: WordList
    given_names: WordList
    platforms: WordList
