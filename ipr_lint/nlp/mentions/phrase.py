"""The noun phrase a mention stands in -> evidence from what it owns and from the preposition before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions import governor, people
from ipr_lint.nlp.mentions.complement import predicate
from ipr_lint.nlp.mentions.coordination import start_of_series
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import (
    Reading,
    forms,
    is_finite,
    is_verb,
    noun_after,
    particle_before,
)
from ipr_lint.nlp.mentions.table import STRONG

if TYPE_CHECKING:
    from spacy.tokens import Token

_FROM = ("fra", "frå")
_PREPOSITIONS = frozenset({"i", "på", "til", "fra", "frå", "for", "av", "om", "med", "hos", "hjå", "ved", "mot", "enn"})


def possession(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """«Osloregionens styre» against «Osloregionens befolkning»."""
    head = noun_after(reading) or reading.right()
    if head is None:
        return
    for token in reading.after(head.i - reading.last):
        if "Sup" in token.morph.get("Degree", []):
            yield Evidence(-lexicon.weights.hint, f"«{token.text}» om noe i et område")
    value = lexicon.owned(head)
    if value:
        weight = lexicon.weights.strong if abs(value) >= STRONG else lexicon.weights.weak
        yield Evidence(weight if value > 0 else -weight, f"eier av «{head.text}»", (head.i,))
    following = reading.doc[head.i + 1 : min(head.i + 6, reading.sentence_end)]
    if len(following) and following[0].lower_ == "som":
        yield from predicate(list(following)[1:], head.text, lexicon)


def apposition(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """«organisasjonen Osloregionen» against «byområdet Osloregionen»."""
    noun, right = reading.left(), reading.right()
    if noun is None or noun.pos_ != "NOUN" or "Def" not in noun.morph.get("Definite", []):
        return
    if right is not None and is_finite(right):
        return  # «jobben Osloregionen gjør»
    kind = lexicon.predicate.exact(*forms(noun)) or lexicon.predicate.compound(*forms(noun))
    if value := kind or lexicon.noun(noun):
        sure = 1.4 if abs(kind) >= STRONG else 1.0
        yield Evidence(lexicon.weight(value) * sure, f"«{noun.text} …»", (noun.i,))


def preposition(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """«styreleder i Osloregionen» against «bor i Osloregionen»; nothing when no preposition governs the name."""
    index = _start_of_phrase(reading)
    lowest = max(reading.sentence_start, index - 7)
    fixed, phrase = _longest([token.lower_ for token in reading.doc[lowest : reading.first]], lexicon)
    other, other_phrase = _longest([token.lower_ for token in reading.doc[lowest:index]], lexicon)
    if other and abs(fixed) < STRONG and (not fixed or len(other_phrase) > len(phrase)):
        fixed, phrase = other, other_phrase
    token = _preposition_before(reading, index)
    near = reading.left(2)
    if token is not None and near is not None and (people.one_in_so_many(near) or people.counted(near, lexicon)):
        yield Evidence(-lexicon.weights.strong, f"så mange «{near.text} {token.text} …»")
        return
    if abs(fixed) >= STRONG:
        weight = lexicon.weights.strong if fixed > 0 else -lexicon.weights.strong
        yield Evidence(weight * 0.9, f"etter «{phrase}»")
        return
    if token is None:
        return
    if abs(fixed) < STRONG and fixed:
        size = lexicon.weights.weak if fixed > 0 else -lexicon.weights.place * (0.5 if phrase == "om" else 1.0)
        yield Evidence(size, f"etter «{phrase}»")
    if journey := _journey(reading, token, lexicon):
        yield Evidence(journey, "«fra … til …»")
        return
    yield from governor.evidence(reading, token, lexicon)


def capacity(reading: Reading, lexicon: Lexicon, *, governed: bool) -> Iterator[Evidence]:
    """«arbeider i Osloregionen som rådgiver», «Osloregionen som organisasjon»."""
    mark, noun = reading.right(1), reading.right(2)
    if mark is None or noun is None or mark.lower_ != "som":
        return
    if governed and noun.pos_ == "NOUN" and lexicon.noun(noun) >= STRONG:
        yield Evidence(lexicon.weights.clear, f"«… som {noun.text}»", (noun.i,))
    elif not governed and not any(is_verb(token) for token in reading.after(4)):
        yield from predicate(list(reading.after(5))[1:], mark.text, lexicon)


def _journey(reading: Reading, prep: Token, lexicon: Lexicon) -> float:
    """«fra Osloregionen til Hamburg», «fra Hamar til Osloregionen»: from place to place; «fra KS til Osloregionen»."""
    right, name = reading.right(1), reading.right(2)
    if prep.lower_ in _FROM:
        follows = right is not None and right.lower_ == "til" and name is not None and name.pos_ == "PROPN"
        return -lexicon.weights.clear if follows else 0.0
    if prep.lower_ != "til":
        return 0.0
    for start in range(prep.i - 2, max(reading.sentence_start, prep.i - 5) - 1, -1):
        if reading.doc[start].lower_ in _FROM:
            value = lexicon.name(reading.doc[start + 1 : prep.i].text)
            place = value < 0 or (not value and start == prep.i - 2 and reading.doc[start + 1].pos_ == "PROPN")
            return lexicon.weights.clear if value > 0 else -lexicon.weights.clear if place else 0.0
    return 0.0


def governed(reading: Reading) -> bool:
    """Whether a preposition stands before the name (or before the series it is part of)."""
    return _preposition_before(reading, _start_of_phrase(reading)) is not None


def _start_of_phrase(reading: Reading) -> int:
    index = start_of_series(reading)
    while index - 1 >= reading.sentence_start and reading.doc[index - 1].pos_ in ("DET", "ADJ", "NUM"):
        index -= 1
    return index


def _preposition_before(reading: Reading, index: int) -> Token | None:
    if index - 1 < reading.sentence_start or (index == reading.first and particle_before(reading)):
        return None
    token, right = reading.doc[index - 1], reading.right()
    subordinator = token.pos_ == "SCONJ" and right is not None and is_finite(right)
    return token if (token.pos_ == "ADP" or token.lower_ in _PREPOSITIONS) and not subordinator else None


def _longest(words: list[str], lexicon: Lexicon) -> tuple[int, str]:
    for size in range(min(6, len(words)), 0, -1):
        tail = words[-size:]
        if size == 1:
            return lexicon.prepositions.exact(tail[0]), tail[0]
        for rest, value in lexicon.prepositions.phrases.get(tail[0], ()):
            if tuple(tail[1:]) == rest:
                return value, " ".join(tail)
    return 0, ""
