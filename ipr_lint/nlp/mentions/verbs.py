"""A mention’s reading -> the verbs it belongs to as subject or object, found by word order and by parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.chain import Role, Use, use_of
from ipr_lint.nlp.mentions.reading import (
    Reading,
    is_copula,
    is_finite,
    is_verb,
)
from ipr_lint.nlp.mentions.word_order import beside, by_order

if TYPE_CHECKING:
    pass

_SUBJECT = ("nsubj", "nsubj:pass", "csubj")
_OBJECT = ("obj", "iobj")


def uses(reading: Reading) -> Iterator[Use]:
    """The most certain use first: by word order where it is unmistakable, then by the parse."""
    found = by_order(reading)
    if found is not None:
        yield found
        if not is_copula(found.main):
            return
    parsed = _by_parse(reading)
    if parsed is not None and (found is None or (parsed.main.i != found.main.i and is_verb(parsed.main))):
        yield parsed


def raised(reading: Reading) -> Use | None:
    """The infinitive in «få Osloregionen til å henge sammen»."""
    first, mark, verb = reading.right(1), reading.right(2), reading.right(3)
    if first is None or mark is None or verb is None or (first.lower_, mark.lower_) != ("til", "å"):
        return None
    return use_of(reading, verb, Role.SUBJECT) if is_verb(verb) else None


def of_we(reading: Reading) -> Use | None:
    """The verb of «vi i Osloregionen …»."""
    pronoun = reading.left(2)
    if pronoun is None or pronoun.lower_ not in ("vi", "me", "oss"):
        return None
    for token in (beside(reading, 1), reading.left(3)):
        if token is not None and is_finite(token):
            return use_of(reading, token, Role.SUBJECT)
    return None


def relative(reading: Reading) -> Use | None:
    """The verb of a relative clause on the name: «Osloregionen, som huser …»."""
    right = reading.right()
    if right is None or (right.text != "," and reading.doc[reading.first - 1].pos_ == "ADP"):
        return None
    index = reading.last + (right.text == ",")
    if index >= reading.sentence_end or reading.doc[index].lower_ != "som":
        return None
    for position in range(index + 1, min(reading.sentence_end, index + 5)):
        token = reading.doc[position]
        if is_verb(token):
            return use_of(reading, token, Role.SUBJECT)
        if token.pos_ in ("NOUN", "PROPN", "PRON") or token.text in (",", "."):
            return None
    return None


def _by_parse(reading: Reading) -> Use | None:
    root = reading.root
    for _ in range(4):
        if root.dep_ != "conj":
            break
        root = root.head
    head = root.head
    if root.dep_ in _OBJECT:
        return use_of(reading, head, Role.OBJECT)
    if root.dep_ not in _SUBJECT:
        return None
    copula = next((child for child in head.children if child.dep_ == "cop"), None)
    if copula is not None:
        return use_of(reading, copula, Role.SUBJECT, alone=True)
    return use_of(reading, head, Role.SUBJECT, alone=True)
