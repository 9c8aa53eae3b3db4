"""A check and a report format of somebody else's, from a distribution that is installed beside ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MODULE = '''"""Exclamation marks in; hits, and a report of one line a file, out."""
from __future__ import annotations
import msgspec
from ipr_lint.model import Hit, Needs

needs = Needs.TEXT

class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    most: int = 0

def run(draft, params):
    for block in draft.running():
        for place in [at for at, char in enumerate(block.text) if char == "!"][params.most:]:
            yield Hit(block.span(place, place + 1), {"most": params.most})

def render(output):
    return "".join(f"{entry.path} {len(entry.findings)}\\n" for entry in output.entries)
'''
RULE = """check: rope-tegn
level: warning
kind: husstil
clause: "Husstil: ingen roper"
why: {nb: "Utropstegn virker masete.", en: "It shouts."}
message: {nb: "Stryk utropstegnet.", en: "Delete it."}
good: ["Hei.", "Takk.", "Ja."]
bad: ["Hei⟦!⟧", "Takk⟦!⟧", "Ja⟦!⟧"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site folder with the plug-in as pip leaves it, a rule that uses it, and a draft."""
    info = tmp_path / "site" / "roper-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: roper\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(
        "[ipr_lint.checks]\nrope-tegn = roper\n\n[ipr_lint.reporters]\nantall = roper\n", "utf-8")
    (tmp_path / "site" / "roper.py").write_text(MODULE, "utf-8")
    (tmp_path / "regler" / "husstil").mkdir(parents=True)
    (tmp_path / "regler" / "husstil" / "rop.yaml").write_text(RULE, "utf-8")
    (tmp_path / "a.txt").write_text("Toget kommer!\n", "utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, installed: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "IPR_LINT_CACHE_DIR": str(folder / ".cache")}
    if installed:
        environment["PYTHONPATH"] = str(folder / "site")
    return subprocess.run([sys.executable, "-c", "from ipr_lint.cli import main; main()", *arguments], cwd=folder,
                          env=environment, capture_output=True, text=True)


def test_a_check_of_an_installed_distribution_finds_with_a_rule_file_of_ones_own(folder: Path) -> None:
    tested = run(folder, "rules", "rop", "--test", "--rules", "regler")
    assert (tested.returncode, tested.stderr) == (0, "")
    done = run(folder, "check", "--rules", "regler", "--select", "rop", "--format", "json", "a.txt")
    findings = json.loads(done.stdout)["files"][0]["findings"]
    assert [(one["rule"], one["span"]["start"]["column"], one["message"]) for one in findings] == [
        ("rop", 13, "Stryk utropstegnet.")]


def test_a_report_format_of_an_installed_distribution(folder: Path) -> None:
    done = run(folder, "check", "--rules", "regler", "--select", "rop", "--format", "antall", "a.txt")
    assert (done.stdout, done.returncode) == ("a.txt 1\n", 0)


def test_without_the_distribution_both_are_told_of(folder: Path) -> None:
    rule = run(folder, "check", "--rules", "regler", "--select", "dobbeltord", "a.txt", installed=False)
    assert rule.returncode == 2
    assert "rop.yaml" in rule.stderr
    assert "rope-tegn" in rule.stderr
    format_ = run(folder, "check", "--format", "antall", "a.txt", installed=False)
    assert format_.returncode == 2
    assert "--format" in format_.stderr
