"""All word lists of names.yaml -> look-ups by grammatical slot, compiled once per run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipr_lint.facts.names import Names, Polar
from ipr_lint.nlp.mentions.reading import (
    forms,
)
from ipr_lint.nlp.mentions.table import STRONG, WEAK, Table, bases, words

if TYPE_CHECKING:
    from spacy.tokens import Token


class Lexicon:
    """All tables of names.yaml, compiled once per run."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.weights = names.weights
        classes = {f"<{one.name}>": frozenset(words(one.words)) for one in names.classes}
        self.subject = Table(names.subject, classes)
        self.passive = Table(names.passive, classes)
        self.object = Table(names.object, classes)
        self.light_verbs = frozenset(words(names.light_verbs))
        self.causal = Table(Polar(names.causal_verbs, ""))
        self.passed_over = Table(Polar(names.passed_over, ""))
        self.nouns = Table(names.nouns)
        self.events = Table(Polar(names.events, ""))
        self.common_roles = re.compile(rf"\w*(?:{'|'.join(words(names.common_roles))})(?:e|er|ar)")
        self.stative = Table(Polar(names.stative_passives, ""))
        self.growth = Table(Polar(names.growth_verbs, ""))
        self.membership = Table(Polar(names.membership, ""))
        bodies = "|".join(words(names.common_bodies))
        self.common_bodies = re.compile(rf"\w*(?:{bodies})(?:er|ar|ene|ane)")
        self.body = re.compile(rf"\w*(?:{bodies})(?:er|ar)?")
        self.members = Table(Polar(names.members, ""))
        self.things = Table(Polar(names.things_sent, ""))
        self.labels = Table(names.labels)
        self.platforms = frozenset(words(names.platforms))
        self.given_names = frozenset(words(names.given_names))
        self.possessed = Table(names.possessed)
        self.noun_prefixes = Table(names.noun_prefixes)
        self.predicate = Table(names.predicate)
        self.location_verbs = Table(names.location_verbs, classes)
        self.governing_verbs = Table(names.governing_verbs, classes)
        self.prepositions = Table(names.prepositions)
        self.organisations = frozenset(words(names.known_organisations))
        self.organisation_endings = words(names.organisation_endings)
        self.places = frozenset(words(names.known_places))

    def weight(self, value: int) -> float:
        """Log-odds of a look-up's value: clear or weak, with its sign."""
        if value == 0:
            return 0.0
        size = self.weights.clear if abs(value) >= STRONG else self.weights.weak
        return size if value > 0 else -size

    def noun(self, token: Token) -> int:
        """What a noun (or a participle used as one) speaks for; «medlems-» and the like go before the head."""
        found = self._listed(token)
        return found or (WEAK if token.pos_ == "NOUN" and self._is_act(forms(token)) else 0)

    def _listed(self, token: Token) -> int:
        words = forms(token)
        if token.pos_ == "ADJ":
            return self.nouns.exact(*words)
        first = self.nouns.exact(*words)
        part = 0 if first else self.noun_prefixes.prefix(*words)
        head = self.nouns.compound(*words)
        role = self.common_roles.match(token.lemma_.lower() + "e") is not None
        if not first and part <= 0 and (head == WEAK or role) and self.nouns.prefix(*words) < 0:
            return -WEAK  # «byutviklingsprosjekt»: what it is about says more than what it is
        return first or (part if part > 0 or (part < 0 and head == WEAK) else 0) or head or part

    def owned(self, token: Token) -> int:
        """What a noun speaks for as something owned, nouns of action by their verb: «påpekning» as «påpeke»."""
        words = forms(token)
        if self.common_bodies.fullmatch(token.lower_):
            return -WEAK
        if found := self.possessed.exact(*words) or self._listed(token) or self.possessed.compound(*words):
            return found
        return STRONG if self._is_act(words) else 0

    def _is_act(self, words: Sequence[str]) -> bool:
        """Whether a noun names what a verb of agents does: «påpekning», «klage», «svar»."""
        for base in dict.fromkeys(base for word in words for base in bases(word)):
            for ending in ("ning", "ing", "else", "e", ""):
                stem = base.removesuffix(ending)
                if (stem != base or not ending) and self.subject.single.get(stem + "e", 0) >= STRONG:
                    return True
        return False

    def name(self, text: str) -> int:
        """+2 for the name of a known (kind of) organisation, -2 for a known place, 0 otherwise."""
        if text in self.organisations:
            return STRONG
        if text in self.places:
            return -STRONG
        ends = text.endswith(self.organisation_endings)
        return STRONG if ends else 0
