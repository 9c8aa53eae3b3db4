"""`--annotate` and `--tracked` as an adviser uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipr_lint.cli import main
from tests.word.outcome import accepted, ours, source
from tests.word.package import simple
from tests.word.xml import p


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notat").mkdir()
    (tmp_path / "brev.docx").write_bytes(simple(p("Møtet er 17 mai i Asker.")))
    (tmp_path / "notat" / "brev.docx").write_bytes(simple(p("Møtet er 3 mars og 4 april i Ski.")))
    (tmp_path / "notat" / "lapp.txt").write_text("Møtet er 5 mai.", encoding="utf-8")
    return tmp_path


def lint(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--no-cache", "--select", "dato-format", *arguments])


def test_one_draft_gets_one_copy(folder: Path) -> None:
    result = lint("brev.docx", "--annotate", "ut.docx", "--tracked")
    assert result.exit_code == 1
    assert "skrev 1 kommentar og 1 sporet endring i ut.docx" in result.stderr
    data = (folder / "ut.docx").read_bytes()
    assert [comment.on for comment in ours(data)] == ["17 mai"]
    assert source(accepted(data)) == "Møtet er 17. mai i Asker."


def test_many_drafts_get_copies_in_a_folder_that_keep_their_places(folder: Path) -> None:
    result = lint(".", "--annotate", "kommentert/")
    assert result.exit_code == 1
    assert len(ours((folder / "kommentert" / "notat" / "brev.docx").read_bytes())) == 2
    assert (folder / "kommentert" / "brev.docx").exists()
    assert not (folder / "kommentert" / "notat" / "lapp.txt").exists()


def test_copies_of_an_earlier_run_are_left_out_and_mentioned(folder: Path) -> None:
    lint(".", "--annotate", "kommentert/")
    result = lint(".", "--annotate", "kommentert/")
    assert "hoppet over 2 kopi(er)" in result.stderr
    assert len(ours((folder / "kommentert" / "notat" / "brev.docx").read_bytes())) == 2


def test_copies_over_the_drafts_are_refused(folder: Path) -> None:
    (folder / "lenke").symlink_to(folder, target_is_directory=True)
    before = (folder / "brev.docx").read_bytes()
    for target in ("brev.docx", "./", "lenke/"):
        result = lint("brev.docx", "--annotate", target)
        assert result.exit_code == 2
        assert "er selve utkastet" in result.stderr
    assert (folder / "brev.docx").read_bytes() == before


@pytest.mark.parametrize(("arguments", "says"), [
    (["brev.docx", "--tracked"], "--tracked trenger --annotate"),
    (["notat/lapp.txt", "--annotate", "ut.docx"], "ingen av filene er .docx"),
    (["brev.docx", "notat/brev.docx", "--annotate", "ut.docx"], "trengs en mappe"),
    (["brev.docx", "--annotate", "ut.pdf"], "ventet et filnavn på .docx"),
])
def test_misuse_is_explained(folder: Path, arguments: list[str], says: str) -> None:
    result = lint(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert not (folder / "ut.docx").exists()


def test_findings_of_the_baseline_get_no_comment(folder: Path) -> None:
    lint("brev.docx", "--baseline", "kjent.json", "--write-baseline")
    result = lint("brev.docx", "--baseline", "kjent.json", "--annotate", "ut.docx")
    assert "skrev 0 kommentarer" in result.stderr


def test_the_other_view_is_read_on_request(folder: Path) -> None:
    gone = '<w:del w:id="3" w:author="A"><w:r><w:delText>17 mai</w:delText></w:r></w:del>'
    (folder / "endret.docx").write_bytes(simple(p("Møtet er ", gone)))
    assert lint("endret.docx").exit_code == 0
    assert lint("endret.docx", "--docx-view", "original").exit_code == 1
