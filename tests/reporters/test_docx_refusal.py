"""An annotated copy is never written over a draft, whatever way leads there; a failure leaves nothing behind."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ipr_lint.model import FileReport, UnreadableError
from ipr_lint.readers import read
from ipr_lint.reporters.docx import RefusedError, annotate
from ipr_lint.rulebook import Rulebook
from tests.word.package import simple
from tests.word.xml import p


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "utkast" / "a.docx"
    path.parent.mkdir()
    path.write_bytes(simple(p("Osloregionen mener")))
    return path


def _linked_folder(draft: Path) -> Path:
    link = draft.parent.parent / "lenke"
    link.symlink_to(draft.parent, target_is_directory=True)
    return link / draft.name


def _linked_file(draft: Path) -> Path:
    link = draft.parent / "lenke.docx"
    link.symlink_to(draft)
    return link


def _hard_link(draft: Path) -> Path:
    link = draft.parent / "hard.docx"
    os.link(draft, link)
    return link


@pytest.mark.parametrize("way", [
    lambda draft: draft, lambda draft: draft.parent / ".." / draft.parent.name / draft.name, _linked_folder,
    _linked_file, _hard_link,
])
def test_the_draft_itself_is_refused(book: Rulebook, draft: Path, way: Callable[[Path], Path]) -> None:
    before = draft.read_bytes()
    with pytest.raises(RefusedError, match="selve utkastet"):
        annotate(FileReport(str(draft), read(draft)), book, draft, way(draft))
    assert draft.read_bytes() == before


def test_another_draft_of_the_run_is_refused(book: Rulebook, draft: Path) -> None:
    other = draft.with_name("b.docx")
    other.write_bytes(simple(p("Noe annet")))
    with pytest.raises(RefusedError):
        annotate(FileReport(str(draft), read(draft)), book, draft, other, inputs=[draft, other])


def test_an_earlier_copy_is_replaced(book: Rulebook, draft: Path) -> None:
    out = draft.with_name("kopi.docx")
    out.write_bytes(b"gammel")
    annotate(FileReport(str(draft), read(draft)), book, draft, out)
    assert read(out).source == "Osloregionen mener"


def test_a_failed_copy_leaves_nothing_behind(book: Rulebook, draft: Path) -> None:
    report = FileReport(str(draft), read(draft))
    draft.write_bytes(simple(p("Endret")))
    with pytest.raises(UnreadableError):
        annotate(report, book, draft, draft.with_name("kopi.docx"))
    with pytest.raises(RefusedError, match="kan ikke skrives"):
        annotate(FileReport(str(draft), read(draft)), book, draft, draft / "under" / "kopi.docx")
    assert [path.name for path in draft.parent.iterdir()] == ["a.docx"]
