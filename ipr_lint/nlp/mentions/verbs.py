"""A mention’s reading -> the verbs it belongs to as subject or object, found by word order and by parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.chain import Role, Use, use_of
from ipr_lint.nlp.mentions.reading import (
    Reading,
    ends_clause,
    is_copula,
    is_finite,
    is_infinitive,
    is_passive,
    is_verb,
    particle_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = ("nsubj", "nsubj:pass", "csubj")
_OBJECT = ("obj", "iobj")
_SUBORDINATORS = frozenset(
    {
        "at",
        "om",
        "når",
        "da",
        "fordi",
        "hvis",
        "dersom",
        "hvordan",
        "korleis",
        "hvorfor",
        "kvifor",
        "hva",
        "kva",
        "mens",
    }
    | {"medan", "siden", "sidan", "ettersom", "så", "der", "slik", "før", "etter", "enn", "hvor", "kor", "til", "selv"}
)


def uses(reading: Reading) -> Iterator[Use]:
    """The most certain use first: by word order where it is unmistakable, then by the parse."""
    found = _by_order(reading)
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
    for token in (_beside(reading, 1), reading.left(3)):
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


def _by_order(reading: Reading) -> Use | None:
    if (verb := reading.left(2)) is not None and particle_before(reading):
        return use_of(reading, verb, Role.OBJECT)
    left, right = _beside(reading, -1), _beside(reading, 1)
    inverted = left is not None and is_finite(left) and reading.root.head.i == left.i and reading.root.dep_ in _SUBJECT
    if right is not None and is_finite(right) and not is_infinitive(right) and not inverted:
        return use_of(reading, right, Role.SUBJECT)
    recipient = left is not None and left.pos_ == "VERB" and is_passive(left) and left.i > reading.sentence_start
    if recipient and left is not None and reading.doc[left.i - 1].pos_ in ("NOUN", "PROPN", "PRON"):
        return use_of(reading, left, Role.OBJECT)
    if left is not None and is_finite(left) and not is_infinitive(left):
        if reading.root.dep_ not in _SUBJECT and left.pos_ == "VERB" and _has_subject(left):
            return use_of(reading, left, Role.OBJECT)
        return use_of(reading, left, Role.SUBJECT)
    if left is not None and (is_verb(left) or (left.i == reading.sentence_start and left.pos_ != "ADP")):
        return use_of(reading, left, Role.OBJECT)
    if left is not None and left.lower_ in _SUBORDINATORS and left.pos_ != "ADP":
        for token in reading.after(6):
            if is_finite(token):
                return use_of(reading, token, Role.SUBJECT)
            if ends_clause(token):
                break
    return None


def _beside(reading: Reading, step: int) -> Token | None:
    """The nearest word on one side, adverbs such as «ikke» passed over."""
    for distance in (1, 2, 3):
        token = reading.right(distance) if step > 0 else reading.left(distance)
        if token is None or (token.pos_ not in ("ADV", "PART") and token.dep_ != "advmod"):
            return token
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECT and child.i < verb.i for child in verb.children)


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
