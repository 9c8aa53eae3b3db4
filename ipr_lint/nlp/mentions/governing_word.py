"""One word that may govern the preposition before the name -> whose sort it is: «rådgiver i», «pendle i»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions import people
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import (
    PARTICLES,
    forms,
    is_participle,
    is_passive,
    is_verb,
    verb_forms,
)
from ipr_lint.nlp.mentions.table import STRONG, WEAK

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPARED = ("som", "enn")
_AUXILIARIES = frozenset(
    {"ha", "være", "vere", "bli", "verte", "få", "kunne", "skulle", "ville", "vilje", "måtte", "burde"}
)
IN = ("i", "innen", "innad")
_PLACE_PREPOSITIONS = ("i", "til", "fra", "frå", "mot", "gjennom", "via", "over", "mellom", "innen")
_PARTIES = ("med", "av", "for", "overfor", "hos", "hjå")


def governing_value(token: Token, prep: Token, lexicon: Lexicon) -> int:
    """What one word before the preposition speaks for: +2 to -2; 0 if it says nothing."""
    if is_verb(token) or is_participle(token):
        value = _verb_value(token, prep, lexicon)
        if not value and token.i == prep.i - 1 and token.i and _is_noun_after(token.doc[token.i - 1]):
            return lexicon.nouns.compound(token.lower_)
        return value
    if prep.lower_ in _COMPARED:
        return 0
    if prep.lower_ in IN and people.of_many(token, lexicon):
        return -WEAK
    if token.pos_ == "ADJ" and prep.lower_ not in IN and (value := lexicon.predicate.exact(*forms(token))) > 0:
        return value
    if prep.lower_ == "for" and token.pos_ == "NOUN" and lexicon.noun_prefixes.prefix(*forms(token)) < 0:
        return -1  # «transportstrategi for Osloregionen» is about the area, whoever made it
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        value = lexicon.noun(token) or min(lexicon.name(token.text), 0)
        anywhere = value == WEAK or (value > 0 and lexicon.events.exact(*forms(token)))
        return 0 if prep.lower_ in IN and anywhere else value
    return 0


def predicate_value(verb: Token, prep: Token, lexicon: Lexicon) -> int:
    """What the verb says of the whole «ordførerne i Osloregionen» it is said of: only what is unmistakable."""
    following = [forms(other) for other in verb.doc[verb.i + 1 : verb.i + 6]]
    value = lexicon.location_verbs.phrase(verb_forms(verb), following)
    if not value and verb.doc[prep.i - 1].pos_ == "PRON":
        value = lexicon.location_verbs.exact(*verb_forms(verb))  # «ingen i … kommenterer»
    return max(value, 0) if prep.lower_ in IN else 0


def _verb_value(token: Token, prep: Token, lexicon: Lexicon) -> int:
    if prep.lower_ == "om":
        return 0
    words = verb_forms(token)
    if prep.lower_ == "av" and (is_passive(token) or is_participle(token)):
        if lexicon.subject.exact(*words) >= 1:
            return STRONG
        return -WEAK if lexicon.stative.exact(*words) else WEAK
    between = (other for other in token.doc[token.i + 1 : prep.i] if other.pos_ == "VERB")
    if token.lemma_.lower() not in _AUXILIARIES and any(True for _ in between):
        return 0  # another verb stands nearer
    following = [forms(other) for other in token.doc[token.i + 1 : token.i + 6]]
    table = lexicon.location_verbs if prep.lower_ in IN else lexicon.governing_verbs
    if value := table.phrase(words, following):
        return value
    value = table.exact(*words) if prep.lower_ != "mellom" else min(table.exact(*words), 0)
    if prep.lower_ in IN and value == -WEAK and people.is_one_person(token):
        return WEAK  # «hun har jobbet i Osloregionen»: of one person it is the employer
    if prep.lower_ in IN and value > 0 and _acts_on_something(token, prep):
        return 0
    if prep.lower_ in _PLACE_PREPOSITIONS or token.doc[prep.i - 1].lower_ in PARTICLES:
        return value
    if prep.lower_ not in _PARTIES:
        return 0
    if prep.lower_ in ("av", "for"):
        return max(value, 0)
    return max(value, 0) or (STRONG if lexicon.subject.exact(*words) >= STRONG else 0)


def _acts_on_something(verb: Token, prep: Token) -> bool:
    """«velge en praksis i Osloregionen», «delta i løpet i …»: the thing is there, wherever it is chosen."""
    before = verb.doc[prep.i - 1]
    if before.i <= verb.i or before.pos_ != "NOUN":
        return False
    indefinite = before.dep_ == "obj" and before.head.i == verb.i and "Ind" in before.morph.get("Definite", [])
    return indefinite or any(token.pos_ == "ADP" for token in verb.doc[verb.i + 1 : before.i])


def _is_noun_after(before: Token) -> bool:
    """Whether what follows this word can only be a noun, whatever its tag: «som trainee i», «overtar roret i»."""
    return before.lower_ in ("som", "en", "ein", "et", "eit") or (
        before.pos_ != "PART" and is_verb(before) and before.lemma_.lower() not in _AUXILIARIES
    )
