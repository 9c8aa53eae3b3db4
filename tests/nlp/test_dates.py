"""Dates and times of Norwegian and English text come out as values with exact spans."""

from __future__ import annotations

from datetime import date

import pytest

from ipr_lint.nlp.dates import dates, times


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Møtet er mandag 17. mars 2025 i Oslo.", ("mandag 17. mars 2025", date(2025, 3, 17))),
        ("Møtet er tysdag den 18. mars 2025.", ("tysdag den 18. mars 2025", date(2025, 3, 18))),
        ("Frist 1. jan. 2026.", ("1. jan. 2026", date(2026, 1, 1))),
        ("Dato: 05.06.2025", ("05.06.2025", date(2025, 6, 5))),
        ("Dato: 5.6.25", ("5.6.25", date(2025, 6, 5))),
        ("Dato: 17/3-2025.", ("17/3-2025", date(2025, 3, 17))),
        ("publiseres 2025-03-17", ("2025-03-17", date(2025, 3, 17))),
        ("on Monday, 17 March 2025, in Oslo", ("Monday, 17 March 2025", date(2025, 3, 17))),
        ("on March 17, 2025", ("March 17, 2025", date(2025, 3, 17))),
        ("the 17th of March 2025", ("17th of March 2025", date(2025, 3, 17))),
        ("12.–14. mars 2025", ("12.–14. mars 2025", date(2025, 3, 14))),
        ("fra 30. april til 2. mai 2025", ("30. april til 2. mai 2025", date(2025, 5, 2))),
    ],
)
def test_full_dates(text: str, expected: tuple[str, date]) -> None:
    (found,) = dates(text)
    assert (text[found.start : found.end], found.date) == expected


@pytest.mark.parametrize(
    "text",
    ["Vi har 12 mars-arrangementer", "versjon 1.2.3", "IP 10.0.0.12", "2,3 millioner", "kl. 14.30",
     "artikkel 5. Mars er rød",
     "It may 12 times", "side 3.14.15.9", "10.000 kroner", "1.10.100"],
)
def test_no_dates(text: str) -> None:
    assert list(dates(text)) == []


def test_year_may_be_missing() -> None:
    (found,) = dates("Vi møtes 12. mai i Drammen.")
    assert (found.day, found.month, found.year, found.date) == (12, 5, None, None)
    assert found.near(date(2025, 3, 1)) == date(2025, 5, 12)
    (winter,) = dates("Konferansen er 5. januar.")
    assert winter.near(date(2025, 12, 1)) == date(2026, 1, 5)


def test_weekday_decides_the_year() -> None:
    (found,) = dates("Vi møtes mandag 12. mai.")
    assert found.weekday == 0
    assert found.near(date(2024, 12, 1)) == date(2025, 5, 12)


def test_range_has_a_first_day() -> None:
    (found,) = dates("30. april–2. mai 2025")
    assert found.first == date(2025, 4, 30)
    (same,) = dates("Konferansen 12. til 14. juni 2025")
    assert (same.first, same.date) == (date(2025, 6, 12), date(2025, 6, 14))


def test_forgotten_full_stop_is_told() -> None:
    (without,) = dates("Vi feirer 17 mai.")
    (with_,) = dates("Vi feirer 17. mai.")
    (english,) = dates("We meet on 17 May.")
    assert (without.dotted, with_.dotted, english.dotted) == (False, True, True)


def test_impossible_day_has_no_date() -> None:
    (found,) = dates("Fristen er 31. april 2025.")
    assert found.date is None


@pytest.mark.parametrize(
    "text, expected",
    [
        ("kl. 14.30", (14, 30, None)), ("kl 9", (9, 0, None)), ("klokken 09:15", (9, 15, None)),
        ("14:30", (14, 30, None)),
        ("kl. 9–11", (9, 0, (11, 0))), ("kl. 09.00 til 11.30", (9, 0, (11, 30))), ("at 2 pm", (14, 0, None)),
    ],
)
def test_times(text: str, expected: tuple[int, int, tuple[int, int] | None]) -> None:
    (found,) = times(text)
    assert (found.hour, found.minute, found.until) == expected


def test_no_times() -> None:
    assert list(times("at 65 municipalities, 2:1 for hjemmelaget etter 10:00:00")) == []
