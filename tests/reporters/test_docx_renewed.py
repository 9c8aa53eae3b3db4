"""What Word makes anew by itself: marks stand around it, and no change is entered in it; many places of one finding."""

from __future__ import annotations

import re

import pytest

from ipr_lint.model import Context, Edit, FileReport, Finding, Fix, Level, Span, UnreadableError
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import annotated_copy
from ipr_lint.rulebook import Rulebook
from tests.reporters.word import annotate, on
from tests.word.outcome import accepted, ours, parts, rejected, source
from tests.word.package import Docx
from tests.word.xml import field, note, p, r, sdt, tbl, tc, tr

BOUND = '<w:dataBinding w:xpath="/x" w:storeItemID="{0}"/>'
LOCKED = '<w:lock w:val="sdtContentLocked"/>'
LIST = "<w:dropDownList/>"
SIMPLE = '<w:fldSimple w:instr=" AUTHOR ">{}</w:fldSimple>'


def body_of(data: bytes) -> str:
    return parts(data)["word/document.xml"].decode()


def control(properties: str, content: str) -> str:
    return sdt(content).replace("</w:sdtPr>", f"{properties}</w:sdtPr>", 1)


@pytest.mark.parametrize("body", [
    p(r("Fra "), field("DOCPROPERTY Company", r("Oslo-regionen")), r(" i dag")),
    p(r("Fra "), field("IF 1", r("Oslo-"), field("QUOTE x", r("regionen"))), r(" i dag")),
    p(r("Fra "), SIMPLE.format(r("Oslo-regionen")), r(" i dag")),
])
def test_marks_stand_around_a_field_and_its_result_is_left_alone(book: Rulebook, body: str) -> None:
    done = annotate(book, Docx(body=[body]), ("Oslo-regionen", "Osloregionen"), ("Fra", "Frå"), tracked=True)
    assert done.changes == 1
    told = re.split(r"<w:comment(?:RangeStart|RangeEnd|Reference) [^>]*/>", body_of(done.data))
    fields = [len(re.findall(r'"begin"|<w:fldSimple ', part)) - len(re.findall(r'"end"|</w:fldSimple>', part))
              for part in told]
    assert fields == [0] * len(told)
    assert "må rettes for hånd her" in "".join(ours(done.data)[0].paragraphs)
    assert source(accepted(done.data)) == "Frå Oslo-regionen i dag"


@pytest.mark.parametrize("body", [
    [control(BOUND, p("Oslo-regionen")), p("Tekst")],
    [control(LOCKED, p("Oslo-regionen")), p("Tekst")],
    [p(control(LIST, r("Oslo-regionen"))), p("Tekst")],
    [tbl(tr(control(BOUND, tc(p("Oslo-regionen"))), tc(p("Tekst")))), p("Til slutt")],
    [tbl(control(BOUND, tr(tc(p("Oslo-regionen"))))), p("Til slutt")],
])
def test_no_change_is_entered_in_a_control_that_is_bound_or_locked(book: Rulebook, body: list[str]) -> None:
    for tracked in (False, True):
        done = annotate(book, Docx(body=body), ("Oslo-regionen", "Osloregionen"), tracked=tracked)
        assert (done.changes, len(ours(done.data))) == (0, 1)


def many(document_data: bytes, *blocks: int) -> Finding:
    """One finding on the double space of each of these blocks."""
    document = reader.read(document_data, "x")
    spans = [Span(number, document.blocks[number].text.index("  "), document.blocks[number].text.index("  ") + 2)
             for number in blocks]
    edits = tuple(Edit(span, " ") for span in spans)
    return Finding("tegn", Level.WARNING, "Bruk ett mellomrom.", spans[0], "  ", related=tuple(spans[1:]),
                   fixes=(Fix("Bruk ett mellomrom", edits, safe=True),))


def test_a_finding_with_many_places_is_marked_at_its_first_and_changed_at_all(book: Rulebook) -> None:
    draft = Docx(body=[p("En  to", note(1)), p("Tre  fire")], footnotes={1: p("Se  her")},
                 footers={"default": p("A  B")})
    data = draft.build()
    done = annotate(book, data, many(data, 0, 1, 2, 3), tracked=True)
    assert source(accepted(done.data)) == "En to\nTre fire\nSe her\nA B"
    assert source(rejected(done.data)) == source(data)
    assert [name for name, xml in parts(done.data).items() if b"commentRange" in xml] == ["word/document.xml"]
    assert [comment.on for comment in ours(done.data)] == ["  "]
    assert "satt inn som sporet endring" in "".join(ours(done.data)[0].paragraphs)


def test_a_place_that_cannot_be_changed_does_not_keep_the_others_back(book: Rulebook) -> None:
    data = Docx(body=[p("En  to"), p(field("QUOTE x", r("Tre  fire"))), p("Fem  seks")]).build()
    done = annotate(book, data, many(data, 0, 1, 2), tracked=True)
    assert source(accepted(done.data)) == "En to\nTre  fire\nFem seks"
    assert "der det gikk" in "".join(ours(done.data)[0].paragraphs)


def test_a_second_run_keeps_the_comments_on_open_changes_only(book: Rulebook) -> None:
    data = Docx(body=[p("Her er Oslo-regionen i dag")]).build()
    document = reader.read(data, "x")
    findings = (on(document, "Oslo-regionen", "Osloregionen"), on(document, "Her er Oslo-regionen i dag"))
    first = annotate(book, data, *findings, tracked=True)
    assert len(ours(first.data)) == 2
    again = annotate(book, first.data, "Her er", tracked=True)
    assert [len(ours(one.data)) for one in (first, again)] == [2, 2]
    assert [comment.on for comment in ours(again.data)][-1] == "Her er"


def test_a_form_that_nobody_has_filled_in_takes_comments_too(book: Rulebook) -> None:
    empty = control("<w:showingPlcHdr/>", p("Skriv her"))
    draft = Docx(body=[empty, p()], headers={"default": p("Oslo-regionen")})
    done = annotate(book, draft, "Oslo-regionen")
    assert len(ours(done.data)) == 1


def test_a_body_without_paragraphs_is_refused_in_one_line(book: Rulebook) -> None:
    data = Docx(body=['<w:altChunk r:id="rId99"/>'], headers={"default": p("Oslo-regionen")}).build()
    document = reader.read(data, "x")
    report = FileReport("x", document, Context(), findings=(on(document, "Oslo-regionen"),))
    with pytest.raises(UnreadableError, match="ingen avsnitt"):
        annotated_copy(data, report, book)


def test_white_space_in_a_header_is_called_so(book: Rulebook) -> None:
    data = Docx(body=[p("Tekst")], headers={"default": p("A  B")}).build()
    done = annotate(book, data, many(data, 1))
    assert "«mellomrom»" in ours(done.data)[0].paragraphs[0]
