"""`ipr-lint site` on a site served on loopback."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from ipr_lint.cli import main
from tests.readers.test_wxr import export, item
from tests.site.server import page, redirect, served

NORWEGIAN = ("Kommunene i området samarbeider om bedre togtilbud. De ber staten om flere avganger hver dag, og de vil "
             "ha nye tog på plass i løpet av året. ")
DANISH = ("Kommunerne i området samarbejder om bedre togforbindelser, og de beder staten om flere afgange hver dag. "
          "Vi synes også, at der mangler nye tog, selvom regeringen har lovet noget andet.")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPR_LINT_CACHE_DIR", str(tmp_path / ".cache"))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["site", "--delay", "0", "--today", "2025-03-10", *arguments])


def test_the_pages_of_a_site_are_linted_as_web_pages() -> None:
    with served({
        "/": page(NORWEGIAN, "/nyheter/da", "/gammel", "/borte"), "/nyheter/da": page(DANISH, lang="da"),
        "/gammel": redirect("/ny"), "/ny": page(NORWEGIAN + "De kom kom i går."),
    }) as site:
        done = run("--select", "sprak,dobbeltord", "--format", "json", site.address)
    report = json.loads(done.stdout)
    assert [(file["path"].removeprefix(site.address), file["channel"], [one["rule"] for one in file["findings"]])
            for file in report["files"]] == [
        ("/", "nettsak", []), ("/nyheter/da", "nettsak", ["sprak"]), ("/ny", "nettsak", ["dobbeltord"])]
    assert done.exit_code == 1
    assert f"død lenke: {site.address}/borte" in done.stderr


def test_a_page_that_says_its_channel_keeps_it_and_the_configuration_wins_over_the_default(folder: Path) -> None:
    (folder / "ipr-lint.toml").write_text("[[paths]]\nfiles = ['*/nyhetsbrev/*']\nchannel = 'nyhetsbrev'\n", "utf-8")
    own = page(NORWEGIAN)
    own.body = b"<meta name='ipr-lint:kanal' content='kronikk'>" + own.body
    with served({"/": page(NORWEGIAN, "/a", "/nyhetsbrev/1"), "/a": own, "/nyhetsbrev/1": page(NORWEGIAN * 2)}) as site:
        report = json.loads(run("--select", "dobbeltord", "--format", "json", site.address).stdout)
    assert [file["channel"] for file in report["files"]] == ["nettsak", "kronikk", "nyhetsbrev"]


@pytest.mark.parametrize("name", ["text", "concise", "sarif", "github", "gitlab", "junit", "rdjson", "html"])
def test_every_format_names_the_address(name: str) -> None:
    with served({"/": page("Kommunene kom kom til Hamar.")}) as site:
        done = run("--select", "dobbeltord", "--format", name, f"{site.address}/")
    assert done.exit_code == 1, done.stderr
    assert f"{site.address}/" in unquote(done.stdout)


@pytest.mark.parametrize(("arguments", "told"), [
    (["ftp://osloregionen.no"], "ventet en adresse"), (["--fix", "http://127.0.0.1"], "--fix"), ([], "ADRESSE"),
    (["--format", "tekst", "http://127.0.0.1"], "mente du"),
])
def test_wrong_use(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_site_that_is_not_there() -> None:
    done = run("--max-time", "1", "--format", "json", "http://127.0.0.1:9/")
    assert done.exit_code == 2
    assert json.loads(done.stdout)["files"][0]["error"]


def test_the_posts_of_a_wordpress_export(folder: Path) -> None:
    path = export(folder, item("<p>Kommunene kom kom til Hamar.</p>"), item("<p>Fint.</p>", link="", number=9))
    checked = ["check", "--select", "dobbeltord", "--format", "json", "eksport.xml", "borte.xml"]
    done = CliRunner().invoke(main, checked)
    files = {file["path"]: file for file in json.loads(done.stdout)["files"]}
    assert [one["rule"] for one in files["https://x.no/a"]["findings"]] == ["dobbeltord"]
    assert {file["channel"] for file in files.values() if not file["error"]} == {"nettsak"}
    assert f"{path.name}/9.html" in files
    assert (files["borte.xml"]["error"], done.exit_code) == ("filen finnes ikke", 2)


def test_several_processes_give_the_same_report(folder: Path) -> None:
    pages = {f"/{number}": page(f"{NORWEGIAN} Sak {number} kom kom opp.") for number in range(5)}
    with served({"/": page(NORWEGIAN, *pages, "/borte"), **pages}) as site:
        told = ("--select", "dobbeltord", "--format", "json", site.address)
        one, two, cached = (run(*jobs, *told) for jobs in (["--no-cache"], ["--jobs", "2"], ["--jobs", "2"]))
    assert one.stdout == two.stdout == cached.stdout
    assert one.exit_code == two.exit_code == 1
