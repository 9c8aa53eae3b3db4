"""The figures over all drafts of a run, counted and shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipr_lint.cli import main
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.totals import LixTotal, MessageTotal, NamesTotal, RuleTotal, totals


def entry(*findings: tuple[str, str], lix: float | None = None, names: tuple[int, int] | None = None,
          messages: tuple[str, ...] = (), error: str | None = None, suppressed: bool = False) -> Entry:
    told = [{"rule": rule, "level": level, "suppressed": {"by": "x", "reason": ""} if suppressed else None}
            for rule, level in findings]
    figures = {"lix": lix} | ({"names": names[0], "names_right": names[1]} if names else {})
    coverage = [{"id": id_, "found": id_ in messages, "contradicted": False, "checked": True} for id_ in ("B1", "B2")]
    return Entry("a.md", "markdown", "nb", "nettsak", (), told, figures, coverage, [], error)


def test_counts_over_all_drafts() -> None:
    counted = totals(Sums.of([
        entry(("lix", "warning"), ("tegn", "warning"), ("tegn", "warning"), lix=44.0, names=(4, 3), messages=("B1",)),
        entry(("tegn", "warning"), lix=61.5, names=(2, 2)), entry(("lix", "warning"), suppressed=True, lix=30.0),
        entry(("lix", "warning"), error="kan ikke leses"), entry(),
    ]))
    assert counted.files == 4
    assert counted.rules == (RuleTotal("tegn", "warning", 3, 2), RuleTotal("lix", "warning", 1, 1))
    assert counted.lix == LixTotal(3, 30.0, 44.0, 61.5, (0, 1, 1, 0, 1))
    assert counted.messages == (MessageTotal("B1", 1, 0, 4), MessageTotal("B2", 0, 0, 4))
    assert counted.names == NamesTotal(6, 5, 0.833, 2, 1)


def test_nothing_to_count() -> None:
    counted = totals(Sums())
    assert (counted.files, counted.rules, counted.lix, counted.messages, counted.names) == (0, (), None, (), None)


@pytest.mark.parametrize(("language", "told"), [("nb", "1 av 2 omtaler er riktige (50 %)"),
                                                ("en", "1 of 2 mentions are right (50 %)")])
def test_statistics_on_the_terminal_and_in_json(
    language: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPR_LINT_CACHE_DIR", str(tmp_path / ".cache"))
    Path("a.txt").write_text("Osloregionen IPR mener at staten må betale mer.\n", "utf-8")
    Path("b.txt").write_text("Osloregionen mener at staten må betale mer.\n", "utf-8")
    run = ["check", "--select", "navn", "--statistics", "--exit-zero", "--ui-lang", language]
    shown = CliRunner().invoke(main, [*run, "."]).stdout
    assert told in shown
    assert "navn-organisasjon" in shown
    report = json.loads(CliRunner().invoke(main, [*run, "--format", "json", "."]).stdout)
    assert report["statistics"]["names"] == {"mentions": 2, "right": 1, "share": 0.5, "files": 2, "clean": 1}
    assert "statistics" not in json.loads(CliRunner().invoke(main, ["check", "--format", "json", "a.txt"]).stdout)
