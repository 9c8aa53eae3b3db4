"""Where a finding in a Word draft stands, as its reader counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint.model import FileReport
from ipr_lint.readers import docx as reader
from ipr_lint.readers import read
from ipr_lint.reporters.located import locate
from ipr_lint.reporters.words import place
from ipr_lint.rulebook import Rulebook
from tests.reporters.word import on
from tests.word.package import Docx
from tests.word.xml import p, tbl, tc, textbox, tr


@pytest.mark.parametrize(("text", "shown"), [
    ("Første", "avsnitt 1"), ("Andre", "avsnitt 2"), ("Hamar", "tabell 1, rad 2"), ("Tredje", "avsnitt 3"),
    ("Ramme", "tekstboks, avsnitt 1"), ("Avsender", "topptekst, avsnitt 1"),
])
def test_paragraphs_are_counted_without_empty_ones_and_tables(book: Rulebook, text: str, shown: str) -> None:
    towns = tbl(tr(tc(p("By")), tc(p("Tog"))), tr(tc(p("Hamar")), tc(p("12"))))
    draft = Docx(body=[p("Første avsnitt."), p(), p("Andre avsnitt."), towns,
                       p("Tredje avsnitt."), p(textbox(p("Ramme.")))],
                 headers={"default": p("Avsender: Oslo-regionen")})
    document = reader.read(draft.build(), "utkast.docx")
    entry = locate(FileReport("utkast.docx", document, findings=(on(document, text),)), book)
    assert place(entry.findings[0], "docx", "nb") == shown


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(book: Rulebook, end: str) -> None:
    text = end.join(["# Tittel", "", "<!-- ipr-lint: ignorer tegn -->", "Hamar er en by.", ""])
    document = read(Path("a.md"), data=text.encode())
    entry = locate(FileReport("a.md", document, findings=(on(document, "Hamar"),)), book)
    assert entry.findings[0]["span"]["start"] == {"line": 4, "column": 1, "offset": text.index("Hamar")}
    assert document.suppressions[0].by == "kommentar i linje 3"
