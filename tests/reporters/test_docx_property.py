"""Whatever the run structure: comments stand on exactly the characters found, and fixes accept and reject cleanly."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipr_lint import rulebook
from ipr_lint.model import Context, Document, Edit, FileReport, Finding, Fix, Level, Span
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import annotated_copy
from ipr_lint.reporters.docx_edits import choose
from ipr_lint.source_map import source_range
from tests.word.outcome import accepted, assert_valid, ours, parts, rejected, source
from tests.word.package import Docx
from tests.word.structures import BODY, TEXT, Body
from tests.word.xml import p

BOOK = rulebook.load()


def bytes_of(body: Body) -> bytes:
    return Docx(body=[p("Slik begynner det."), body.xml], rels={"rId80": "https://osloregionen.no"}).build()


class Draft(NamedTuple):
    """A generated file, what the reader made of it, and findings in it."""

    body: str
    data: bytes
    document: Document
    findings: list[Finding]

    def __repr__(self) -> str:
        fixes = [(finding.span, finding.fixes) for finding in self.findings]
        return f"{self.body}\n{self.document.source!r}\n{fixes}"


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    body = draw(BODY)
    data = bytes_of(body)
    document = reader.read(data, "utkast.docx")
    findings = []
    for block in document.blocks:
        for _ in range(draw(st.integers(0, 3))):
            first, last = sorted((draw(st.integers(0, len(block.text))), draw(st.integers(0, len(block.text)))))
            span = Span(block.id, first, last)
            new = draw(TEXT.filter(lambda text: "\t" not in text and "\n" not in text))
            fixes = (Fix("Endre", (Edit(span, new),), draw(st.booleans())),) if draw(st.booleans()) else ()
            text = document.text(span)
            findings.append(Finding("navn-organisasjon", Level.ERROR, "Melding", span, text, fixes=fixes))
    return Draft(body.xml, data, document, findings)


def fixed(document: Document, findings: list[Finding]) -> str:
    text = document.source
    edits = [edit for one in choose(document, findings) for unit in one.units for edit in unit]
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[:edit.start] + edit.text + text[edit.end:]
    return text


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts())
def test_comments_stand_on_exactly_the_characters(draft: Draft) -> None:
    data, document, findings = draft.data, draft.document, draft.findings
    done = annotated_copy(data, FileReport("x", document, Context(), findings=tuple(findings)), BOOK)
    assert_valid(done.data)
    assert source(done.data) == document.source
    if findings:
        spans = [finding.span for finding in findings if finding.span]
        places = [source_range(document.blocks[span.block].pieces, span.start, span.end) for span in spans]
        boxed = [document.blocks[span.block].attributes["part"] == "textbox" for span in spans]
        assert [comment.on for comment in ours(done.data)] == [
            "" if box else document.source[low:high] for box, (low, high) in zip(boxed, places, strict=True)]
    before, after = parts(data), parts(done.data)
    touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert {name: before[name] for name in before if name not in touched} == {
        name: after[name] for name in before if name not in touched}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts())
def test_accepting_gives_the_fixed_text_and_rejecting_the_original(
    draft: Draft,
) -> None:
    data, document, findings = draft.data, draft.document, draft.findings
    report = FileReport("x", document, Context(), findings=tuple(findings))
    done = annotated_copy(data, report, BOOK, tracked=True)
    assert_valid(done.data)
    assert source(rejected(done.data)) == document.source
    assert source(accepted(done.data)) == source(done.data) == fixed(document, findings)
    assert done.changes == sum(1 for one in choose(document, findings) if one.units)
    again = reader.read(rejected(done.data), "utkast.docx")
    assert [(b.kind, b.text, b.marks) for b in again.blocks] == [(b.kind, b.text, b.marks) for b in document.blocks]
