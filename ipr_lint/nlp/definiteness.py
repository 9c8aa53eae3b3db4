"""Parsed Norwegian text -> noun phrases whose words disagree in definiteness: «det store hus», «denne viktig saken»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipr_lint.nlp.definite_forms import definite_noun, is_definite_noun, weak_adjective
from ipr_lint.nlp.definiteness_words import DefinitenessWords, Lists, lists

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEFINITE = {"den": "den", "denne": "den", "det": "det", "dette": "det", "de": "de", "dei": "de", "disse": "de",
             "desse": "de"}
_INDEFINITE = frozenset({"en", "ei", "et", "ein", "eit"})


@dataclass(frozen=True, slots=True)
class Lapse:
    """`start`/`end`: the phrase in the text; `word`: the one to change, to `right`; `kind`: what is wrong with it."""

    kind: str
    start: int
    end: int
    word: Token
    right: str


def find(doc: Doc, language: str, words: DefinitenessWords) -> Iterator[Lapse]:
    """The lapses of a Doc, in order. Kinds: `substantiv`, `adjektiv`, `artikkel`, `eier`."""
    known = lists(words)
    for first in doc:
        if first.i + 1 >= len(doc) or not _may_open(first):
            continue
        adjectives, noun = _phrase(doc, first)
        if noun is None or not (first.head == noun and noun.text.islower()):
            continue
        lapse = _after_article(first, adjectives, noun) or _after_owner(first, adjectives, noun)
        if lapse is None and adjectives and first.lower_ in _DEFINITE:
            lapse = _strong(first, adjectives, noun) or _indefinite(first, adjectives, noun, language, known)
        if lapse is not None:
            yield lapse


def _may_open(first: Token) -> bool:
    """A determiner or owner, in lower case unless it begins its sentence (else it is part of a name)."""
    word = first.lower_ in _DEFINITE or first.lower_ in _INDEFINITE
    owner = "Poss=Yes" in first.morph or ("Case=Gen" in first.morph and first.pos_ == "NOUN")
    return (word or owner) and (first.text.islower() or (bool(first.is_sent_start) and first.text[1:].islower()))


def _phrase(doc: Doc, first: Token) -> tuple[list[Token], Token | None]:
    """The adjectives right after a determiner and the noun after them, if nothing else comes between."""
    adjectives: list[Token] = []
    for token in doc[first.i + 1 :]:
        if token.pos_ == "NOUN":
            return adjectives, token
        if token.pos_ != "ADJ" or not token.text.islower():
            break
        adjectives.append(token)
    return adjectives, None


def _is(noun: Token, definite: str) -> bool:
    return f"Definite={definite}" in noun.morph and "Case=Gen" not in noun.morph


def _lapse(kind: str, first: Token, noun: Token, word: Token, right: str) -> Lapse:
    return Lapse(kind, first.idx, noun.idx + len(noun.text), word, right)


def _after_article(first: Token, adjectives: list[Token], noun: Token) -> Lapse | None:
    """«et nytt møtet»: an indefinite article with a definite noun."""
    if first.lower_ not in _INDEFINITE or first.pos_ != "DET" or not _is(noun, "Def"):
        return None
    if not is_definite_noun(noun.lower_) or noun.lemma_.lower() == noun.lower_:
        return None
    return _lapse("artikkel", first, noun, noun, "")


def _after_owner(first: Token, adjectives: list[Token], noun: Token) -> Lapse | None:
    """«vår nye planen», «kommunens nye planen»: an owner before a definite noun."""
    owned = "Poss=Yes" in first.morph or ("Case=Gen" in first.morph and "Definite=Def" in first.morph and adjectives)
    if not owned or not _is(noun, "Def") or not is_definite_noun(noun.lower_) or noun.lemma_.lower() == noun.lower_:
        return None
    before = first.nbor(-1) if first.i else None
    if before is not None and before.pos_ in ("NOUN", "PROPN"):  # «boka mi …»: the owner belongs to what comes before
        return None
    return _lapse("eier", first, noun, noun, "")


def _strong(first: Token, adjectives: list[Token], noun: Token) -> Lapse | None:
    """«denne viktig saken»: the adjective lacks its ending."""
    last = adjectives[-1]
    if not _is(noun, "Def") or "Degree=Pos" not in last.morph or "VerbForm=Part" in last.morph:
        return None
    if _may_be_subject(first):  # «var det særlig skolene som …»
        return None
    right = weak_adjective(last.text)
    return _lapse("adjektiv", first, noun, last, right) if right else None


def _indefinite(first: Token, adjectives: list[Token], noun: Token, language: str, known: Lists) -> Lapse | None:
    """«det store hus»: the noun lacks its ending, where no formal style or relative clause allows it."""
    last = adjectives[-1].lower_
    if not _is(noun, "Ind") or any("Degree=Sup" in one.morph or one.lower_ in known.free for one in adjectives):
        return None
    formal = last not in known.everyday and last.endswith(known.adjectives[language])
    if formal or not last.endswith(("e", "a")):
        return None
    if noun.lemma_.lower().endswith(known.nouns[language]) or noun.lower_.endswith(known.nouns[language]):
        return None
    if _goes_on(noun, known) or _may_be_subject(first):
        return None
    right = definite_noun(noun.text, _DEFINITE[first.lower_], language)
    return _lapse("substantiv", first, noun, noun, right) if right else None


def _goes_on(noun: Token, known: Lists) -> bool:
    """Whether a relative clause, a name or another noun follows, or a hyphen («avis- og nettflora»)."""
    if any(child.dep_.startswith("acl") for child in noun.children):
        return True
    if noun.i + 1 >= len(noun.doc):
        return False
    following = noun.nbor(1)
    return following.lower_ in known.relative or following.pos_ in ("PROPN", "NOUN", "PRON") or following.text == "-"


def _may_be_subject(first: Token) -> bool:
    """Whether «det» or «de» may be a pronoun after its verb: «Er det nye hus her?», «No byggjer dei nye hus»."""
    if not first.i or first.lower_ not in ("det", "de", "dei", "dette"):
        return False
    verb = first.nbor(-1)
    if verb.pos_ == "ADV" and verb.i:
        verb = verb.nbor(-1)
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    clause = verb.head if verb.pos_ == "AUX" else verb
    return not any(child.dep_.startswith(("nsubj", "expl")) and child.i < verb.i for child in clause.children)
