"""Language and readability rules on whole drafts: what the rule examples can't show in one span."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.model import FileReport, Finding, Level
from ipr_lint.rulebook import Rulebook

DANISH = "Vi håber, at mange af jer har lyst til at være med, og at I tager jeres kolleger med til mødet."
SWEDISH = "Vi hoppas att många av er har lust att vara med, och att ni tar med era kollegor till mötet."
NORWEGIAN = "Vi håper at mange av dere har lyst til å være med, og at dere tar med kolleger til møtet."


def lint(book: Rulebook, text: str, rule: str, name: str = "utkast.txt", **settings: str) -> FileReport:
    engine = Engine(book, Settings(select=(rule,), **settings))  # type: ignore[arg-type]
    return engine.lint(readers.read(Path(name), data=text.encode()))


def places(report: FileReport) -> list[str]:
    document = report.document
    assert document is not None
    return [document.text(finding.span) for finding in report.findings if finding.span]


def only(report: FileReport) -> Finding:
    (finding,) = report.findings
    return finding


def test_neighbours_in_one_language_are_one_finding_and_others_another(book: Rulebook) -> None:
    report = lint(book, f"{NORWEGIAN}\n\n{DANISH}\n\nKærlig hilsen\n\n{DANISH}\n\n{SWEDISH}\n\n{NORWEGIAN}\n", "sprak")
    assert places(report) == [DANISH, SWEDISH]
    first = report.findings[0]
    assert len(first.related) == 2
    assert "dansk" in first.message
    assert first.level is Level.ERROR


def test_a_run_points_at_running_text_rather_than_a_quotation(book: Rulebook) -> None:
    report = lint(book, f"– {DANISH}\n\n{DANISH}\n\n{DANISH}", "sprak")
    assert only(report).level is Level.ERROR


def test_a_foreign_quotation_is_only_a_suggestion(book: Rulebook) -> None:
    report = lint(book, f"{NORWEGIAN}\n\n«{DANISH}»\n\n{NORWEGIAN}", "sprak")
    assert [finding.level for finding in report.findings] == [Level.SUGGESTION]


def test_lix_points_at_the_sentences_to_mend_first(book: Rulebook) -> None:
    heavy = ("Samferdselsmyndighetene understreker finansieringsansvaret overfor kommunesektorens "
             "interesseorganisasjoner, arbeidsgiverforeninger og utdanningsinstitusjoner i hovedstadsregionen.")
    light = "Kommunene samarbeider om kollektivtrafikken gjennom regionale planprosesser hvert eneste budsjettår. "
    report = lint(book, light * 22 + heavy, "lix", channel="nettsak")
    finding = only(report)
    assert report.document is not None
    assert report.document.text(finding.related[0]) == heavy
    assert "LIX" in finding.message


@pytest.mark.parametrize("channel", ["kronikk", "internt"])
@pytest.mark.parametrize("times, level", [(6, Level.SUGGESTION), (9, Level.WARNING)])
def test_long_sentences_weigh_the_same_in_every_channel(book: Rulebook, channel: str, times: int, level: Level) -> None:
    text = "Kommunene " + "og fylkene og byene " * times + "møtes nå."
    assert only(lint(book, text, "lang-setning", channel=channel)).level is level


def test_a_list_of_names_is_no_long_sentence(book: Rulebook) -> None:
    text = "Med er Oslo, Asker, Bærum, Moss, Råde, Vestby, Nesodden, Frogn, Ås, Ski, Enebakk, Rælingen, Lørenskog, " \
           "Nittedal, Lunner, Gran, Jevnaker, Ringerike, Hole, Modum, Sigdal, Krødsherad, Flå, Gol, Hol, Ål og Nes."
    assert lint(book, text, "lang-setning").findings == ()


def test_many_stiff_words_are_a_warning_and_each_word_one_finding(book: Rulebook) -> None:
    text = ("Vi skriver vedrørende planen. Vi skriver også vedrørende budsjettet. Kommunen anvender midler i henhold "
            "til vedtaket. Samtlige kommuner er med.")
    report = lint(book, text, "kanselliord")
    levels = [finding.level for finding in report.findings]
    assert levels.count(Level.WARNING) == 1
    assert levels.count(Level.SUGGESTION) == 4
    assert [len(f.related) for f in report.findings if f.text == "vedrørende"] == [1]


def test_an_address_in_a_post_counts_as_the_platform_counts_it(book: Rulebook) -> None:
    text = "Les om møtet på https://eksempel.no/" + "a" * 300
    assert lint(book, text, "lengde", channel="some", platform="x").findings == ()
    assert only(lint(book, "Ord " * 80, "lengde", channel="some", platform="x")).level is Level.ERROR


def test_english_drafts_get_flesch_and_no_norwegian_rules(book: Rulebook) -> None:
    text = "The council met on Monday to talk about the new trains. It agreed on four measures. " * 14
    report = lint(book, text, "lix")
    assert report.metrics["flesch"] is not None
    assert report.findings == ()
    assert lint(book, text, "kanselliord").findings == ()
