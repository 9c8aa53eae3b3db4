"""The contract of the command line: what is printed where, and with which exit code it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipr_lint.cli import main
from ipr_lint.reporters import FORMATS

LONG = "Kommunene " + "og fylkeskommunene " * 20 + "møttes på Hamar."
CLEAN = "Kommunene møttes på Hamar i går."


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPR_LINT_CACHE_DIR", str(tmp_path / ".cache"))
    (tmp_path / "lang.txt").write_text(LONG, encoding="utf-8")
    (tmp_path / "ren.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "tom.txt").write_text("", encoding="utf-8")
    (tmp_path / "odelagt.docx").write_bytes(b"PK\x03\x04 ikke en zip")
    (tmp_path / "gammelt.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "tomt").mkdir()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--select", "lang-setning", *arguments])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ren.txt"], 0),
        (["lang.txt"], 0),  # a warning, and the run fails on errors
        (["lang.txt", "--fail-on", "warning"], 1),
        (["lang.txt", "--fail-on", "suggestion"], 1),
        (["lang.txt", "--fail-on", "warning", "--exit-zero"], 0),
        (["lang.txt", "--fail-on", "never"], 0),
        (["ren.txt", "lang.txt", "--fail-on", "warning"], 1),
        (["tom.txt"], 2),
        (["mangler.txt"], 2),
        (["tomt"], 2),
        (["ren.txt", "tom.txt"], 2),
        (["tom.txt", "lang.txt", "--fail-on", "warning"], 2),
        (["ren.txt", "--format", "pdf"], 2),
        (["ren.txt", "--ignore", "finnes-ikke"], 2),
        (["ren.txt", "--today", "i går"], 2),
        (["ren.txt", "--config", "mangler.toml"], 2),
        (["ren.txt", "--rules", "mangler"], 2),
        (["lang.txt", "--fail-on", "warning", "--output", "rapport.json", "--format", "json"], 1),
        (["ren.txt", "--output", "rapport.json", "--format", "json"], 0),
        (["ren.txt", "--ukjent"], 2),
        ([], 2),
        (["lang.txt", "--fail-on", "suggestion", "--quiet"], 1),
        (["lang.txt", "--fail-on", "warning", "--statistics"], 1),
        (["lang.txt", "--fail-on", "warning", "--format", "sarif"], 1),
        (["lang.txt", "--fail-on", "warning", "--jobs", "1", "ren.txt"], 1),
        (["lang.txt", "--fail-on", "warning", "--output", "ny/rapport.txt"], 1),
        (["lang.txt", "--fail-on", "warning", "--exit-zero", "--output", "rapport.txt"], 0),
        (["ren.txt", "--output", "tomt"], 2),  # a folder
        (["ren.txt", "--output", "ren.txt/rapport.txt"], 2),
        (["tom.txt", "--exit-zero"], 2),
        (["ren.txt", "bilde.png"], 2),
        (["ren.txt", "gammelt.doc"], 2),
        (["ren.txt", "odelagt.docx"], 2),
        (["ren.txt", "--fail-on", "panic"], 2),
        (["ren.txt", "--baseline", "mangler.json"], 2),
        (["ren.txt", "--diff-base", "HEAD"], 2),  # no checkout
        (["ren.txt", "--pipeline", "finnes_ikke"], 2),
        (["ren.txt", "--annotate", "ut.docx"], 2),
        (["ren.txt", "--tracked"], 2),
        (["lang.txt", "--fail-on", "warning", "--write-baseline", "--baseline", "kjent.json"], 0),
        (["--diff", "lang.txt", "--fail-on", "warning"], 0),  # nothing to change
        (["--fix", "lang.txt", "--fail-on", "warning"], 1),  # not fixable, so it is left
        (["--fix", "tom.txt"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_exit_code(drafts: Path, arguments: list[str], code: int) -> None:
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output


def test_unreadable_files_are_one_line_each_and_the_others_are_reported(drafts: Path) -> None:
    result = run("tom.txt", "mangler.txt", "lang.txt", "--format", "json")
    report = json.loads(result.stdout)
    assert [file["error"] is None for file in report["files"]] == [False, False, True]
    assert len(report["files"][2]["findings"]) == 1
    assert report["summary"]["unreadable"] == 2
    assert len(result.stderr.splitlines()) == 2


def test_a_broken_rule_is_named_and_the_rest_still_reported(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ipr_lint.checks import long_sentence

    def broken(draft: object, params: object) -> None:
        raise RuntimeError("au")

    monkeypatch.setattr(long_sentence, "run", broken)
    result = CliRunner().invoke(main, ["check", "--select", "lang-setning,dobbeltord", "--format", "json", "--no-cache",
                                       "ren.txt"])
    assert result.exit_code == 2
    assert "lang-setning: RuntimeError: au" in result.stderr
    assert json.loads(result.stdout)["files"][0]["error"] is None


def test_interrupt(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ipr_lint.checks import long_sentence

    def interrupted(draft: object, params: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(long_sentence, "run", interrupted)
    assert run("ren.txt", "--no-cache").exit_code == 130


@pytest.mark.parametrize("more", [["--fail-on", "warning"], ["--output", "rapport.txt"], ["--jobs", "2", "lang.txt"]],
                         ids=" ".join)
def test_a_broken_rule_ends_with_2_whatever_else_is_found(drafts: Path, more: list[str]) -> None:
    (drafts / "regler" / "navn").mkdir(parents=True)
    (drafts / "regler" / "navn" / "brutt.yaml").write_text("check: long-sentence\n", encoding="utf-8")
    assert run("ren.txt", "--rules", "regler", *more).exit_code == 2


def test_files_that_may_not_be_read(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.suffix == ".txt":
            raise PermissionError(13, "Permission denied")
        return before(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    result = run("ren.txt", "lang.txt", "--no-cache", "--format", "concise")
    assert result.exit_code == 2
    assert result.stderr.count("filen kan ikke leses") == 2


def test_standard_input(drafts: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--select", "lang-setning", "--format", "json", "-"], input=LONG)
    assert json.loads(result.stdout)["files"][0]["path"] == "standard-inn.txt"
    assert json.loads(result.stdout)["summary"]["warning"] == 1


def test_check_is_the_default_command(drafts: Path) -> None:
    assert CliRunner().invoke(main, ["lang.txt", "--select", "lang-setning"]).exit_code == 0
    assert CliRunner().invoke(main, ["--select", "lang-setning", "--fail-on", "warning", "lang.txt"]).exit_code == 1


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_deterministic_and_the_same_from_the_cache(drafts: Path, name: str) -> None:
    first, second, fresh = (run("lang.txt", "ren.txt", "--format", name, *more)
                            for more in ([], [], ["--no-cache"]))
    assert first.exit_code == 0
    assert first.stdout == second.stdout == fresh.stdout
    assert name in ("concise", "github") or first.stdout.endswith("\n")


@pytest.mark.parametrize(("arguments", "told"), [
    (["check", "a.txt", "--statistic"], "ukjent valg «--statistic»; mente du «--statistics»"),
    (["check"], "mangler UTKAST..."),
    (["check", "a.txt", "--fail-on", "x"], "--fail-on: ventet en av error, warning, suggestion, never, fikk «x»"),
    (["check", "a.txt", "--jobs", "x"], "--jobs: ventet et tall, fikk «x»"),
    (["check", "a.txt", "--jobs", "-1"], "--jobs: ventet et tall i området x>=0, fikk -1"),
    (["check", "a.txt", "--jobs"], "--jobs trenger en verdi"),
    (["check", "a.txt", "--quiet=3"], "--quiet tar ingen verdi"),
    (["check", "a.txt", "--output", "tomt"], "--output: ventet en fil, «tomt» er en mappe"),
    (["explain", "lix", "passiv"], "for mange argumenter: passiv"),
    (["init", "ren.txt"], "[MAPPE]: ventet en mappe, «ren.txt» er en fil"),
    (["check", "a.txt", "--today", "i går"], "--today: ventet en dato som 2025-03-10, fikk «i går»"),
])
@pytest.mark.usefixtures("drafts")
def test_mistakes_in_use_are_told_in_norwegian(arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    *above, mistake = result.stderr.splitlines()
    assert mistake.startswith("Feil: ")
    assert told in mistake
    if above:  # click does not know the command of each mistake
        command = above[0].partition(" [")[0].removeprefix("Bruk: ")
        assert above[1:] == [f"`{command} --help` viser hva som kan stå her.", ""]
