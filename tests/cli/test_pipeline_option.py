"""`--pipeline` with something that can't serve the checks ends with one line that says what is missing."""

from __future__ import annotations

from pathlib import Path

import spacy
from click.testing import CliRunner

from ipr_lint.cli import main


def test_a_pipeline_without_annotations_is_refused(tmp_path: Path) -> None:
    spacy.blank("nb").to_disk(tmp_path / "tom")
    (tmp_path / "a.txt").write_text("Osloregionen mener at toget må gå oftere.", encoding="utf-8")
    arguments = ["--no-cache", "--pipeline", str(tmp_path / "tom"), str(tmp_path / "a.txt")]
    result = CliRunner().invoke(main, ["check", *arguments])
    assert result.exit_code == 2
    assert "mangler det reglene trenger" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_unknown_pipeline_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Osloregionen mener at toget må gå oftere.", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--no-cache", "--pipeline", "finnes_ikke", str(tmp_path / "a.txt")])
    assert result.exit_code == 2
    assert "«finnes_ikke» finnes ikke" in result.stderr
