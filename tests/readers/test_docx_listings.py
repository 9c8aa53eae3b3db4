"""A table of contents or an index repeats what stands elsewhere in a Word draft: it is no text, but keeps its lines."""

from __future__ import annotations

import pytest

from tests.readers.word import blocks, document
from tests.word.package import simple
from tests.word.xml import field, p, picture, r, sdt

BEGIN = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
         '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def texts(*body: str) -> list[str]:
    return [block.text for block in blocks(*body)]


@pytest.mark.parametrize("instruction", ["TOC \\o", "toc \\h", "INDEX \\c 2", "TOA \\p"])
def test_what_a_field_gathers_is_no_text(instruction: str) -> None:
    page = field("PAGEREF _Toc1", r("1"))
    draft = document(simple(
        p("Innhold"), p(BEGIN.format(instruction), r("Tog\t"), page), p(r("Buss\t"), page), p(END, r("Etterpå")),
        p("Tog", style="Overskrift1")))
    assert [block.text for block in draft.blocks] == ["Innhold", "Etterpå", "Tog"]
    assert draft.source.split("\n") == ["Innhold", "Tog\t1", "Buss\t1", "Etterpå", "Tog"]


@pytest.mark.parametrize("body", [
    p('<w:fldSimple w:instr=" TOC \\o ">', r("Tog"), "</w:fldSimple>"), p("Tog", style="INNH1"),
    sdt(p(field("TOC", r("Tog\t1")))),
])
def test_contents_by_a_simple_field_or_by_style_are_no_text(body: str) -> None:
    assert texts(body, p("Vi vil ha tog.")) == ["Vi vil ha tog."]


def test_other_fields_and_what_stands_beside_a_listing_are_text() -> None:
    assert texts(p(r("Se "), field("REF _Toc1", r("Tog")), r(".")), p(r("Innhold: "), field("TOC", r("Tog"))),
                 p(field("TOCA", r("Tog")))) == ["Se Tog.", "Innhold: Tog", "Tog"]


def test_an_image_in_a_contents_line_is_kept() -> None:
    assert [block.kind for block in blocks(p(picture(), field("TOC", r("Tog"))), p("Tekst"))] == ["image", "paragraph"]
