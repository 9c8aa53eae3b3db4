"""Every fixture gets exactly the findings that stand beside it; the clean ones stay clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint.cli.run import Runner
from tests import golden


@pytest.fixture(scope="module")
def linter() -> Runner:
    return golden.runner()


@pytest.mark.parametrize("draft", golden.DRAFTS, ids=lambda path: path.name)
def test_findings_are_as_written_beside_the_draft(draft: Path, linter: Runner) -> None:
    assert golden.said(draft, linter) == golden.expected(draft).read_text(encoding="utf-8")


@pytest.mark.parametrize("draft", [d for d in golden.DRAFTS if "klar" in d.name], ids=lambda path: path.name)
def test_clean_drafts_have_neither_errors_nor_warnings(draft: Path, linter: Runner) -> None:
    lines = golden.said(draft, linter).splitlines()
    assert [line for line in lines if line.startswith(("error", "warning"))] == []


def test_there_are_drafts_of_every_kind() -> None:
    assert len(golden.DRAFTS) >= 12
    assert {draft.suffix for draft in golden.DRAFTS} == {".docx", ".md", ".html", ".txt"}
