"""The series a mention stands in («KS, NHO og Osloregionen») -> where it begins, and what its other members are."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading

_JOINS = frozenset({"og", "eller", "samt", ",", "både", "&", "/", "såvel"})
_LONGEST = 14  # tokens to either side that a series may take


def start_of_series(reading: Reading) -> int:
    """The index of the first token of the series of names that ends with the mention (the mention's own if none)."""
    index, joined = reading.first, False
    lowest = max(reading.sentence_start, reading.first - _LONGEST)
    while index - 1 >= lowest:
        token = reading.doc[index - 1]
        if token.lower_ in _JOINS:
            joined = True
        elif not (joined and _part_of_name(reading, index - 1)):
            break
        index -= 1
    while index < reading.first and reading.doc[index].lower_ in _JOINS and reading.doc[index].lower_ != "både":
        index += 1
    return index


def evidence(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """One piece of evidence for each sort of known neighbour in the series."""
    begin, end = start_of_series(reading), _end_of_series(reading)
    told: set[int] = set()
    for name in (*_names(reading, begin, reading.first), *_names(reading, reading.last, end)):
        value = lexicon.name(name)
        if value and value not in told:
            told.add(value)
            weight = lexicon.weights.clear * 0.8 if value > 0 else -lexicon.weights.clear * 0.7
            yield Evidence(weight, f"i rekke med «{name}»")


def figures(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """«Osloregionen 61 200 kr, Bergen 52 900 kr»: one of several places with a figure each."""
    right = reading.right()
    if right is None or not right.like_num:
        return
    for token in reading.doc[reading.last : min(reading.sentence_end, reading.last + _LONGEST)]:
        beside = token.doc[token.i + 1 : token.i + 2]
        if lexicon.name(token.text) < 0 and any(one.like_num for one in beside):
            yield Evidence(-lexicon.weights.strong, f"i tallrekke med «{token.text}»")
            return


def _end_of_series(reading: Reading) -> int:
    index, joined = reading.last, False
    while index < min(reading.sentence_end, reading.last + _LONGEST):
        token = reading.doc[index]
        if token.lower_ in _JOINS:
            joined = True
        elif not (joined and _part_of_name(reading, index)):
            break
        index += 1
    return index


def _part_of_name(reading: Reading, index: int) -> bool:
    token = reading.doc[index]
    if token.pos_ in ("NOUN", "PROPN") and _next_to_join(reading, index):
        return True
    if token.text[:1].isupper() and token.pos_ not in ("VERB", "AUX", "ADP", "PRON", "SCONJ"):
        return True
    before = reading.doc[index - 1] if index > reading.sentence_start else None
    return before is not None and before.text[:1].isupper() and token.pos_ in ("NOUN", "PROPN")


def _next_to_join(reading: Reading, index: int) -> bool:
    beside = index + 1 if index < reading.first else index - 1
    return reading.doc[beside].lower_ in _JOINS


def _names(reading: Reading, begin: int, end: int) -> Iterator[str]:
    part: list[str] = []
    for index in range(begin, end):
        token = reading.doc[index]
        if token.lower_ in _JOINS:
            if part:
                yield " ".join(part)
            part = []
        else:
            part.append(token.text)
    if part:
        yield " ".join(part)
