"""A verb that no list knows -> what the construction around the name as its subject says of who acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.chain import Use
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKED = frozenset({"hva", "kva", "hvem", "kven", "hvordan", "korleis", "hvorfor", "kvifor", "hvilke", "hvilken"})
_WHICH = frozenset({"hvilken", "hvilket", "hvilke", "hva", "kva", "hvor", "kor"})
_PASSED = ("ADV", "PART", "INTJ")


def evidence(use: Use, following: Sequence[Token], lexicon: Lexicon) -> Evidence:
    """A content clause («anser at …») or an infinitive («akter å …») has someone who thinks or intends; else little."""
    weights, verb = lexicon.weights, use.main
    first = _first(following)
    where = (verb.i,)
    if first is not None and not lexicon.causal.exact(*verb_forms(verb)):
        if first.lower_ == "at" or (first.lower_ in _ASKED or (first.lower_ == "om" and first.pos_ == "SCONJ")):
            return Evidence(weights.clear, f"subjekt for «{verb.text} {first.text} …»", where)
        if first.lower_ == "å":
            return Evidence(weights.weak, f"subjekt for «{verb.text} å …»", where)
    return Evidence(weights.unknown, f"subjekt for «{verb.text}»", where)


def asked_for(use: Use) -> list[Token]:
    """The object in front of «hvilken rolle skal Osloregionen ha?»."""
    first = min(verb.i for verb in (use.main, *use.auxiliaries))
    before = use.main.doc[max(0, first - 4) : first]
    if len(before) < 2 or before[-1].pos_ != "NOUN" or not any(token.lower_ in _WHICH for token in before):
        return []
    return [before[-1]]


def counted_as(following: Sequence[Token]) -> Sequence[Token]:
    """What follows «som» in «fungerer som et bindeledd»; nothing of a clause."""
    for position, token in enumerate(following[:3]):
        if token.lower_ == "som":
            rest = following[position + 1 :]
            return [] if any(other.pos_ in ("VERB", "AUX") for other in rest[:3]) else rest
    return []


def has_object(use: Use) -> bool:
    """Whether the verb acts on something."""
    return any(child.dep_ == "obj" and child.i > use.main.i for child in use.main.children)


def _first(following: Sequence[Token]) -> Token | None:
    for token in following:
        if token.lower_ == "å" or (token.pos_ not in _PASSED and token.lower_ not in ("seg", "ikke", "ikkje")):
            return token
    return None
