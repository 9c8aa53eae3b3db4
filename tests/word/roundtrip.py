"""A Word file in; it with comments, with tracked changes, accepted and rejected out, all compared with the original."""

from __future__ import annotations

import io
from datetime import date
from typing import NamedTuple

import docx

from ipr_lint import rulebook
from ipr_lint.model import Block, Context, Document, Edit, FileReport, Finding, Fix, Level
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import annotated_copy
from ipr_lint.reporters.docx_edits import choose
from ipr_lint.source_map import source_range
from tests.word.outcome import accepted, assert_valid, ours, parts, rejected, source

BOOK = rulebook.load()
CHANGED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}


class Outcome(NamedTuple):
    """The files made of one draft by name, and how many comments and changes they have."""

    files: dict[str, bytes]
    comments: int
    changes: int


def check(data: bytes, name: str) -> Outcome:
    """Annotate one file both ways. Raises: AssertionError naming what differs, UnreadableError for one without text."""
    document = reader.read(data, name)
    findings = tuple(finding for block in document.blocks for finding in findings_in(block, document))
    whole = Finding("budskap", Level.WARNING, "Teksten viser ikke til noe budskap.", None)
    report = FileReport(name, document, Context(today=date(2026, 11, 17)), findings=(*findings, whole))
    noted, tracked = (annotated_copy(data, report, BOOK, tracked=tracked) for tracked in (False, True))
    for done in (noted, tracked):
        assert_valid(done.data)
        assert len(ours(done.data)) == done.comments == len(findings) + 1, "number of comments"
        check_anchors(document, findings, done.data)
        read_back = [one for one in docx.Document(io.BytesIO(done.data)).comments if one.author == "ipr-lint"]
        assert len(read_back) == done.comments, "comments that python-docx reads"
    before, after = parts(data), parts(noted.data)
    old = CHANGED - {"word/comments.xml"} if "word/comments.xml" not in before else CHANGED
    assert {n: c for n, c in before.items() if n not in old} == {n: c for n, c in after.items() if n not in CHANGED}
    assert source(noted.data) == source(rejected(tracked.data)) == document.source, "text"
    assert source(accepted(tracked.data)) == fixed(document, findings), "fixed text"
    files = {"inn": data, "kommentert": noted.data, "sporet": tracked.data, "forkastet": rejected(tracked.data),
             "godtatt": accepted(tracked.data)}
    return Outcome(files, noted.comments, tracked.changes)


def findings_in(block: Block, document: Document) -> list[Finding]:
    """The first word, the last six characters and the middle of a block, each with a fix; an image as it is."""
    length = len(block.text)
    first = len(block.text.split()[0]) if length else 0
    spans = {(0, first), (max(0, length - 6), length), (length // 3, length // 2)}
    found = []
    for number, (start, end) in enumerate(sorted(spans)):
        span = block.span(start, end)
        text = document.text(span)
        fixes = (Fix("Rett", (Edit(span, text.upper() + "x"),), safe=number == 0),) if text.strip() else ()
        found.append(Finding("navn-organisasjon", Level.ERROR, f"Om «{text}»", span, text, fixes=fixes))
    return found


def check_anchors(document: Document, findings: tuple[Finding, ...], data: bytes) -> None:
    """Every comment in the body stands on the finding's characters."""
    for finding, comment in zip(findings, ours(data), strict=False):
        block = document.blocks[finding.span.block] if finding.span else None
        if finding.span and block and block.attributes["part"] == "body":
            low, high = source_range(block.pieces, finding.span.start, finding.span.end)
            assert comment.on == document.source[low:high], ("anchor", comment.on, document.source[low:high])


def fixed(document: Document, findings: tuple[Finding, ...]) -> str:
    """The source with every chosen fix applied."""
    text = document.source
    edits = [edit for one in choose(document, list(findings)) for unit in one.units for edit in unit]
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[:edit.start] + edit.text.replace("\n", " ") + text[edit.end:]
    return text
