"""The words that og-aa.yaml gives the check of «og» and «å»."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

Words = tuple[str, ...]


class InfinitiveWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide; lower case, inflected forms as they stand in text."""

    prepositions: Annotated[Words, Meta(description="«… og + infinitive» is never right after these")]
    particles: Annotated[Words, Meta(description="those of them that end a clause as well: «følge med på og lære»")]
    stranding: Annotated[Words, Meta(description="words that any of them may close: «sørge for og følge opp»")]
    clause_openers: Annotated[Words, Meta(description="words of clauses that end in such a preposition: «noe vi …»")]
    governors: Annotated[Words, Meta(description="verbs and adjectives that an infinitive with «å» follows")]
    set_phrases: Annotated[Words, Meta(description="phrases that nothing but an infinitive follows: «på tide å …»")]
    modals: Annotated[Words, Meta(description="verbs that take an infinitive without «å»")]
    bare_modals: Annotated[Words, Meta(description="those of them that «å» never follows")]
    adverbs: Annotated[Words, Meta(description="adverbs that may stand between the marker and its verb")]
    noun_like: Annotated[Words, Meta(description="infinitives that are nouns as often: «støtte», «møte»")]
    imperative_like: Annotated[Words, Meta(description="infinitives that are imperatives, too: «få», «se»")]
    postures: Annotated[Words, Meta(description="verbs joined to the next by «og»: «sitte og vente»")]
    copulas: Annotated[Words, Meta(description="verbs between «det» and what is said of it: «det er lettere …»")]
    judgements: Annotated[Words, Meta(description="adjectives that judge an infinitive, besides comparatives")]
    never_judged: Annotated[Words, Meta(description="forms that are adjectives as well: «mørkt og stille»")]
    finite: Annotated[Words, Meta(description="finite verbs that are nothing else: «er», «har»")]
    subjects: Annotated[Words, Meta(description="pronouns that are only subjects: «jeg», «vi»")]
    idioms: Annotated[Words, Meta(description="phrases that are right as they stand, «og» or «å» and its neighbours")]
