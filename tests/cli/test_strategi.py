"""`ipr-lint strategi` shows every measure with what a draft shows of it, in three formats and two languages."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipr_lint.cli import main
from ipr_lint.facts.strategy import Strategy
from ipr_lint.rulebook import Rulebook

_DRAFT = """---
kanal: pressemelding
publiseres: 2025-03-10
---
# Vil ha flere tog

Osloregionen mener at det haster med flere tog til Hamar. Møtet er 3. mars 2025.
"""


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "utkast.md"
    path.write_text(_DRAFT, encoding="utf-8")
    return str(path)


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["strategi", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_json_has_a_row_for_every_measure(draft: str, book: Rulebook) -> None:
    data = json.loads(_run(draft, "--format", "json"))
    rows = {row["id"]: row for row in data["rows"]}
    assert {measure.id for measure in book.facts.get(Strategy).measures()} <= rows.keys()
    assert rows["S4.identitet.2"]["status"] == "error"
    assert rows["S2.kanalvalg.2"]["status"] == "human"
    assert data["channel"] == "pressemelding"


def test_rules_of_other_channels_are_not_called_in_order(draft: str) -> None:
    data = json.loads(_run(draft, "--format", "json"))
    results = {rule["id"]: rule["status"] for row in data["rows"] for rule in row["rules"]}
    assert results["horing-deler"] == results["posisjon"] == "unchecked"
    assert results["pressemelding-deler"] == "warning"


def test_text_shows_findings_and_checklist(draft: str) -> None:
    text = _run(draft)
    assert "faktainformasjon (1 feil)" in text
    assert "Strategi 4 – identitetsbygging og profilering" in text
    assert "☐ Hvilken plan hører teksten til?" in text


def test_english(draft: str) -> None:
    text = _run(draft, "--ui-lang", "en")
    assert "faktainformasjon (1 error)" in text
    assert "Checklist" in text


def test_without_a_draft_it_lists_the_measures() -> None:
    text = _run()
    assert "sjekkes – sprak" in text
    assert "Utkast:" not in text


def test_html_is_a_page_with_a_table_per_strategy(draft: str, tmp_path: Path) -> None:
    out = tmp_path / "strategi.html"
    assert _run(draft, "--format", "html", "--output", str(out)) == ""
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(out.read_text(encoding="utf-8"))
    assert tags.count("table") == 5
    assert "script" not in tags


def test_unreadable_draft_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["strategi", str(tmp_path / "mangler.md")])
    assert result.exit_code == 2
    assert "finnes ikke" in result.output
