"""A preposition before the name -> evidence from the noun or verb that governs it («styreleder i», «bor i»)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions import offices, people
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.governing_word import IN, governing_value, predicate_value
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import (
    PARTICLES,
    Reading,
    is_finite,
    is_participle,
    is_verb,
)
from ipr_lint.nlp.mentions.table import STRONG, WEAK

if TYPE_CHECKING:
    from spacy.tokens import Token

_FURTHER = 0.4  # what the next word that may govern counts, after one that speaks clearly


def evidence(reading: Reading, prep: Token, lexicon: Lexicon) -> Iterator[Evidence]:
    """What the words that may govern say, the nearest and the parse’s head first, each further one for less."""
    doc, start = reading.doc, reading.sentence_start
    near = doc[prep.i - 1] if prep.i - 1 >= start else None
    adjacent = near
    while near is not None and near.pos_ in ("ADP", "ADV") and near.i - 1 >= start:
        near = doc[near.i - 1]
    if adjacent is not None and adjacent.lower_ in ("vi", "oss", "me", "dere", "dykk"):
        theirs = adjacent.lower_ in ("dere", "dykk")
        weight = lexicon.weights.clear if theirs else lexicon.weights.weak
        yield Evidence(weight, f"«{adjacent.text} {prep.text} …»")
    if prep.lower_ == "for" and adjacent is not None and adjacent.pos_ in ("ADJ", "ADV"):
        return
    if adjacent is not None and prep.lower_ in IN and "Sup" in adjacent.morph.get("Degree", []):
        yield Evidence(-lexicon.weights.clear, f"«{adjacent.text} {prep.text} …»", (adjacent.i,))
    if adjacent is not None and prep.lower_ == "ved" and adjacent.text in (",", "–", "(", "|"):
        yield Evidence(lexicon.weights.clear, f"«{adjacent.text} ved …»")
        return
    if (person := people.person(reading, prep, lexicon)) is not None:
        yield person
    if adjacent is not None and adjacent.lower_ in PARTICLES:
        near = None  # «flytter kontoret ut av …»: only the verb says which way, and of what
    candidates = [offices.head_of_topic(reading, prep, lexicon), near, *_heads(reading), *_earlier(reading, prep)]
    governors = {token.i: token for token in candidates if token is not None}
    if (office := offices.in_charge(reading, prep, lexicon)) is not None:
        yield office
        governors = {at: token for at, token in governors.items() if at not in office.tokens}
    yield from _weighed(governors.values(), reading, prep, lexicon, scale=1.0 if office is None else _FURTHER)


def _weighed(
    governors: Iterable[Token], reading: Reading, prep: Token, lexicon: Lexicon, scale: float
) -> Iterator[Evidence]:
    said = _is_subject(reading, prep)  # then a verb behind the name governs nothing
    values = [
        (token, (predicate_value if said and token.i >= reading.last else governing_value)(token, prep, lexicon))
        for token in governors
    ]
    acts = any(value >= STRONG and is_verb(token) for token, value in values)
    for token, value in values:
        if acts and value == -WEAK:
            continue  # «representerer kommunen i …»: the verb says more than its object
        if value and scale >= 0.4:
            size = lexicon.weights.strong if abs(value) >= STRONG else lexicon.weights.weak
            size *= scale * (0.7 if is_verb(token) else 1.0)
            why = f"«{token.text} {prep.text} …»" if token.i < prep.i else f"«{prep.text} … {token.text}»"
            yield Evidence(size if value > 0 else -size, why, (token.i,))
            scale *= _FURTHER if abs(value) >= STRONG else 0.8


def _is_subject(reading: Reading, prep: Token) -> bool:
    """Whether all before the verb is one phrase: in «Juryen i Osloregionen falt for …» the verb does not govern «i»."""
    right = reading.right()
    verb_next = right is not None and is_finite(right) and prep.i > reading.sentence_start
    return verb_next and reading.doc[prep.i - 1].pos_ in ("NOUN", "PROPN", "PRON")


def _heads(reading: Reading) -> Iterator[Token]:
    root = reading.root
    for _ in range(4):
        if root.dep_ != "conj":
            break
        root = root.head
    if root.dep_ in ("nmod", "obl", "acl", "advmod", "conj", "advcl"):
        yield root.head


def _earlier(reading: Reading, prep: Token) -> Iterator[Token]:
    """Nouns and then the verb before the preposition; after it, when the phrase comes first in its sentence."""
    verbs: list[Token] = []
    beside = reading.doc[prep.i - 1]
    adjacent = beside.pos_ == "NOUN" or is_finite(beside) or beside.lower_ in PARTICLES
    for index in range(prep.i - 1, max(reading.sentence_start, prep.i - 8) - 1, -1):
        token = reading.doc[index]
        if token.text in (":", "–", ";") or (token.text == "," and verbs):
            break
        taken = prep.lower_ not in IN and any(not is_participle(verb) for verb in verbs)  # «kommunen bryr seg om …»
        if is_verb(token):
            verbs.append(token)
        elif token.pos_ == "NOUN" and index >= prep.i - 4 and not adjacent and not taken:
            yield token
    yield from verbs[:2]
    if prep.i <= reading.sentence_start + 1:
        yield from (token for token in reading.after(5) if is_verb(token))
