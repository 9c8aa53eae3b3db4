"""The real pre-commit: builds the hook's environment from this repository, blocks a bad draft, lets a good one pass."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BAD = "Osloregionen mener at toget må gå oftere, og ber regjeringen om å handle."
GOOD = "Osloregionen IPR mener at toget må gå oftere, og ber regjeringen om å handle."


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with our hook; Word lock files and other suffixes are none of its business."""
    source = tmp_path / "ipr-lint"
    git(tmp_path, "clone", "-q", str(ROOT), str(source))
    revision = git(source, "rev-parse", "HEAD").stdout.strip()
    folder = tmp_path / "presse"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {source}\n    rev: {revision}\n    hooks:\n"
        "      - id: ipr-lint\n        args: [--select, 'navn,dobbeltord']\n", encoding="utf-8")
    return folder


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run([sys.executable, "-m", "pre_commit", *arguments], cwd=folder, check=False,
                          capture_output=True, text=True, env=environment)


def test_a_bad_draft_is_blocked_and_a_mended_one_passes(repository: Path) -> None:
    (repository / "utkast.md").write_text(BAD, encoding="utf-8")
    (repository / "~$utkast.docx").write_text("låst", encoding="utf-8")
    shutil.copy(ROOT / "fixtures" / "pressemelding-tog.docx", repository / "tog.docx")
    git(repository, "add", ".")
    blocked = pre_commit(repository, "run", "--verbose")
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert "navn-organisasjon" in blocked.stdout
    assert "tog.docx" in blocked.stdout
    assert "~$" not in blocked.stdout
    assert "Traceback" not in blocked.stdout

    (repository / "utkast.md").write_text(GOOD, encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "rm", "-q", "--cached", "tog.docx")
    passed = pre_commit(repository, "run", "--verbose")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout
