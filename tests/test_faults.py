"""Faults in files of ours are told in Norwegian, with what was expected."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from ipr_lint import faults
from ipr_lint.config import Settings


@pytest.mark.parametrize(
    "data, told",
    [
        ({"fail-on": "feil"}, "fail-on: ukjent verdi «feil»; ventet en av: error, never, suggestion, warning"),
        ({"select": "navn"}, "select: ventet en liste, fikk tekst"),
        ({"levels": {"navn": "hard"}}, "levels: ukjent verdi «hard»; ventet en av: error, off, suggestion, warning"),
        ({"waivers": [{"rule": "lix"}]}, "waivers.0: mangler «owner»"),
        ({"jobs": 3}, ": ukjent nøkkel «jobs»"),
        ({"today": "i morgen"}, "today: ventet en dato som 2025-03-10"),
    ],
)
def test_a_fault_says_where_it_is_and_what_was_expected(data: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError) as raised:
        msgspec.convert(data, Settings, strict=True)
    fault, steps = faults.parted(raised.value)
    assert f"{'.'.join(map(str, steps))}: {faults.in_norwegian(fault, Settings, steps)}" == told


@pytest.mark.parametrize(
    "message, told",
    [
        ("Expected `int` >= 5", "ventet et heltall på minst 5"),
        ("Expected `array` of length >= 1", "ventet en liste med minst 1"),
        ("Expected `str | null`, got `int`", "ventet tekst eller ingenting, fikk et heltall"),
        ("Something else", "Something else"),
    ],
)
def test_limits_and_types_are_in_words(message: str, told: str) -> None:
    assert faults.in_norwegian(message, Settings) == told
