"""Fixes as tracked changes: in every container, beside those of others, accepted and rejected."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

import pytest

from ipr_lint.model import FileReport
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import annotated_copy
from ipr_lint.rulebook import Rulebook
from tests.reporters.word import CONTEXT, annotate, on
from tests.word.outcome import accepted, assert_valid, ours, parts, rejected, source
from tests.word.package import Docx
from tests.word.xml import dele, field, ins, link, note, p, r, sdt, tbl, tc, textbox, tr


def test_fixes_are_changes_that_can_be_told_apart(book: Rulebook) -> None:
    draft = Docx(body=[p("Den 17 mai vil Osloregionen feire.")])
    document = reader.read(draft.build(), "x")
    done = annotate(book, draft, on(document, "17 mai", "17. mai"),
                    on(document, "Osloregionen", "Osloregionen IPR", safe=False), tracked=True)
    body = parts(done.data)["word/document.xml"].decode()
    assert body.count('<w:ins ') == done.changes == 2
    assert 'w:author="ipr-lint"' in body
    assert 'w:author="ipr-lint (forslag)"' in body
    assert source(accepted(done.data)) == "Den 17. mai vil Osloregionen IPR feire."
    assert source(rejected(done.data)) == "Den 17 mai vil Osloregionen feire."
    assert [one.on for one in ours(done.data)] == ["17 mai", "Osloregionen"]
    assert "satt inn som sporet endring" in ours(done.data)[0].paragraphs[1]


@pytest.mark.parametrize("body", [
    p(r("Den 1", "<w:b/>"), ins(r("7 ma")), r("i feires")),
    p(ins(r("Den 17 mai feires"))),
    p(ins(r("Den "), r("17 mai", "<w:i/>"), r(" feires"))),
    p(link("rId80", r("Den 17 mai")), r(" feires")),
    p(sdt(r("Den 17 mai")), r(" feires")),
    p(field('HYPERLINK "https://x.no"', r("Den 17"), r(" mai")), r(" feires")),
    p('<w:moveTo w:id="8" w:author="A">', r("Den 17 mai"), "</w:moveTo>", r(" feires")),
    p(r("Den 17"), dele(" (sytten)"), r(" mai feires")),
    p(r("Den 17"), note(1), r(" mai feires")),
    p("<w:r><w:t>Den 1</w:t><w:lastRenderedPageBreak/><w:t>7</w:t><w:t xml:space=\"preserve\"> mai feires</w:t></w:r>"),
    tbl(tr(tc(p("Den 17 mai feires")))), p(textbox(p("Den 17 mai feires"))),
])
@pytest.mark.parametrize(("old", "new"), [("17 mai", "17. mai"), ("17 mai", ""), ("17 mai", "dag"), ("Den", "Da"), ("", "Nå: ")])
def test_changes_work_in_every_container(book: Rulebook, body: str, old: str, new: str) -> None:
    draft = Docx(body=[body], footnotes={1: p("Note")}, rels={"rId80": "https://x.no"})
    done = annotate(book, draft, (old, new), tracked=True)
    assert done.changes == 1
    assert source(rejected(done.data)).strip("\n") == source(draft.build()).strip("\n")
    assert source(accepted(done.data)).strip("\n").split("\n")[0] == "Den 17 mai feires".replace(old, new, 1)


def test_changes_reach_headers_and_notes_too(book: Rulebook) -> None:
    draft = Docx(body=[p("Tekst", note(1))], headers={"default": p("Oslo-regionen")}, footnotes={1: p("se 17 mai")})
    done = annotate(book, draft, ("Oslo-regionen", "Osloregionen"), ("17 mai", "17. mai"), tracked=True)
    assert source(accepted(done.data)) == "Tekst\nse 17. mai\nOsloregionen"


def test_formatting_is_copied_into_a_change(book: Rulebook) -> None:
    done = annotate(book, Docx(body=[p(r("Oslo", "<w:b/>"), r("regionen", "<w:i/>"), r(" mener"))]),
                    ("Osloregionen", "Rådet"), tracked=True)
    block = reader.read(accepted(done.data), "x").blocks[0]
    assert [(block.text[m.start:m.end], m.kind) for m in block.marks] == [("Rådet", "strong")]


def test_of_two_fixes_that_overlap_the_safe_one_is_entered(book: Rulebook) -> None:
    draft = Docx(body=[p("Den 17 mai feires")])
    document = reader.read(draft.build(), "x")
    done = annotate(book, draft, on(document, "Den 17 mai", "Nasjonaldagen", safe=False), on(document, "17 mai", "17. mai"),
                    tracked=True)
    assert source(accepted(done.data)) == "Den 17. mai feires"
    assert "må rettes for hånd her" in ours(done.data)[0].paragraphs[1]


def test_a_control_that_word_fills_anew_gets_comments_around_it_and_no_changes(book: Rulebook) -> None:
    bound = sdt(r("17 mai")).replace("<w:text/>", '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/>')
    done = annotate(book, Docx(body=[p("Den ", bound, r(" feires"))]), ("17 mai", "17. mai"), tracked=True)
    body = parts(done.data)["word/document.xml"].decode()
    assert body.index("commentRangeStart") < body.index("<w:sdt>") < body.index("</w:sdt>") < body.index("commentRangeEnd")
    assert done.changes == 0
    assert "må rettes for hånd her" in ours(done.data)[0].paragraphs[1]


def test_a_deleted_text_read_in_the_original_view_gets_comments_only(book: Rulebook) -> None:
    data = Docx(body=[p("Vi ", dele("i Oslo-regionen"), r(" mener"))]).build()
    document = reader.read(data, "x", "original")
    report = FileReport("x", document, CONTEXT, findings=(on(document, "Oslo-regionen", "Osloregionen"),))
    done = annotated_copy(data, report, book, tracked=True)
    assert_valid(done.data)
    assert (done.comments, done.changes) == (1, 0)


def test_an_english_reader_gets_english_comments(book: Rulebook) -> None:
    data = Docx(body=[p("Osloregionen mener")], headers={"default": p("Oslo-regionen")}).build()
    document = reader.read(data, "x")
    findings = (on(document, "Osloregionen", "Osloregionen IPR", safe=False), on(document, "Oslo-regionen"))
    report = FileReport("x", document, CONTEXT, findings=findings)
    first, second = ours(annotated_copy(data, report, book, tracked=True, ui_lang="en").data)
    assert first.paragraphs[1] == (
        "Suggestion: «Osloregionen» → «Osloregionen IPR» (see whether it fits, entered as a tracked change)")
    assert first.paragraphs[-1] == "Rule: navn-organisasjon (error)"
    assert second.paragraphs[0] == "About the page header: «Oslo-regionen»"
