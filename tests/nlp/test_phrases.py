"""Phrases find their place in text whatever the case, spacing and line breaks, and stop at commas."""

from __future__ import annotations

import pytest

from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find, find_all


@pytest.mark.parametrize(
    "pattern, text, found",
    [
        ("mest folkerik*", "Norges MEST  folkerike område", "MEST  folkerike"),
        ("inkludert … oslo", "65 kommuner, inkludert hovedstaden Oslo", "inkludert hovedstaden Oslo"),
        ("inkludert … oslo", "inkludert Oslo", "inkludert Oslo"),
        ("*departementet", "Til Samferdselsdepartementet her", "Samferdselsdepartementet"),
        ("kommuner", "65 kom- muner", "kom- muner"),
        ("a b|norges mest", "i Norges mest", "Norges mest"),
        ("mest folkerike + norge", "I Norge er dette mest folkerike", "Norge er dette mest folkerike"),
        ("oslo (kommune/by) er/var med", "Oslo er med", "Oslo er med"),
        ("oslo (kommune/by) er/var med", "Oslo by var med", "Oslo by var med"),
        ("(the) (city of/capital) oslo", "all of the City of Oslo", "the City of Oslo"),
        ("så mange .", "Ingen steder bor så mange, sier hun", "så mange"),
        ("så mange .", "Ingen steder bor så mange.", "så mange"),
    ],
)
def test_found(pattern: str, text: str, found: str) -> None:
    place = find(pattern, words(text))
    assert place is not None
    assert text[place.start : place.end] == found


@pytest.mark.parametrize(
    "pattern, text",
    [
        ("osloregionen ks", "Både Osloregionen, KS og Ruter"),
        ("inkludert … oslo", "inkludert en to tre fire Oslo"),
        ("mest folkerike + norge", "mest folkerike"),
        ("oslo", "Osloregionen"),
        ("oslo (kommune) er/var med", "Oslo by var med"),
        ("så mange .", "Ingen steder bor så mange studenter"),
        ("sør", "nord- og sørover"),
    ],
)
def test_not_found(pattern: str, text: str) -> None:
    assert find(pattern, words(text)) is None


def test_offsets_can_be_moved() -> None:
    assert [(one.start, one.end) for one in find_all("tog", words("tog og tog", 100))] == [(100, 103), (107, 110)]
