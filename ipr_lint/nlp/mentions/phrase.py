"""The noun phrase a mention stands in -> evidence from what it owns, what governs it and the preposition between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions import clause
from ipr_lint.nlp.mentions.coordination import start_of_series
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import STRONG, WEAK, Lexicon
from ipr_lint.nlp.mentions.reading import (
    Reading,
    forms,
    is_finite,
    is_participle,
    is_passive,
    is_verb,
    noun_after,
    verb_forms,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACE_PREPOSITIONS = ("i", "til", "fra", "frå", "mot", "gjennom", "via", "over", "mellom", "innen")
_PREPOSITIONS = frozenset({"i", "på", "til", "fra", "frå", "for", "av", "om", "med", "hos", "hjå", "ved", "mot", "enn"})
_PARTIES = ("med", "av", "for", "overfor", "hos", "hjå")
_IN = ("i", "innen", "innad")


def possession(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """«Osloregionens styre» against «Osloregionens befolkning»."""
    head = noun_after(reading)
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
        yield from clause.predicate(list(following)[1:], head.text, lexicon)


def preposition(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """«styreleder i Osloregionen» against «bor i Osloregionen»; nothing when no preposition governs the name."""
    index = _start_of_phrase(reading)
    lowest = max(reading.sentence_start, index - 7)
    fixed, phrase = _longest([token.lower_ for token in reading.doc[lowest : reading.first]], lexicon)
    other, other_phrase = _longest([token.lower_ for token in reading.doc[lowest:index]], lexicon)
    if other and (not fixed or len(other_phrase) > len(phrase)):
        fixed, phrase = other, other_phrase
    if abs(fixed) >= STRONG:
        weight = lexicon.weights.strong if fixed > 0 else -lexicon.weights.strong
        yield Evidence(weight * 0.9, f"etter «{phrase}»")
        return
    token = _preposition_before(reading, index)
    if token is None:
        return
    if abs(fixed) < STRONG and fixed:
        size = lexicon.weights.weak if fixed > 0 else -lexicon.weights.place * (0.5 if phrase == "om" else 1.0)
        yield Evidence(size, f"etter «{phrase}»")
    if _journey(reading, token, lexicon):
        yield Evidence(-lexicon.weights.clear, f"«{token.text} … til …»")
        return
    yield from _governor(reading, token, lexicon)
    yield from _capacity(reading, lexicon)


def _capacity(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """«arbeider i Osloregionen som rådgiver»."""
    mark, noun = reading.right(1), reading.right(2)
    if mark is None or noun is None or mark.lower_ != "som" or noun.pos_ != "NOUN":
        return
    if lexicon.noun(noun) >= STRONG:
        yield Evidence(lexicon.weights.clear, f"«… som {noun.text}»", (noun.i,))


def _journey(reading: Reading, prep: Token, lexicon: Lexicon) -> bool:
    """«fra Osloregionen til Hamburg», «fra Hamar til Osloregionen»: from one place to another."""
    right, name = reading.right(1), reading.right(2)
    if prep.lower_ in ("fra", "frå"):
        return right is not None and right.lower_ == "til" and name is not None and name.pos_ == "PROPN"
    start = prep.i - 2
    if prep.lower_ != "til" or start < reading.sentence_start or reading.doc[start].lower_ not in ("fra", "frå"):
        return False
    return reading.doc[start + 1].pos_ == "PROPN" and lexicon.name(reading.doc[start + 1].text) <= 0


def governed(reading: Reading) -> bool:
    """Whether a preposition stands before the name (or before the series it is part of)."""
    return _preposition_before(reading, _start_of_phrase(reading)) is not None


def _start_of_phrase(reading: Reading) -> int:
    index = start_of_series(reading)
    while index - 1 >= reading.sentence_start and reading.doc[index - 1].pos_ in ("DET", "ADJ", "NUM"):
        index -= 1
    return index


def _preposition_before(reading: Reading, index: int) -> Token | None:
    if index - 1 < reading.sentence_start:
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


def _governor(reading: Reading, prep: Token, lexicon: Lexicon) -> Iterator[Evidence]:
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
    candidates = [_head_of_chain(reading, prep, lexicon), near, *_heads(reading), *_earlier(reading, prep)]
    seen: set[int] = set()
    scale = 1.0
    for token in candidates:
        if token is None or token.i in seen or scale < 0.4:
            continue
        seen.add(token.i)
        value = _governing_value(token, prep, lexicon)
        if value:
            size = lexicon.weights.strong if abs(value) >= STRONG else lexicon.weights.weak
            size *= scale * (0.7 if is_verb(token) else 1.0)
            yield Evidence(size if value > 0 else -size, f"«{token.text} {prep.text} …»", (token.i,))
            scale *= 0.4


def _head_of_chain(reading: Reading, prep: Token, lexicon: Lexicon) -> Token | None:
    """The body or role in «Fagrådet for transport i Osloregionen»: a noun for the organisation, then «for» or the like."""
    for index in range(prep.i - 1, max(reading.sentence_start, prep.i - 8) - 1, -1):
        token = reading.doc[index]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "CCONJ", "ADP", "DET", "NUM") or token.text == ",":
            return None
        if token.lower_ in ("for", "innen", "innenfor", "innanfor") and index > reading.sentence_start:
            head = reading.doc[index - 1]
            return head if head.pos_ == "NOUN" and lexicon.noun(head) >= STRONG else None
    return None


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
    adjacent = reading.doc[prep.i - 1].pos_ == "NOUN"
    for index in range(prep.i - 1, max(reading.sentence_start, prep.i - 8) - 1, -1):
        token = reading.doc[index]
        if token.text in (":", "–", ";") or (token.text == "," and verbs):
            break
        if is_verb(token):
            verbs.append(token)
        elif token.pos_ == "NOUN" and index >= prep.i - 4 and not adjacent:
            yield token
    yield from verbs[:2]
    if prep.i <= reading.sentence_start + 1:
        yield from (token for token in reading.after(5) if is_verb(token))


def _governing_value(token: Token, prep: Token, lexicon: Lexicon) -> int:
    if is_verb(token) or is_participle(token):
        return _verb_value(token, prep, lexicon)
    if token.pos_ == "ADJ" and (value := lexicon.predicate.exact(*forms(token))) > 0:
        return value
    if prep.lower_ == "for" and token.pos_ == "NOUN" and lexicon.noun_prefixes.prefix(*forms(token)) < 0:
        return -1  # «transportstrategi for Osloregionen» is about the area, whoever made it
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        value = lexicon.noun(token) or min(lexicon.name(token.text), 0)
        anywhere = value == WEAK or (value > 0 and lexicon.events.exact(*forms(token)))
        return 0 if prep.lower_ in _IN and anywhere else value
    return 0


def _verb_value(token: Token, prep: Token, lexicon: Lexicon) -> int:
    if prep.lower_ == "om":
        return 0
    words = verb_forms(token)
    if prep.lower_ == "av" and (is_passive(token) or is_participle(token)):
        by_agent = lexicon.subject.exact(*words)
        if by_agent >= 1:
            return STRONG
        return -1 if lexicon.passive.exact(*words) < 0 else 1
    following = [forms(other) for other in token.doc[token.i + 1 : token.i + 6]]
    table = lexicon.location_verbs if prep.lower_ in _IN else lexicon.governing_verbs
    if value := table.phrase(words, following):
        return value
    value = table.exact(*words)
    if prep.lower_ in _PLACE_PREPOSITIONS:
        return value
    if prep.lower_ not in _PARTIES:
        return 0
    return max(value, 0) or (STRONG if lexicon.subject.exact(*words) >= STRONG else 0)
