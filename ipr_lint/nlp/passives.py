"""Parsed Norwegian text -> its passives, by morphology and parse: «vedtas», «vedtakast», «ble vedtatt»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ipr_lint.facts.passive import PassiveFacts

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BECOME = frozenset({"bli", "blir", "ble", "blei", "blitt", "verta", "verte", "vert", "vart", "vorte", "vorten"})
_APART = 12  # tokens between auxiliary and participle; more is a parsing error

_SHORTEST = 2  # letters; «tas» and «gis» have three


@dataclass(frozen=True, slots=True)
class Passive:
    """`start`/`end`: offsets in the block; `kind`: `s` or `bli`; `verb`: the lemma of the verb."""

    start: int
    end: int
    kind: str
    verb: str


def find(doc: Doc, facts: PassiveFacts) -> list[Passive]:
    """The passives of a Doc, in order. Verbs without an active counterpart and mere states are left out."""
    deponents, states = _lists(facts)
    found = []
    for token in doc:
        if _is_s_passive(token, deponents):
            found.append(Passive(token.idx, token.idx + len(token), "s", token.lemma_))
        elif (verb := _participle(token)) is not None and verb.lower_ not in states:
            first, last = sorted((token, verb), key=lambda one: one.i)
            found.append(Passive(first.idx, last.idx + len(last), "bli", verb.lemma_))
    return found


@lru_cache(maxsize=4)
def _lists(facts: PassiveFacts) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(facts.deponents.split()), frozenset(facts.states.split())


def _is_s_passive(token: Token, deponents: frozenset[str]) -> bool:
    """By tag, tense and ending: Nynorsk training text lacks the mark `Voice=Pass`, and Bokmål models miss it often."""
    form = token.lower_
    if token.pos_ not in ("VERB", "AUX") or form in deponents or token.lemma_.lower() in deponents:
        return False
    if token.lemma_.lower().startswith(form):  # «les» is no passive of «lese»
        return False
    if "Tense=Pres" not in token.morph and "VerbForm=Inf" not in token.morph:
        return False
    return len(form) > _SHORTEST and form.endswith(("ast", "es", "as", "is", "ås", "ys")) and not form.endswith("ss")


def _participle(token: Token) -> Token | None:
    """The participle that a form of «bli» or «verte» makes a passive with."""
    if token.lower_ not in _BECOME:
        return None
    head = token.head
    near = abs(head.i - token.i) <= _APART
    is_participle = "VerbForm=Part" in head.morph and (
        head.pos_ == "VERB" or (head.pos_ == "ADJ" and token.dep_ == "aux:pass"))  # Nynorsk «vart opna», inflected
    return head if near and is_participle and token.dep_ in ("aux:pass", "aux", "cop") else None
