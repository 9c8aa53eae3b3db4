"""Parsed Norwegian text -> its claims in figures: «prosjektet koster 45 millioner», «møtet starter kl. 9».

Only claims with a full subject are read, so that two with the same subject, verb and unit speak of the same fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipr_lint.nlp.claims import HAVE, MONEY, Claim, ClaimWords
from ipr_lint.nlp.dates import times
from ipr_lint.nlp.numbers import NumberMention, numbers
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find
from ipr_lint.nlp.tokens import token_before

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d)|\b[Ii] 1\d\d\d\b")
_RANGE = re.compile(r"\b(?:fra|frå|til|mellom|og|eller)\s\Z")
_SCALES = ("million", "milliard", "tusen", "hundre")
_SUBJECT = ("nsubj", "nsubj:pass")
_OTHERS = ("obl", "advmod", "advcl", "nmod")
_UNIT_PARTS = ("nummod", "nmod", "flat", "flat:name", "compound", "amod")


def find_all(doc: Doc, given: ClaimWords) -> Iterator[Claim]:
    """The claims of a block's text, in order."""
    for sentence in doc.sents:
        text = sentence.text
        if find(given.elsewhen, words(text)) is not None or _YEAR.search(text):
            continue
        yield from _figures(doc, sentence.start_char, text, given)
        yield from _beginnings(doc, sentence.start_char, text, given)


def _figures(doc: Doc, offset: int, text: str, given: ClaimWords) -> Iterator[Claim]:
    for number in numbers(text):
        start, end = offset + number.start, offset + number.end
        last, unit = _unit(doc, end)
        if last is None or unit is None or _RANGE.search(text[: number.start]):
            continue
        subject, verb, clause = _governed(unit, given)
        if subject is None or clause is None or not verb:
            continue
        name = MONEY if unit.lemma_.lower() in (MONEY, "kr") or verb == given.same[0][0] else unit.lemma_.lower()
        key = (_name(subject), verb, _tense(clause), name, *_limits(unit))
        rest = _rest(clause, unit)
        yield Claim(key, number.value, rest, _rough(text, number, given), start, max(end, last.idx + len(last.text)))


def _rough(text: str, number: NumberMention, given: ClaimWords) -> bool:
    return find(given.about, words(text[max(0, number.start - 25) : number.start])[-3:]) is not None


def _unit(doc: Doc, end: int) -> tuple[Token | None, Token | None]:
    """The last token of the amount and the noun counted: «45 millioner |kroner|»; the number itself where none is."""
    number = token_before(doc, end)
    if number is None:
        return None, None
    following = doc[number.i + 1] if number.i + 1 < len(doc) else None
    if following is not None and following.pos_ == "NOUN" and "Definite=Def" not in following.morph:
        return following, following
    scale = number.lower_.startswith(("million", "tusen"))
    return (number, number) if scale else (None, None)


def _governed(unit: Token, given: ClaimWords) -> tuple[Token | None, str, Token | None]:
    """The subject, the verb and the head of the clause that an amount goes with."""
    top = unit
    while top.dep_ in _UNIT_PARTS and top.head.pos_ in ("NOUN", "NUM") and abs(top.head.i - top.i) <= 2 and (
            not any(child.dep_ == "case" for child in top.children)):
        top = top.head
    if any(child.dep_ == "cop" for child in top.children):
        return _subject(top), "være", top
    what, verb = "", top.head
    if top.dep_ == "nmod" and verb.pos_ == "NOUN" and verb.dep_ == "obj":  # «har en ramme på 45 millioner»
        what, verb = verb.lemma_.lower(), verb.head
    elif top.dep_ not in ("obj", "obl", "xcomp"):
        return None, "", None
    name = verb.lemma_.lower()
    group = next((one[0] for one in given.same if name in one), name if name in given.verbs else "")
    if group == HAVE and not what:
        group = ""  # «staten har ti stemmer» is said of one state after another
    if not group or verb.pos_ not in ("VERB", "AUX") or _denied(verb):
        return None, "", None
    return _subject(verb), f"{group} {what}".strip(), verb


def _tense(clause: Token) -> str:
    finite = [one for one in (clause, *clause.children) if "VerbForm=Fin" in one.morph]
    return "past" if any("Tense=Past" in one.morph for one in finite) else "present"


def _rest(clause: Token, unit: Token) -> frozenset[str]:
    """The heads of the other phrases of the clause."""
    others = [one for one in clause.children if one.dep_ in _OTHERS and unit not in one.subtree]
    others += [one for one in unit.children if one.dep_ in ("obl", "nmod")]
    return frozenset(one.lemma_.lower() for one in others if one.pos_ != "NUM" and one.lemma_.lower() not in _SCALES)


def _denied(verb: Token) -> bool:
    return any(child.lower_ in ("ikke", "ikkje", "aldri") for child in verb.children)


def _subject(verb: Token) -> Token | None:
    """The subject, if it is a name or a noun in the definite: one thing."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECT), None)
    if subject is None or any(child.dep_ == "conj" or child.dep_.startswith("acl") for child in subject.children):
        return None
    definite = subject.pos_ == "NOUN" and "Definite=Def" in subject.morph and "Number=Plur" not in subject.morph
    return subject if definite or subject.pos_ == "PROPN" else None


def _name(subject: Token) -> str:
    """The subject with all that tells it from others of its kind: «den nye brua i Moss»."""
    kept = [one for one in subject.subtree if one.dep_ not in ("case", "det", "punct")]
    return " ".join(one.lower_ for one in kept)


def _limits(unit: Token) -> tuple[str, ...]:
    """What narrows the thing counted: «200 unge deltakere», «30 skoler i byen»."""
    kept = [child for child in unit.children if child.dep_ in ("amod", "acl", "acl:relcl")
            or (child.dep_ in ("conj", "nmod") and child.pos_ == "NOUN" and unit.lemma_ != MONEY)]
    return tuple(sorted(child.lemma_.lower() for child in kept))


def _beginnings(doc: Doc, offset: int, text: str, given: ClaimWords) -> Iterator[Claim]:
    for clock in times(text):
        start, end = offset + clock.start, offset + clock.end
        for token in doc:
            near = offset <= token.idx < start and start - token.idx < 60
            subject = _subject(token) if near and token.lemma_.lower() in given.starts else None
            if subject is not None:
                value = float(clock.hour * 60 + (clock.minute or 0))
                key = (_name(subject), "starte", _tense(token), "kl")
                yield Claim(key, value, _rest(token, subject) - {"kl.", "klokke", "kl"}, False, start, end)
                break
