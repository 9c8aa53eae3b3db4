"""Time of annotating a 200-page draft with 250, 500, 1000 and 2000 findings: should grow no faster than they do.

Run: python benchmarks/annotate.py
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from ipr_lint import rulebook
from ipr_lint.model import Context, Edit, FileReport, Finding, Fix, Level, Span
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import annotated_copy
from tests.word.package import Docx
from tests.word.xml import p, r

SENTENCE = "Osloregionen ber om flere avganger, og kommunene langs banen støtter kravet om en ny plan. "
PARAGRAPHS = 200 * 10  # ten paragraphs of some 45 words make a page
ONE_PARAGRAPH = 2000  # sentences in a single paragraph of one run: the worst place for many findings


def main() -> None:
    """Print one row per number of findings: comments only, with tracked changes, and all in one paragraph."""
    book = rulebook.load()
    pages = Docx(body=[p(r(SENTENCE * 3, "<w:b/>" if i % 7 == 0 else "")) for i in range(PARAGRAPHS)]).build()
    dense = Docx(body=[p(SENTENCE * ONE_PARAGRAPH)]).build()
    print(f"200 pages, {len(pages) / 1e3:.0f} kB; seconds (ms per finding)")
    print(f"{'findings':>8} {'comments':>16} {'tracked':>16} {'one paragraph':>16}")
    for count in (250, 500, 1000, 2000):
        row = [_timed(book, pages, count, False), _timed(book, pages, count, True), _timed(book, dense, count, True)]
        print(f"{count:>8} " + " ".join(f"{t:>7.2f} ({t / count * 1e3:5.2f})" for t in row))


def _timed(book: rulebook.Rulebook, data: bytes, count: int, tracked: bool) -> float:
    document = reader.read(data, "x.docx")
    findings = []
    at, step = 0, sum(len(block.text) for block in document.blocks) // count
    for block in document.blocks:
        for start in range(0, len(block.text), len(SENTENCE)):
            at += len(SENTENCE)
            if at >= (len(findings) + 1) * step and len(findings) < count:
                span = Span(block.id, start, start + 12)
                fix = Fix("Skriv «Osloregionen IPR»", (Edit(span, "Osloregionen IPR"),))
                findings.append(Finding("navn-organisasjon", Level.ERROR, "Her menes organisasjonen.", span,
                                        "Osloregionen", fixes=(fix,)))
    report = FileReport("x.docx", document, Context(today=date(2026, 1, 1)), findings=tuple(findings))
    begun = time.perf_counter()
    done = annotated_copy(data, report, book, tracked=tracked)
    assert done.comments == len(findings) == count, (done.comments, len(findings))
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
