"""Inflection by class and the search for listed words in all their forms."""

from __future__ import annotations

import pytest

from ipr_lint import rulebook
from ipr_lint.nlp.inflection import form_for, inflect
from ipr_lint.nlp.wordlist import WordList


@pytest.mark.parametrize(
    "entry, language, forms",
    [
        ("melding m", "nb", ["melding", "meldingen", "meldinger", "meldingene"]),
        ("anbringelse m", "nb", ["anbringelse", "anbringelsen", "anbringelser", "anbringelsene"]),
        ("melding f", "nn", ["melding", "meldinga", "meldingar", "meldingane"]),
        ("mål n", "nb", ["mål", "målet", "mål", "målene"]),
        ("møte n", "nn", ["møte", "møtet", "møte", "møta"]),
        ("kaste v1", "nb", ["kaste", "kaster", "kastet", "kastet", "kastes"]),
        ("kaste v1", "nn", ["kaste", "kastar", "kasta", "kasta", "kastast"]),
        ("bruke v2", "nb", ["bruke", "bruker", "brukte", "brukt", "brukes"]),
        ("sette i gang/setter i gang/satte i gang/satt i gang", "nb",
         ["sette i gang", "setter i gang", "satte i gang", "satt i gang", "settes i gang"]),
        ("viktig a", "nb", ["viktig", "viktig", "viktige"]),
        ("i henhold til", "nb", ["i henhold til"]),
    ],
)
def test_regular_forms(entry: str, language: str, forms: list[str]) -> None:
    assert list(inflect(entry, language).forms.values()) == forms


def test_the_counterpart_takes_the_same_form_and_genitive() -> None:
    assert form_for(inflect("frist m", "nb"), "sd-s") == "fristens"
    assert form_for(inflect("om", "nb"), "sd") == "om"


def test_an_entry_with_too_few_forms_is_told() -> None:
    with pytest.raises(ValueError, match="3 eller 4 former"):
        inflect("si/sier", "nb")


@pytest.mark.parametrize(
    "text, found",
    [
        ("Barneanbringelsene er mange.", [("Barneanbringelsene", "Barneplasseringene")]),
        ("Vi henviser i  henhold til planen.", [("i  henhold til", "etter")]),
        ("I, henhold til ingen.", []),
        ("Gjerningsbeskrivelsen er god.", []),
        ("Alt skjer iht. planen.", [("iht.", "etter")]),
        ("Skrivelsen, skrivelsens og skrivelser.",
         [("Skrivelsen", "brevet"), ("skrivelsens", "brevets"), ("skrivelser", "brev")]),
    ],
)
def test_words_are_found_in_every_form(text: str, found: list[tuple[str, str]]) -> None:
    lines = ("anbringelse m = plassering m", "i henhold til = etter", "iht. = etter", "skrivelse m = brev n")
    matches = WordList(lines, "nb").matches(text)
    assert [(text[one.start : one.end], one.plain[0]) for one in matches] == found


@pytest.mark.parametrize(
    "text, fits",
    [
        ("Vi sendte en skrivelse.", False),  # «en brev»
        ("Vi leste skrivelsen.", True),
        ("Den lange skrivelsen kom.", False),
        ("Skrivelsen vår kom.", False),
        ("Alle skrivelser er lest.", True),
        ("Samtlige svarte.", True),
        ("Ovennevnte forhold.", False),
    ],
)
def test_a_counterpart_that_would_break_the_grammar_does_not_fit(text: str, fits: bool) -> None:
    lines = ("skrivelse m = brev n", "samtlige = alle", "ovennevnte = ; denne, dette eller disse")
    assert [one.fits for one in WordList(lines, "nb").matches(text)] == [fits]


@pytest.mark.parametrize(
    "text, plain",
    [("Vi benyttet salen.", "brukte"), ("Vi har ikke benyttet salen.", "brukt"), ("Salen blir benyttet.", "brukt")],
)
def test_a_form_that_may_be_past_or_participle_is_told_by_its_auxiliary(text: str, plain: str) -> None:
    assert [one.plain for one in WordList(("benytte v1 = bruke v2",), "nb").matches(text)] == [(plain,)]


@pytest.mark.parametrize("rule", ["kanselliord", "avloserord"])
def test_the_shipped_lists_are_long_and_readable(rule: str) -> None:
    shipped = rulebook.load().rule(rule)
    assert shipped is not None
    lines = {language: (*shipped.params.both, *getattr(shipped.params, language)) for language in ("nb", "nn")}
    assert len({*lines["nb"], *lines["nn"]}) >= 150
    for language, entries in lines.items():
        assert len(set(entries)) == len(entries)
        list(WordList(entries, language).matches("Alle linjer lar seg lese."))
