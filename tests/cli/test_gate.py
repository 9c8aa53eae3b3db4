"""What a gate needs: configuration, exclusions, baseline, changed blocks only, suppressions, waivers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipr_lint.cli import baseline, main
from ipr_lint.reporters.entry import Entry
from tests.cli.gate import TWICE, run, write


def rules(*arguments: str) -> list[tuple[str, str, bool]]:
    report = json.loads(run("--format", "json", *arguments).stdout)
    return [(Path(file["path"]).name, finding["rule"], finding["suppressed"] is None)
            for file in report["files"] for finding in file["findings"]]


def test_nearest_configuration_is_used_and_the_command_line_wins(folder: Path) -> None:
    write(folder / "ipr-lint.toml", 'select = ["dobbeltord"]\n[levels]\ndobbeltord = "suggestion"\n')
    write(folder / "inne" / "a.txt", TWICE)
    assert rules("inne") == [("a.txt", "dobbeltord", True)]
    assert run("inne").exit_code == 0
    assert run("inne", "--fail-on", "suggestion").exit_code == 1
    assert rules("inne", "--select", "fodselsnummer") == []


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('fail_on = "error"', "mente du «fail-on»"),
        ('fail-on = "panic"', "fail-on"),
        ('channel = "some"', "default-channel"),
        ("[[paths]]\nfiles = ['a']\nchanel = 'x'", "mente du «channel»"),
        ("[[paths]]\nchannel = 'x'", "files"),
        ("select = 'navn'", "select"),
        ("[levels]\nnavnet = 'off'", "ukjent regel eller emne «navnet»"),
        ("[params.lang-setning]\nmax_words = '25'", "max_words"),
        ("select = [", "TOML"),
    ],
)
def test_a_wrong_configuration_is_one_line_that_names_file_or_key(folder: Path, toml: str, told: str) -> None:
    write(folder / "ipr-lint.toml", toml)
    write(folder / "a.txt", TWICE)
    result = run("a.txt")
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_pyproject_without_our_table_is_passed_by(folder: Path) -> None:
    write(folder / "pyproject.toml", '[tool.ipr-lint]\nselect = ["dobbeltord"]\n')
    write(folder / "inne" / "pyproject.toml", '[project]\nname = "x"\n')
    write(folder / "inne" / "a.txt", TWICE)
    assert rules("inne") == [("a.txt", "dobbeltord", True)]


def test_path_tables_give_channel_and_ignores(folder: Path) -> None:
    table = '[[paths]]\nfiles = ["pm/**"]\nchannel = "pressemelding"\nignore = ["dobbeltord"]\n'
    write(folder / "ipr-lint.toml", f'default-channel = "nettsak"\n{table}')
    write(folder / "pm" / "a.txt", TWICE)
    write(folder / "b.txt", TWICE)
    report = json.loads(run("--format", "json", "--select", "dobbeltord", ".").stdout)
    found = [(file["channel"], len(file["findings"])) for file in report["files"]]
    assert found == [("nettsak", 1), ("pressemelding", 0)]


def test_folders_honour_gitignore_and_exclude(folder: Path) -> None:
    (folder / ".git").mkdir()
    write(folder / ".gitignore", "bygg/\n*.tmp.md\n")
    write(folder / "ipr-lint.toml", 'exclude = ["arkiv/**"]\n')
    for name in ("a.txt", "bygg/b.txt", "arkiv/c.txt", "inne/d.tmp.md", "inne/e.md", "~$f.docx", ".skjult/g.txt"):
        write(folder / name, TWICE)
    assert [name for name, _, _ in rules("--select", "dobbeltord", ".")] == ["a.txt", "e.md"]
    assert [name for name, _, _ in rules("--select", "dobbeltord", "inne")] == ["e.md"]
    assert [name for name, _, _ in rules("--select", "dobbeltord", "arkiv/c.txt")] == ["c.txt"]
    assert rules("--select", "dobbeltord", "--force-exclude", "arkiv/c.txt") == []


def test_baseline_silences_what_was_there_and_reports_what_is_stale(folder: Path) -> None:
    write(folder / "a.txt", TWICE)
    known = ["--select", "dobbeltord", "--baseline", "kjent.json", "a.txt"]
    assert run("--write-baseline", *known).exit_code == 0
    assert run(*known).exit_code == 0
    write(folder / "a.txt", "Noe foran.\n\n" + TWICE + "\nOg og så et nytt.\n")
    assert rules(*known) == [("a.txt", "dobbeltord", False), ("a.txt", "dobbeltord", True)]
    write(folder / "a.txt", "Kommunene kom til Hamar.\n")
    assert "1 funn som ikke lenger finnes" in run(*known).stderr
    run("--prune-baseline", *known)
    assert json.loads((folder / "kjent.json").read_text())["findings"] == []
    assert run("--select", "dobbeltord", "--baseline", "mangler.json", "a.txt").exit_code == 2


def test_with_a_baseline_no_more_than_one_entry_is_held(folder: Path) -> None:
    def entries() -> Iterator[Entry]:
        for name in ("a.txt", "b.txt", "c.txt"):
            asked.append(name)
            finding = {"rule": "x", "fingerprint": "f", "suppressed": None}
            yield Entry(name, "txt", "nb", "", (), [finding], {}, [], [], None)

    for way in (partial(baseline.written, path=folder / "kjent.json"),
                partial(baseline.through, path=folder / "kjent.json", prune=False)):
        asked: list[str] = []
        first = next(passing := way(entries()))
        assert asked == ["a.txt"]
        assert first.findings[0]["suppressed"] == {"by": "baseline", "reason": "kjent.json"}
        assert len(list(passing)) == 2


def test_a_baseline_is_not_stale_for_what_a_run_did_not_look_at(folder: Path) -> None:
    write(folder / "a.txt", TWICE + "\nMøtet er 18 mars 2025.\n")
    known = ["--baseline", "kjent.json", "a.txt"]
    run("--write-baseline", "--select", "dobbeltord,dato-format", *known)
    before = (folder / "kjent.json").read_text()
    for fewer in (["--select", "dobbeltord"], ["--ignore", "dato-format", "--select", "dobbeltord,dato-format"]):
        done = run(*fewer, "--prune-baseline", *known)
        assert (done.exit_code, done.stderr) == (0, "")
    assert (folder / "kjent.json").read_text() == before


def test_suppressions_silence_and_unused_ones_are_findings(folder: Path) -> None:
    write(folder / "a.md", f"Først.\n\n<!-- ipr-lint: ignorer dobbeltord – sitat -->\n\n{TWICE}\n"
          "<!-- ipr-lint: ignorer dobbeltord – sitat -->\n\nIngenting her.\n")
    picked = ["--select", "dobbeltord,unntak", "a.md"]
    assert rules(*picked) == [("a.md", "dobbeltord", False), ("a.md", "unntak-ubrukt", True)]
    report = json.loads(run("--format", "json", *picked).stdout)
    assert report["files"][0]["findings"][0]["suppressed"]["reason"] == "sitat"
    assert report["summary"]["suppressed"] == 1
    assert rules("--select", "unntak", "a.md") == []  # nothing can be said of a rule that did not run


def test_a_reason_can_be_required(folder: Path) -> None:
    write(folder / "ipr-lint.toml", "require-reason = true\n")
    write(folder / "a.md", f"Først.\n\n<!-- ipr-lint: ignorer dobbeltord -->\n\n{TWICE}")
    assert ("a.md", "unntak-uten-grunn", True) in rules("--select", "dobbeltord,unntak", "a.md")


def test_a_waiver_holds_until_it_expires(folder: Path) -> None:
    waiver = '[[waivers]]\nrule = "dobbeltord"\nowner = "Kari"\nreason = "sitat"\nexpires = {}\n'
    write(folder / "a.txt", TWICE)
    write(folder / "ipr-lint.toml", waiver.format("2025-12-31"))
    assert rules("--select", "dobbeltord,unntak", "a.txt") == [("a.txt", "dobbeltord", False)]
    write(folder / "ipr-lint.toml", waiver.format("2025-03-09"))
    assert rules("--select", "dobbeltord,unntak", "a.txt") == [("a.txt", "unntak-utlopt", True),
                                                               ("a.txt", "dobbeltord", True)]


def test_own_rules_replace_and_add(folder: Path) -> None:
    assert CliRunner().invoke(main, ["new-rule", "min-regel"]).exit_code == 0
    assert CliRunner().invoke(main, ["rules", "min-regel", "--test", "--rules", "regler"]).exit_code == 0
    assert CliRunner().invoke(main, ["new-rule", "min-regel"]).exit_code == 2
    broken = (folder / "regler" / "husstil" / "min-regel.yaml").read_text(encoding="utf-8")
    write(folder / "regler" / "husstil" / "min-regel.yaml", broken.replace("level:", "nivaa:"))
    write(folder / "a.txt", TWICE)
    result = run("--select", "dobbeltord", "--rules", "regler", "a.txt")
    assert result.exit_code == 2
    assert "min-regel.yaml:3:1" in result.stderr
    assert "dobbeltord" in result.stdout


def test_init_writes_a_starter_that_holds_and_leaves_what_is_there(folder: Path) -> None:
    write(folder / ".pre-commit-config.yaml", "mitt\n")
    assert CliRunner().invoke(main, ["init"]).exit_code == 0
    assert (folder / ".pre-commit-config.yaml").read_text() == "mitt\n"
    uncommented = "\n".join(line.removeprefix("# ") for line in (folder / "ipr-lint.toml").read_text().splitlines()
                            if " = " in line or line.startswith("# ["))
    write(folder / "ipr-lint.toml", uncommented.replace('rules = "regler"             # egne', "# "))
    write(folder / "a.txt", "Kommunene kom til Hamar.\n")
    result = run("--write-baseline", "--select", "dobbeltord", "a.txt")
    assert result.exit_code == 0, result.output


def test_config_shows_where_a_setting_comes_from(folder: Path) -> None:
    write(folder / "ipr-lint.toml", 'fail-on = "warning"\n')
    shown = CliRunner().invoke(main, ["config"]).stdout
    assert 'fail-on = "warning"' in shown
    assert "ipr-lint.toml" in shown
    assert "# standard" in shown
