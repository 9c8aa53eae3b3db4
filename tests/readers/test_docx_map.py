"""Whatever the run structure: every position of every block leads back to the same characters of the Word file."""

from __future__ import annotations

import io
import unicodedata
import zipfile

from hypothesis import HealthCheck, given, settings
from lxml import etree

from ipr_lint.docx_xml.names import qn
from ipr_lint.docx_xml.text import atoms
from ipr_lint.model import Block, Document
from ipr_lint.readers import docx
from ipr_lint.source_map import source_range
from tests.word.package import Docx
from tests.word.structures import BODY, Body
from tests.word.xml import p

INVISIBLE = "\u00ad\u200b"


def bytes_of(body: Body) -> bytes:
    return Docx(body=[p("Slik begynner det."), body.xml], rels={"rId80": "https://osloregionen.no"}).build()


def seen(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(char for char in text if char not in INVISIBLE)).strip()


def bare(text: str) -> str:
    """Canonical letters only: a zero-width space between a letter and its accent keeps them from being one."""
    return unicodedata.normalize("NFD", "".join(seen(text).split()))


def runs_of(data: bytes) -> dict[tuple[int, int], str]:
    """(paragraph, run) -> text, found by counting in the XML itself."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    for copy in list(root.iter(qn("mc:Fallback"))):
        copy.getparent().remove(copy)
    found = {}
    for number, paragraph in enumerate(root.iter(qn("w:p")), 1):
        own = (run for run in paragraph.iter(qn("w:r")) if next(run.iterancestors(qn("w:p"))) is paragraph)
        found.update({(number, index): "".join(text for _, text in atoms(run)) for index, run in enumerate(own)})
    return found


def check_pieces(document: Document, block: Block, runs: dict[tuple[int, int], str]) -> None:
    assert "".join(block.text[piece.start:piece.end] for piece in block.pieces) == block.text
    for piece in block.pieces:
        assert piece.run is not None
        run = runs[piece.run.paragraph, piece.run.run]
        shown = document.source[piece.source_start:piece.source_end]
        if piece.verbatim:
            assert shown == block.text[piece.start:piece.end]
            assert run[piece.run.offset:piece.run.offset + len(shown)] == shown
        else:
            assert run[piece.run.offset].replace("\n", " ") == shown[0]


def check_spans(document: Document, block: Block) -> None:
    for start in range(len(block.text)):
        for end in range(start + 1, min(len(block.text), start + 6) + 1):
            low, high = source_range(block.pieces, start, end)
            whole = [piece for piece in block.pieces if piece.start < end and piece.end > start and not piece.verbatim]
            first = min([start, *(piece.start for piece in whole)])
            last = max([end, *(piece.end for piece in whole)])
            assert bare(document.source[low:high]) == bare(block.text[first:last])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODY)
def test_every_piece_leads_to_its_run_and_its_place_in_the_source(body: Body) -> None:
    data = bytes_of(body)
    document, runs = docx.read(data, "utkast.docx"), runs_of(data)
    for block in document.blocks:
        check_pieces(document, block, runs)
        check_spans(document, block)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODY)
def test_both_views_read_what_was_written(body: Body) -> None:
    data = bytes_of(body)
    for view, texts in (("accepted", body.accepted), ("original", body.original)):
        document = docx.read(data, "utkast.docx", view)  # type: ignore[arg-type]
        assert [bare(text) for text in ("Slik begynner det.", *texts) if seen(text)] == [
            bare(block.text) for block in document.blocks]
        assert len(document.source.split("\n")) == 1 + len(texts)
