"""Annotates a corpus of Word files and has LibreOffice open the results: text, comments, anchors and changes compared.

Run: python benchmarks/word_roundtrip.py WORK-FOLDER [MORE-DOCX-OR-FOLDERS ...]
Needs LibreOffice and poppler-utils. PDFs stay in the work folder to be looked at.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

# ruff: noqa: E402 – the checkout comes before an installed package
from benchmarks.word_corpus import build
from ipr_lint import rulebook
from ipr_lint.model import Block, Context, Document, Edit, FileReport, Finding, Fix, Level, UnreadableError
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import annotated_copy
from ipr_lint.reporters.docx_edits import choose
from ipr_lint.source_map import source_range
from tests.word.outcome import accepted, assert_valid, ours, parts, rejected, source

# Shown by files without any of our code in them: LibreOffice's import is at fault, Word's is not.
KNOWN = {"xml-noter": "LibreOffice 7.4 gir fotnoter feil tekst når en merknad står mellom dem"}
BOOK = rulebook.load()
CHANGED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}


def main() -> int:
    """One line per file that fails, and the totals."""
    work = Path(sys.argv[1])
    for name in ("korpus", "inn", "kommentert", "sporet", "godtatt", "forkastet", "pdf"):
        (work / name).mkdir(parents=True, exist_ok=True)
    build(work / "korpus")
    given = [Path(argument) for argument in sys.argv[2:]]
    files = sorted((work / "korpus").glob("*.docx"))
    files += [path for one in given for path in (sorted(one.rglob("*.docx")) if one.is_dir() else [one])]
    names, failed, skipped, comments, changes = [], 0, [], 0, 0
    for number, path in enumerate(files):
        name = f"{number:03}-{path.name}"
        try:
            done = check(path.read_bytes(), work, name)
        except UnreadableError as error:
            skipped.append(f"{path.name}: {error}")
            continue
        except AssertionError as error:
            failed += 1
            print(f"FEIL {path}: {error!r}"[:300])
            continue
        names.append(name)
        comments, changes = comments + done[0], changes + done[1]
    differing = compare_pages(work, names)
    print(f"{len(names)} filer: {comments} kommentarer, {changes} sporede endringer; {failed} feilet; "
          f"{differing} skiller seg i LibreOffice; {len(skipped)} uten tekst: {', '.join(skipped)}")
    return 1 if failed or differing else 0


def check(data: bytes, work: Path, name: str) -> tuple[int, int]:
    """Annotate one file both ways and compare everything that can be compared without LibreOffice."""
    document = reader.read(data, name)
    findings = tuple(finding for block in document.blocks for finding in findings_in(block, document))
    whole = Finding("budskap", Level.WARNING, "Teksten viser ikke til noe budskap.", None)
    report = FileReport(name, document, Context(today=date(2026, 11, 17)), findings=(*findings, whole))
    noted, tracked = (annotated_copy(data, report, BOOK, tracked=tracked) for tracked in (False, True))
    for done in (noted, tracked):
        assert_valid(done.data)
        assert len(ours(done.data)) == done.comments == len(findings) + 1, "number of comments"
        check_anchors(document, findings, done.data)
    before, after = parts(data), parts(noted.data)
    old = CHANGED - {"word/comments.xml"} if "word/comments.xml" not in before else CHANGED
    assert {n: c for n, c in before.items() if n not in old} == {n: c for n, c in after.items() if n not in CHANGED}
    assert source(noted.data) == source(rejected(tracked.data)) == document.source, "text"
    assert source(accepted(tracked.data)) == fixed(document, findings), "fixed text"
    outputs = {"inn": data, "kommentert": noted.data, "sporet": tracked.data, "forkastet": rejected(tracked.data),
               "godtatt": accepted(tracked.data)}
    for folder, content in outputs.items():
        (work / folder / name).write_bytes(content)
    return noted.comments, tracked.changes


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
    edits = [edit for group in choose(document, list(findings)) for edit in group]
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[:edit.start] + edit.text.replace("\n", " ") + text[edit.end:]
    return text


def compare_pages(work: Path, names: list[str]) -> int:
    """Convert with LibreOffice; a copy with comments, and one with its changes rejected, must print as the draft."""
    texts: dict[str, dict[str, str]] = {}
    for folder in ("inn", "kommentert", "forkastet", "sporet", "godtatt"):
        target = work / "pdf" / folder
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(target),
                        *(str(work / folder / name) for name in names)], check=True, capture_output=True)
        texts[folder] = {name: printed((target / name).with_suffix(".pdf")) for name in names}
    differing = 0
    for name in names:
        for folder in ("kommentert", "forkastet"):
            if texts[folder][name] != texts["inn"][name]:
                known = next((why for part, why in KNOWN.items() if part in name), "")
                differing += not known
                print(f"{'KJENT' if known else 'ULIK'} {folder}/{name} {known}")
    return differing


def printed(pdf: Path) -> str:
    """All text on the pages of a PDF."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
