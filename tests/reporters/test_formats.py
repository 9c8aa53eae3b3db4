"""The machine formats hold to their schemas, and a hostile draft can't break out of them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from ipr_lint.cli import main

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
SCHEMA = Path(__file__).parent.parent / "data" / "sarif-2.1.0.schema.json"
HOSTILE = """# Osloregionen <script>alert(1)</script> ::error::%0A "x" & ]]>

Osloregionen mener at | <b>alt</b> haster \u2028 nå.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--no-cache", "--today", "2025-03-10", *arguments])


@pytest.fixture(scope="module")
def sarif() -> dict[str, object]:
    drafts = [str(FIXTURES / "pressemelding-tog.docx"), str(FIXTURES / "pressemelding-sykkel.md")]
    log: dict[str, object] = json.loads(run("--format", "sarif", *drafts).stdout)
    return log


def test_sarif_is_valid_by_the_official_schema(sarif: dict[str, object]) -> None:
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(sarif)] == []


def test_sarif_says_what_code_scanning_wants(sarif: dict[str, list[dict[str, object]]]) -> None:
    run_ = sarif["runs"][0]
    results = run_["results"]
    assert isinstance(results, list)
    assert len(results) > 5
    rules = run_["tool"]["driver"]["rules"]  # type: ignore[index]
    for result in results:
        assert result["partialFingerprints"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert not uri.startswith(("/", "file:"))
    word = [r for r in results if r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("docx")]
    assert any("logicalLocations" in r["locations"][0] for r in word)
    assert all("fixes" not in r for r in word)
    prints = [(r["ruleId"], r["partialFingerprints"]["iprLintFinding/v1"], r["locations"][0]["physicalLocation"]
               ["artifactLocation"]["uri"]) for r in results]
    assert len(prints) == len(set(prints))


def test_sarif_opens_in_a_second_tool(sarif: dict[str, object], tmp_path: Path) -> None:
    from sarif import loader

    (tmp_path / "log.sarif").write_text(json.dumps(sarif), encoding="utf-8")
    opened = loader.load_sarif_file(str(tmp_path / "log.sarif"))
    assert opened.get_result_count() == len(sarif["runs"][0]["results"])  # type: ignore[index]


def test_junit_and_gitlab_and_rdjson_are_well_formed(tmp_path: Path) -> None:
    draft = tmp_path / "a&b<c>.md"
    draft.write_text(HOSTILE, encoding="utf-8")
    suites = ElementTree.fromstring(run("--format", "junit", "--fail-on", "error", str(draft)).stdout)
    assert int(suites.attrib["failures"]) >= 1
    assert len(suites.findall(".//testcase")) == int(suites.attrib["tests"])
    issues = json.loads(run("--format", "gitlab", str(draft)).stdout)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    diagnostics = json.loads(run("--format", "rdjson", str(draft)).stdout)["diagnostics"]
    assert len(diagnostics) == len(issues)


def test_github_commands_stay_one_line_each(tmp_path: Path) -> None:
    draft = tmp_path / "utkast.md"
    draft.write_text(HOSTILE, encoding="utf-8")
    lines = run("--format", "github", str(draft)).stdout.splitlines()
    assert lines
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_html_escapes_the_draft_and_loads_nothing(tmp_path: Path) -> None:
    draft = tmp_path / "utkast.txt"
    draft.write_text("Osloregionen <img src=x onerror=alert(1)> mener at <script>alert(1)</script> alt haster nå.\n")
    page = run("--format", "html", str(draft)).stdout
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "default-src &#39;none&#39;" in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert page.count("<script>") == 1


def test_a_file_that_cannot_be_read_shows_where_the_job_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a|b`c.docx").write_bytes(b"no zip")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    for format_ in ("github", "gitlab", "rdjson"):
        done = run("--format", format_, "a|b`c.docx")
        assert done.exit_code == 2
        assert "ulesbar-fil" in done.stdout
        assert "a|b`c.docx" in done.stdout
    row = (tmp_path / "summary.md").read_text("utf-8").splitlines()[-1]
    assert row.startswith(r"| `a\|b´c.docx` | `ulesbar-fil` | ")
