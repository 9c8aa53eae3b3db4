"""What a reader of the Word page sees is what the blocks hold, in the order and the places they stand."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

import pytest

from ipr_lint.model import Kind
from ipr_lint.readers import docx
from tests.readers.word import blocks, document
from tests.word.outcome import parts
from tests.word.package import Docx, archive, simple
from tests.word.xml import (
    dele,
    field,
    ins,
    link,
    note,
    p,
    r,
    sdt,
    t,
    tbl,
    tc,
    textbox,
    tr,
)


def texts(*body: str) -> list[str]:
    return [block.text for block in blocks(*body)]


@pytest.mark.parametrize(("paragraph", "text"), [
    (p("Vi mener ", ins(r("fortsatt ")), dele("ikke "), r("dette.")), "Vi mener fortsatt dette."),
    (p(f'<w:moveTo w:id="5">{r("Inn ")}</w:moveTo><w:moveFrom w:id="6">{r("ut ")}</w:moveFrom>', r("igjen")), "Inn igjen"),
    (p("Se ", link("rId80", r("nettsiden")), r(".")), "Se nettsiden."),
    (p(r("Dato: "), sdt(r("17. mai"))), "Dato: 17. mai"),
    (p(r("Dato: "), sdt(r("Klikk her"), placeholder=True), r("snart")), "Dato: snart"),
    (p('<w:smartTag w:uri="u" w:element="place">', r("Oslo"), "</w:smartTag>"), "Oslo"),
    (p('<w:bdo w:val="rtl">', r("שלום", "<w:rtl/>"), "</w:bdo>"), "שלום"),
    (p(r("Side "), field("PAGE", r("3"))), "Side 3"),
    (p('<w:fldSimple w:instr=" DATE ">', r("i dag"), "</w:fldSimple>"), "i dag"),
    (p(r("En\tto\ntre")), "En\tto\ntre"),
    (p(f"<w:r>{t('Oslo')}<w:noBreakHyphen/>{t('regi')}<w:softHyphen/>{t('onen')}</w:r>"), "Oslo-regionen"),
    (p(r("synlig"), r(" skjult", "<w:vanish/>"), r(" her", '<w:vanish w:val="0"/>')), "synlig her"),
    (p('<w:r><w:t> kutt </w:t></w:r>', r("her")), "kutther"),
    (p('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Arial" w:char="2192"/></w:r>', r(" fram")), "→ fram"),
    (p('<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" '
       'w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>'), "😊"),
    (p("<w:r><w:ruby><w:rt><w:r><w:t>over</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>under</w:t></w:r></w:rubyBase>"
       "</w:ruby></w:r>"), "under"),
    (p("A" + "\u030a" + "s kommune"), "Ås kommune"),
    (p(r("A"), r("\u030as kommune")), "Ås kommune"),
])
def test_text_is_what_a_reader_sees(paragraph: str, text: str) -> None:
    assert texts(paragraph) == [text]


def test_a_field_that_never_ends_hides_nothing() -> None:
    broken = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("Teksten står."))
    assert texts(broken, p("Den neste også.")) == ["Teksten står.", "Den neste også."]


def test_the_original_view_takes_deletions_in_and_insertions_out() -> None:
    data = simple(p("Vi mener ", ins(r("fortsatt ")), dele("ikke "), r("dette.")))
    assert [block.text for block in docx.read(data, "x.docx", "original").blocks] == ["Vi mener ikke dette."]


def test_a_removed_paragraph_mark_joins_its_paragraph_with_the_next() -> None:
    mark = '<w:rPr><w:del w:id="4" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:rPr>'
    data = simple(p("Første ", props=mark), p("andre.", style="Sitat"), p(dele("Alt er slettet."), props=mark), p("Til slutt."))
    assert [block.text for block in docx.read(data, "x").blocks] == ["Første andre.", "Til slutt."]
    assert [block.text for block in docx.read(data, "x", "original").blocks] == [
        "Første", "andre.", "Alt er slettet.", "Til slutt."]
    assert docx.read(data, "x").source == "Første andre.\nTil slutt."


def test_a_deleted_row_is_gone_and_does_not_count() -> None:
    gone = tr(tc(p(dele("Utgått"))), tc(p(dele("0"))), props='<w:del w:id="3" w:author="A"/>')
    found = blocks(tbl(tr(tc(p("Kommune")), tc(p("Tall"))), gone, tr(tc(p("Asker")), tc(p("97 000")))))
    assert [(block.text, block.attributes["row"]) for block in found] == [
        ("Kommune", "1"), ("Tall", "1"), ("Asker", "2"), ("97 000", "2")]


def test_page_headers_are_boilerplate_and_only_those_that_are_printed() -> None:
    draft = Docx(body=[p("Tekst")], headers={"default": p("Osloregionen IPR"), "first": p("Bare forsiden")},
                 footers={"default": p("Side ", field("PAGE", r("1"))), "even": p("Partall")})
    assert [(b.text, b.kind, b.attributes["part"]) for b in document(draft.build()).blocks] == [
        ("Tekst", Kind.PARAGRAPH, "body"), ("Osloregionen IPR", Kind.BOILERPLATE, "header"),
        ("Side 1", Kind.BOILERPLATE, "footer")]
    draft.title_page = True
    assert "Bare forsiden" in [block.text for block in document(draft.build()).blocks]


@pytest.mark.parametrize(("first", "last", "shown"), [
    ("", "<w:titlePg/>", True), ("<w:titlePg/>", "", True), ("", "", False),
    ("", "<w:sectPrChange><w:sectPr><w:titlePg/></w:sectPr></w:sectPrChange>", False),
])
def test_a_section_has_the_page_headers_of_the_one_before(first: str, last: str, shown: bool) -> None:
    draft = Docx(headers={"first": p("Forside"), "default": p("Osloregionen IPR")}, body=[p("En")]).build()
    document_xml = parts(draft)["word/document.xml"].decode()
    section = document_xml[document_xml.index("<w:sectPr>"):document_xml.index("</w:body>")]
    earlier = p("To", props=section.replace("</w:sectPr>", f"{first}</w:sectPr>"))
    made = document_xml.replace(section, f"{earlier}<w:sectPr>{last}</w:sectPr>")
    found = document(archive({**parts(draft), "word/document.xml": made})).blocks
    assert sorted(block.text for block in found) == ["En", *(["Forside"] if shown else []), "Osloregionen IPR", "To"]


def test_a_text_box_counts_once_and_stands_after_its_paragraph() -> None:
    found = blocks(p("Før ", textbox(p("Fakta"), p("65 kommuner")), r("etter")), p("Neste"))
    assert [(b.text, b.attributes["part"], b.pieces[0].run and b.pieces[0].run.paragraph) for b in found] == [
        ("Før etter", "body", 1), ("Fakta", "textbox", 2), ("65 kommuner", "textbox", 3), ("Neste", "body", 4)]


def test_a_text_box_from_an_old_word_is_read() -> None:
    box = f'<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p("Fakta")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    assert texts(p(box)) == ["Fakta"]


def test_notes_come_in_the_order_of_their_marks_without_those_deleted() -> None:
    draft = Docx(body=[p("En", note(2), r(" to"), note(1), f'<w:del w:id="9">{note(3)}</w:del>', note(1, "endnote"))],
                 footnotes={1: p("SSB"), 2: p("NIBR"), 3: p("Slettet")}, endnotes={1: p("Sluttnote")})
    assert [(b.text, b.attributes["part"]) for b in document(draft.build()).blocks] == [
        ("En to", "body"), ("NIBR", "footnote"), ("SSB", "footnote"), ("Sluttnote", "endnote")]


def test_links_carry_their_address_across_split_runs() -> None:
    draft = Docx(body=[p("Les ", link("rId80", r("hele "), r("saken")), r(" og "), field('HYPERLINK "https://x.no"', r("her")),
                         r(" "), '<w:hyperlink w:anchor="vedlegg">', r("nederst"), "</w:hyperlink>")],
                 rels={"rId80": "https://osloregionen.no/sak"})
    (block,) = document(draft.build()).blocks
    assert [(block.text[m.start:m.end], m.attributes["href"]) for m in block.marks if m.kind == "link"] == [
        ("hele saken", "https://osloregionen.no/sak"), ("her", "https://x.no"), ("nederst", "#vedlegg")]
