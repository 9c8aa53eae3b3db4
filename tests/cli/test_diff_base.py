"""A gate on changes only: findings in what was there before are silent, under whatever name it was there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.gate import TWICE, run, write
from tests.cli.test_scope import found

REST = "Et lengre avsnitt som ikke endres, slik at git kjenner fila igjen. Det sier ikke noe mer.\n\n" * 3


@pytest.fixture
def checkout(folder: Path) -> Path:
    git(folder, "init", "-q")
    write(folder / "a.md", f"# Tittel\n\n{REST}{TWICE}")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "første")
    return folder


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@x", *arguments], cwd=folder, check=True,
                   capture_output=True)


def test_only_changed_blocks_are_reported(checkout: Path) -> None:
    write(checkout / "a.md", f"# Tittel\n\nHelt nytt nytt avsnitt.\n\n{REST}{TWICE}")
    write(checkout / "b.md", TWICE)
    assert found("--select", "dobbeltord", "--diff-base", "HEAD", "a.md", "b.md") == [
        ("a.md", "dobbeltord"), ("b.md", "dobbeltord")]
    assert len(found("--select", "dobbeltord", "a.md", "b.md")) == 3
    assert run("--diff-base", "finnes-ikke", "a.md").exit_code == 2


def test_a_renamed_draft_is_compared_with_what_it_was(checkout: Path) -> None:
    (checkout / "ny").mkdir()
    git(checkout, "mv", "a.md", "ny/æ.md")
    assert found("--select", "dobbeltord", "--diff-base", "HEAD", "ny") == []
    write(checkout / "ny/æ.md", f"# Tittel\n\n{REST}Helt nytt nytt avsnitt.\n\n{TWICE}")
    assert found("--select", "dobbeltord", "--diff-base", "HEAD", "ny") == [("æ.md", "dobbeltord")]
