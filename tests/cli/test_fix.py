"""`--fix`, `--unsafe-fixes` and `--diff` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipr_lint.cli import main
from tests.word.package import Docx
from tests.word.xml import p

DRAFT = "Kommunene møtes 17 mai i Hamar.\n"
AFTER = "Kommunene møtes 17. mai i Hamar.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPR_LINT_CACHE_DIR", str(tmp_path / ".cache"))
    return tmp_path


def write(name: str, text: str) -> Path:
    Path(name).write_bytes(text.encode())
    return Path(name)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    told = ["check", "--today", "2025-03-10", "--select", "dato-format,dobbeltord,alt-tekst", *arguments]
    return CliRunner().invoke(main, told, input=stdin)


def test_fix_changes_the_file_and_reports_what_is_left() -> None:
    file = write("a.md", "Kommunene kom kom 17 mai.\r\n\r\n![](a.jpg)\r\n")
    done = run("--fix", "--format", "concise", "a.md")
    assert file.read_bytes() == b"Kommunene kom 17. mai.\r\n\r\n![](a.jpg)\r\n"
    assert "alt-tekst" in done.stdout
    assert "dato-format" not in done.stdout
    assert done.exit_code == 1
    assert "rettet 2 funn i 1 fil" in done.stderr


def test_a_second_run_changes_nothing() -> None:
    file = write("a.md", DRAFT)
    assert run("--fix", "a.md").exit_code == 0
    stamp = file.stat().st_mtime_ns
    done = run("--fix", "a.md")
    assert (file.read_text("utf-8"), file.stat().st_mtime_ns, done.exit_code) == (AFTER, stamp, 0)
    assert "rettet" not in done.stderr


def test_diff_shows_and_changes_nothing() -> None:
    file = write("a.md", DRAFT)
    done = run("--diff", "a.md")
    assert done.stdout == f"--- a.md\n+++ a.md\n@@ -1 +1 @@\n-{DRAFT}+{AFTER}"
    assert (file.read_text("utf-8"), done.exit_code) == (DRAFT, 1)
    write("a.md", AFTER)
    assert (run("--diff", "a.md").stdout, run("--diff", "a.md").exit_code) == ("", 0)


def test_diff_of_standard_input() -> None:
    done = run("--diff", "--stdin-filename", "a.md", "-", stdin=DRAFT.encode())
    assert f"+{AFTER}" in done.stdout
    assert run("--fix", "-", stdin=DRAFT.encode()).exit_code == 2


def test_suppressed_and_known_findings_are_left_alone() -> None:
    silenced = f"<!-- ipr-lint: ignorer dato-format – sitert -->\n{DRAFT}"
    file = write("a.md", silenced)
    run("--fix", "a.md")
    assert file.read_text("utf-8") == silenced
    file = write("b.md", DRAFT)
    run("--write-baseline", "--baseline", "kjent.json", "b.md")
    run("--fix", "--baseline", "kjent.json", "b.md")
    assert file.read_text("utf-8") == DRAFT


def test_word_files_are_not_touched() -> None:
    data = Docx(body=[p(DRAFT.strip())]).build()
    Path("a.docx").write_bytes(data)
    done = run("--fix", "a.docx")
    assert Path("a.docx").read_bytes() == data
    assert "--annotate" in done.stderr


def test_an_unreadable_file_does_not_stop_the_others() -> None:
    file = write("a.md", DRAFT)
    Path("b.md").write_bytes(b"\x00\x01\x02" * 99)
    done = run("--fix", "a.md", "b.md", "c.md")
    assert done.exit_code == 2
    assert file.read_text("utf-8") == AFTER
    assert run("--diff", "a.md", "b.md").exit_code == 2


def test_fix_and_annotate_do_not_go_together() -> None:
    write("a.md", DRAFT)
    assert run("--fix", "--annotate", "ut.docx", "a.md").exit_code == 2
