"""Personal numbers are found by their control digits, and masked in every report."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ipr_lint import readers
from ipr_lint.cli import main
from ipr_lint.engine import Engine
from ipr_lint.nlp.personal_numbers import find, mask

SYNTHETIC = "12859039349"  # month + 80: no such person can exist


@pytest.mark.parametrize("number", [
    SYNTHETIC, "128590 39349", "128590-39349", "12 85 90 39349", "12.85.90 39349",
    "52838883524",  # D-number, synthetic
    "03497577534",  # H-number, or synthetic by month + 40
    "07910531527",  # right only under the control rule of 2032
])
def test_found_and_masked(number: str) -> None:
    text = f"Søkeren ({number}) møtte."
    assert [text[start:end] for start, end in find(text)] == [number]
    hidden = mask(text)
    assert len(hidden) == len(text)
    assert not any(char.isdigit() for char in hidden)


@pytest.mark.parametrize("text", [
    "12859039348",  # wrong second control digit
    "99859039349",  # no such day
    "128590393491",  # twelve digits
    f"Kontonummer {SYNTHETIC}", f"konto: {SYNTHETIC}", "Ring 22 33 44 55 eller 99 88 77 66.",
    "1234.56.78903",
])
def test_left_alone(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("format_", ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "html"])
def test_no_report_shows_the_number(format_: str, tmp_path: Path) -> None:
    draft = tmp_path / "utkast.md"
    draft.write_text(
        f"# Vedtak om {SYNTHETIC}\n\nSøkeren \"{SYNTHETIC}\" fikk støtte til og med 128590 39349 - på 17 mai.\n"
        f"Og  {SYNTHETIC}\n"
        f"til slutt,fordi {SYNTHETIC} venter {SYNTHETIC} {SYNTHETIC} kroner.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--format", format_, "--no-cache", str(draft)])
    assert result.exit_code == 1
    assert "fodselsnummer" in result.output
    digits = "".join(char for char in result.output if char not in " .-–\u00a0")
    assert SYNTHETIC not in digits
    assert "39349" not in digits


@pytest.mark.parametrize(("name", "text", "count"), [
    ("a.md", "Se [saken](https://x.no/?id=12859039349) om tog.", 1),
    ("a.md", "![12859039349](tog.png)", 1),
    ("a.md", "---\ntitle: Sak 12859039349\n---\nTekst.", 1),
    ("a.html", "<title>Nr 12859039349</title><p>Tekst <img src='12859039349.png' alt='x'></p>", 2),
    ("a.md", "Se [saken](https://x.no/?id=12859039340) om tog.", 0),
])
def test_numbers_behind_the_text_are_found_and_not_shown(name: str, text: str, count: int, engine: Engine) -> None:
    report = engine.lint(readers.read(Path(name), data=text.encode()))
    found = [one for one in report.findings if one.rule == "fodselsnummer"]
    assert len(found) == count
    assert "12859039349" not in "".join(one.message + one.evidence + one.text for one in report.findings)
