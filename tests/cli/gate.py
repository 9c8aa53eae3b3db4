"""What the tests of the gate share: a folder of their own, drafts in it, and runs on them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from ipr_lint.cli import main

TWICE = "Kommunene kom kom til Hamar.\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--today", "2025-03-10", *arguments])
