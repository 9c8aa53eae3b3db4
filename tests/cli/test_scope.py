"""Where a gate is started changes nothing, and nothing that is misspelt or empty passes or fails in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.gate import TWICE, run, write


def found(*arguments: str) -> list[tuple[str, str]]:
    report = json.loads(run("--format", "json", *arguments).stdout)
    return [(Path(file["path"]).name, finding["rule"]) for file in report["files"] for finding in file["findings"]
            if not finding["suppressed"]]


@pytest.mark.parametrize(("start", "paths"), [
    (".", ["."]), ("innhold", ["."]), ("innhold", [".."]), ("ute", ["../innhold"])])
def test_patterns_count_from_the_configuration(
    folder: Path, monkeypatch: pytest.MonkeyPatch, start: str, paths: list[str]
) -> None:
    write(folder / "ipr-lint.toml", 'select = ["dobbeltord"]\nexclude = ["innhold/arkiv/**"]\n'
          '[[paths]]\nfiles = ["innhold/fri/**"]\nignore = ["dobbeltord"]\n')
    for name in ("arkiv/a.md", "fri/b.md", "ny/c.md"):
        write(folder / "innhold" / name, TWICE)
    (folder / "ute").mkdir()
    monkeypatch.chdir(folder / start)
    assert found(*paths) == [("c.md", "dobbeltord")]


def test_a_baseline_counts_from_its_folder_and_keeps_what_a_run_did_not_see(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "ipr-lint.toml", 'baseline = "kjent.json"\nselect = ["dobbeltord"]\n')
    write(folder / "innhold/a.md", TWICE)
    run("--write-baseline", ".")
    before = (folder / "kjent.json").read_text()
    monkeypatch.chdir(folder / "innhold")
    done = run(".", "--prune-baseline")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (folder / "kjent.json").read_text() == before
    write(folder / "ny.md", TWICE)
    run("--write-baseline", "../ny.md")
    rows = json.loads((folder / "kjent.json").read_text())["findings"]
    assert [row[0] for row in rows] == ["innhold/a.md", "ny.md"]


@pytest.mark.parametrize("table", [
    '[[paths]]\nfiles = ["**"]\nignore = ["dobbeltor"]\n',
    '[[waivers]]\nrule = "dobbeltor"\nowner = "x"\nreason = "y"\nexpires = 2099-01-01\n',
])
def test_a_misspelt_rule_in_a_table_is_named(folder: Path, table: str) -> None:
    write(folder / "ipr-lint.toml", table)
    write(folder / "a.md", TWICE)
    done = run("a.md")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"ipr-lint: {folder / 'ipr-lint.toml'}: ")
    assert "mente du «dobbeltord»" in done.stderr


def test_pruning_needs_a_baseline(folder: Path) -> None:
    write(folder / "a.md", TWICE)
    done = run("--prune-baseline", "a.md")
    assert (done.exit_code, "«baseline» i oppsettet" in done.stderr) == (2, True)


@pytest.mark.parametrize("line", ['default-channel = "nettsk"', '[[paths]]\nfiles = ["**"]\nchannel = "nettsk"'])
def test_a_misspelt_channel_is_named(folder: Path, line: str) -> None:
    write(folder / "ipr-lint.toml", line + "\n")
    write(folder / "a.md", TWICE)
    done = run("a.md")
    assert (done.exit_code, "mente du «nettsak»" in done.stderr) == (2, True)


def test_an_exception_for_a_rule_that_does_not_exist_is_unused_whatever_is_selected(folder: Path) -> None:
    write(folder / "a.md", f"<!-- ipr-lint: ignorer dobbeltor – x -->\n{TWICE}")
    assert found("--select", "dobbeltord,unntak", "a.md") == [("a.md", "unntak-ubrukt"), ("a.md", "dobbeltord")]


def test_an_exception_for_all_rules_needs_its_reason_too(folder: Path) -> None:
    write(folder / "ipr-lint.toml", "require-reason = true\n")
    write(folder / "a.md", f"Først.\n\n<!-- ipr-lint: av -->\n\n{TWICE}\n<!-- ipr-lint: på -->\n")
    assert found("--select", "dobbeltord,unntak", "a.md") == [("a.md", "unntak-uten-grunn")]


@pytest.mark.parametrize(("name", "text"), [
    ("delmal.html", '{{- partial "topp" . -}}\n'), ("_index.md", "---\ntitle: Seksjon\n---\n"),
    ("skjema.md", "{{< skjema >}}\n")])
def test_a_page_that_says_nothing_lacks_nothing(folder: Path, name: str, text: str) -> None:
    write(folder / name, text)
    assert [rule for _, rule in found(name) if rule in ("avsender", "faktainformasjon", "budskap", "kanal")] == []


def test_every_draft_has_the_nearest_configuration(folder: Path) -> None:
    write(folder / "a/ipr-lint.toml", 'ignore = ["dobbeltord"]\n')
    write(folder / "c/ipr-lint.toml", 'select = ["dobbeltord"]\nexclude = ["utkast/**"]\n')
    for name in ("a/x.md", "b/y.md", "c/z.md", "c/utkast/w.md"):
        write(folder / name, TWICE)
    for paths in (["a/x.md", "b/y.md", "c/z.md"], ["c/z.md", "b/y.md", "a/x.md"], ["."]):
        done = run("--select", "dobbeltord", "--format", "json", *paths)
        assert done.exit_code == 1
        assert sorted(found("--select", "dobbeltord", *paths)) == [("y.md", "dobbeltord"), ("z.md", "dobbeltord")]
    assert ("x.md", "dobbeltord") not in found("a")
    assert run("--fix", ".").exit_code == 2
    assert run("--fix", "--select", "dobbeltord", "c").exit_code == 0


def test_one_named_configuration_counts_for_all(folder: Path) -> None:
    write(folder / "a/ipr-lint.toml", 'ignore = ["dobbeltord"]\n')
    write(folder / "felles.toml", 'select = ["dobbeltord"]\n')
    write(folder / "a/x.md", TWICE)
    assert found("--config", "felles.toml", ".") == [("x.md", "dobbeltord")]
