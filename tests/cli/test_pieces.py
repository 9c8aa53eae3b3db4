"""What was written about a file before is used again where it still holds, and the bytes are those of a fresh run."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipr_lint.cli import main, spool
from ipr_lint.reporters import concise

LINES = "Kommunene kom kom til Hamar. <!-- ipr-lint: ignorer dobbeltord – vits -->\n\nDe dro dro hjem.\n\nBåe båe.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPR_LINT_CACHE_DIR", str(tmp_path / ".cache"))
    for number in range(7):
        (tmp_path / f"{number}.md").write_text(f"# Sak {number}\n\n{LINES}", "utf-8")
    (tmp_path / "tom.txt").write_text("", "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--select", "dobbeltord", "--today", "2025-03-10", *arguments])


@pytest.mark.parametrize("format_", ["text", "concise", "json"])
@pytest.mark.usefixtures("folder")
def test_cached_bytes_are_those_of_a_fresh_run(format_: str) -> None:
    """Every way of looking at the same entries, one after the other: none may get the pieces of another."""
    views = [["--show-suppressed"], ["--quiet"], ["--statistics"], ["--ui-lang", "en"], ["0.md"], []]
    for view in [one + two for one, two in itertools.product(views, views)]:
        arguments = ["--format", format_, *view, *([] if "0.md" in view else ["."])]
        fresh = run("--no-cache", *arguments)
        for _ in range(2):
            cached = run(*arguments)
            assert (cached.stdout_bytes, cached.exit_code) == (fresh.stdout_bytes, fresh.exit_code), view


def test_pieces_are_not_written_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("--format", "concise", "0.md", "1.md").stdout
    monkeypatch.setattr(concise, "piece", lambda *_: pytest.fail("written anew"))
    assert run("--format", "concise", "0.md", "1.md").stdout == first
    (folder / "1.md").write_text("Ny ny tekst.\n", "utf-8")
    with pytest.raises(pytest.fail.Exception):
        run("--format", "concise", "0.md", "1.md")


def test_paths_are_told_from_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = run("--format", "concise", str(folder / "0.md")).stdout
    (folder / "inne").mkdir()
    monkeypatch.chdir(folder / "inne")
    assert here.startswith("0.md:")
    assert run("--format", "concise", str(folder / "0.md")).stdout.startswith(str(folder / "0.md"))


@pytest.mark.usefixtures("folder")
def test_one_and_two_processes_write_the_same() -> None:
    assert run("--no-cache", "--jobs", "2", ".").stdout_bytes == run("--no-cache", "--jobs", "1", ".").stdout_bytes


def test_damaged_rows_are_made_anew(folder: Path) -> None:
    first = run("--format", "json", ".").stdout
    with sqlite3.connect(folder / ".cache" / "entries.sqlite3") as table:
        assert table.execute("UPDATE entries SET entry = x'ff'").rowcount == 16  # an entry and a piece for each
    table.close()
    assert run("--format", "json", ".").stdout == first


def test_long_reports_wait_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                       capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    parts = [f"æ{number}\n".encode() for number in range(1000)]
    monkeypatch.setattr(spool, "_IN_MEMORY", 100)
    spool.write(iter(parts), tmp_path / "ny" / "rapport.txt", color=False)
    assert (tmp_path / "ny" / "rapport.txt").read_bytes() == b"".join(parts)
    spool.write(iter(parts), None, color=False)
    assert capfdbinary.readouterr().out == b"".join(parts)


def test_nothing_is_printed_of_a_report_that_fails_midway(tmp_path: Path) -> None:
    def parts() -> itertools.chain[bytes]:
        return itertools.chain([b"begynnelsen"], (1 / 0 for _ in "x"))  # type: ignore[list-item, misc]

    with pytest.raises(ZeroDivisionError):
        spool.write(parts(), tmp_path / "rapport.txt", color=False)
    assert not (tmp_path / "rapport.txt").exists()


def test_escape_sequences_of_a_draft_do_not_reach_the_terminal(capfdbinary: pytest.CaptureFixture[bytes],
                                                              tmp_path: Path) -> None:
    told = ["blå \x1b[31mrød\x1b[0m\n".encode()]
    spool.write(told, None, color=False)
    assert capfdbinary.readouterr().out == "blå rød\n".encode()
    spool.write(told, tmp_path / "a.txt", color=False)
    assert (tmp_path / "a.txt").read_bytes() == told[0]
