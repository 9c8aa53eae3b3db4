"""Where the name stands among the words of its clause -> the verb it belongs to, before any parse is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.chain import Role, Use, use_of
from ipr_lint.nlp.mentions.reading import (
    Reading,
    ends_clause,
    is_finite,
    is_infinitive,
    is_passive,
    is_verb,
    particle_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = ("nsubj", "nsubj:pass", "csubj")
_TIMES = re.compile(
    r"(?:dag|uke|veke|måned|månad|år|morgen|kveld|helg|natt|time|gang|gong|sommer|sommar|vår|høst|haust|vinter|jul|påske|tid"
    r"|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|formiddag)$"
)
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


def by_order(reading: Reading) -> Use | None:
    """The use that the words on both sides leave no doubt about, None if they do."""
    if (verb := reading.left(2)) is not None and particle_before(reading):
        return use_of(reading, verb, Role.OBJECT)
    left, right = beside(reading, -1), beside(reading, 1)
    inverted = left is not None and is_finite(left) and reading.root.head.i == left.i and reading.root.dep_ in _SUBJECT
    if right is not None and is_finite(right) and not is_infinitive(right) and not inverted:
        return use_of(reading, right, Role.SUBJECT)
    recipient = left is not None and left.pos_ == "VERB" and is_passive(left) and left.i > reading.sentence_start
    if recipient and left is not None and reading.doc[left.i - 1].pos_ in ("NOUN", "PROPN", "PRON"):
        return use_of(reading, left, Role.OBJECT)
    if left is not None and is_finite(left) and not is_infinitive(left):
        parsed = reading.root.dep_ not in _SUBJECT and _has_subject(left)
        if left.pos_ == "VERB" and (parsed or _has_noun_first(reading, left)):
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


def beside(reading: Reading, step: int) -> Token | None:
    """The nearest word on one side, adverbs such as «ikke» passed over."""
    for distance in (1, 2, 3):
        token = reading.right(distance) if step > 0 else reading.left(distance)
        if token is None or (token.pos_ not in ("ADV", "PART") and token.dep_ != "advmod"):
            return token
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECT and child.i < verb.i for child in verb.children)


def _has_noun_first(reading: Reading, verb: Token) -> bool:
    """«De beste hodene velger Osloregionen»: what stands first is the subject, if it is no time and no place."""
    first = reading.doc[reading.sentence_start : verb.i]
    if not len(first) or first[-1].pos_ != "NOUN" or _TIMES.search(first[-1].lemma_.lower()):
        return False
    return all(token.pos_ in ("DET", "ADJ", "NOUN", "NUM", "PUNCT") for token in first)
