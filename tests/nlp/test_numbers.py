"""Numbers in digits and words come out as values."""

from __future__ import annotations

import pytest

from ipr_lint.nlp.numbers import numbers


@pytest.mark.parametrize(
    "text, value",
    [
        ("65 kommuner", 65), ("sekstifem kommuner", 65), ("femogseksti kommuner", 65), ("Seksti fem kommunar", 65),
        ("sixty-five municipalities", 65), ("2,3 millioner", 2_300_000), ("2.3 million", 2_300_000),
        ("2 300 000 innbyggere", 2_300_000), ("2.300.000 innbyggere", 2_300_000), ("2,3 mill. innbyggere", 2_300_000),
        ("to komma tre millioner", 2_300_000), ("two point three million", 2_300_000),
        ("to millioner tre hundre tusen", 2_300_000), ("to millionar og tre hundretusen", 2_300_000),
        ("12,5 prosent", 12.5), ("de fem og seksti kommunene", 65), ("Seks og tjue kommunar", 26),
        ("eit samarbeid mellom fem og seksti kommunar", 65),
    ],
)
def test_values(text: str, value: float) -> None:
    (found,) = numbers(text)
    assert found.value == pytest.approx(value)
    assert text[found.start : found.end].strip() != ""


@pytest.mark.parametrize("text", ["til kommunene", "E6 og R2", "femten-åringer", "2025-03-17", "kl. 12:30", "a1b2"])
def test_no_numbers(text: str) -> None:
    assert list(numbers(text)) == []


def test_decimals_are_told() -> None:
    (found,) = numbers("nær 2,35 millioner")
    assert (found.decimals, found.scale) == (2, 1_000_000)


@pytest.mark.parametrize("text, values", [("mellom fem og seksti år", [5, 60]), ("fem, og seksti av dem", [5, 60]),
                                          ("fem og tre", [5, 3]), ("ett hundre og seksti", [100, 60])])
def test_two_numbers_are_not_one(text: str, values: list[float]) -> None:
    assert [found.value for found in numbers(text)] == values
