"""What a reader of the Word page sees is what the blocks hold, each with its kind and attributes."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint.model import Block, Document, Kind
from ipr_lint.readers import docx, read
from tests.word.package import Docx, simple
from tests.word.xml import (
    DECORATIVE,
    comment,
    dele,
    field,
    ins,
    link,
    note,
    numbered,
    p,
    picture,
    r,
    sdt,
    t,
    tbl,
    tc,
    textbox,
    tr,
)


def blocks(*body: str) -> tuple[Block, ...]:
    return document(simple(*body)).blocks


def document(data: bytes) -> Document:
    return read(Path("utkast.docx"), data=data)


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


@pytest.mark.parametrize(("style", "kind", "level"), [
    ("Tittel", Kind.HEADING, 1), ("Overskrift1", Kind.HEADING, 1), ("Overskrift3", Kind.HEADING, 3),
    ("Mellomtittel", Kind.HEADING, 2), ("Sitat", Kind.QUOTE, 0), ("Bildetekst", Kind.CAPTION, 0),
    ("INNH1", Kind.BOILERPLATE, 0), ("Punktliste", Kind.LIST_ITEM, 0), ("Listeavsnitt", Kind.PARAGRAPH, 0),
    ("Finnes ikke", Kind.PARAGRAPH, 0), ("", Kind.PARAGRAPH, 0),
])
def test_style_decides_the_kind(style: str, kind: Kind, level: int) -> None:
    (block,) = blocks(p("Regionen vokser", style=style))
    assert (block.kind, block.level) == (kind, level)


@pytest.mark.parametrize(("name", "kind", "level"), [
    ("Overskrift 2", Kind.HEADING, 2), ("Heading 4", Kind.HEADING, 4), ("Title", Kind.HEADING, 1),
    ("Sterkt sitat", Kind.QUOTE, 0), ("Bildetekst", Kind.CAPTION, 0), ("Ingress", Kind.PARAGRAPH, 0),
])
def test_style_names_count_in_norwegian_and_english(name: str, kind: Kind, level: int) -> None:
    draft = Docx(body=[p("Regionen vokser", style="egen")])
    draft.styles = draft.styles.replace("</w:styles>", (
        f'<w:style w:type="paragraph" w:styleId="egen"><w:name w:val="{name}"/></w:style></w:styles>'))
    (block,) = document(draft.build()).blocks
    assert (block.kind, block.level, block.attributes["style"]) == (kind, level, name)


def test_a_direct_outline_level_makes_a_heading_and_body_text_unmakes_one() -> None:
    made, unmade = blocks(p("Bakgrunn", props='<w:outlineLvl w:val="1"/>'),
                          p("Innhold", style="Overskrift1", props='<w:outlineLvl w:val="9"/>'))
    assert (made.kind, made.level, unmade.kind) == (Kind.HEADING, 2, Kind.PARAGRAPH)


def test_styles_based_on_each_other_in_a_ring_are_read() -> None:
    draft = Docx(body=[p("Tekst", style="a")])
    ring = "".join(f'<w:style w:type="paragraph" w:styleId="{key}"><w:basedOn w:val="{based}"/></w:style>'
                   for key, based in (("a", "b"), ("b", "a")))
    draft.styles = draft.styles.replace("</w:styles>", f"{ring}</w:styles>")
    assert document(draft.build()).blocks[0].kind is Kind.PARAGRAPH


def test_lists_know_depth_and_numbering() -> None:
    found = blocks(p("Punkt", props=numbered(1)), p("Under", props=numbered(2, 1)), p("Usynlig", props=numbered(3)),
                   p("Ukjent", props=numbered(77)))
    assert [(b.kind, b.attributes.get("ordered"), b.attributes.get("depth")) for b in found] == [
        (Kind.LIST_ITEM, "false", "1"), (Kind.LIST_ITEM, "true", "2"), (Kind.PARAGRAPH, None, None),
        (Kind.PARAGRAPH, None, None)]


def test_table_cells_know_their_place_and_the_header_row() -> None:
    found = blocks(tbl(tr(tc(p("År"), props='<w:gridSpan w:val="2"/>'), tc(p("Tall")), header=True),
                       tr(tc(p("2024")), tc(p("2025")), tc(p("2,3"))), columns=3))
    assert [(b.text, b.attributes["row"], b.attributes["column"], b.attributes.get("header")) for b in found] == [
        ("År", "1", "1", "true"), ("Tall", "1", "3", "true"), ("2024", "2", "1", None), ("2025", "2", "2", None),
        ("2,3", "2", "3", None)]
    assert {b.kind for b in found} == {Kind.TABLE_CELL}


@pytest.mark.parametrize(("style", "header"), [("Rutenettabell4", "true"), ("Tabellrutenett", None)])
def test_a_table_style_that_shapes_the_first_row_makes_it_a_header(style: str, header: str | None) -> None:
    rows = (tr(tc(p("Kommune")), tc(p("Tall"))), tr(tc(p("Asker")), tc(p("1"))))
    found = blocks(tbl(*rows, style=style))
    assert [b.attributes.get("header") for b in found] == [header, header, None, None]


def test_text_placed_by_a_table_is_running_text() -> None:
    inner = tbl(tr(tc(p("Dato")), tc(p("1. mars"))), tr(tc(p("Sted")), tc(p("Asker"))))
    found = blocks(tbl(tr(tc(p("Invitasjon", style="Overskrift1"), p("Velkommen til møte.")), tc(inner, p()))))
    assert [(b.text, b.kind, b.attributes["table"]) for b in found] == [
        ("Invitasjon", Kind.HEADING, "1"), ("Velkommen til møte.", Kind.PARAGRAPH, "1"), ("Dato", Kind.TABLE_CELL, "2"),
        ("1. mars", Kind.TABLE_CELL, "2"), ("Sted", Kind.TABLE_CELL, "2"), ("Asker", Kind.TABLE_CELL, "2")]


def test_page_headers_are_boilerplate_and_only_those_that_are_printed() -> None:
    draft = Docx(body=[p("Tekst")], headers={"default": p("Osloregionen IPR"), "first": p("Bare forsiden")},
                 footers={"default": p("Side ", field("PAGE", r("1"))), "even": p("Partall")})
    assert [(b.text, b.kind, b.attributes["part"]) for b in document(draft.build()).blocks] == [
        ("Tekst", Kind.PARAGRAPH, "body"), ("Osloregionen IPR", Kind.BOILERPLATE, "header"),
        ("Side 1", Kind.BOILERPLATE, "footer")]
    draft.title_page = True
    assert "Bare forsiden" in [block.text for block in document(draft.build()).blocks]


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


@pytest.mark.parametrize(("doc_pr", "inside", "alt"), [
    ('descr="Kart"', "", "Kart"), ("", "", None), ('descr=""', "", None), ('descr=" "', "", None), ("", DECORATIVE, ""),
])
def test_images_tell_missing_text_from_decoration(doc_pr: str, inside: str, alt: str | None) -> None:
    text, image = blocks(p("Bildet viser ", picture(doc_pr=doc_pr, inside=inside), r("regionen")))
    assert (text.text, image.kind, image.attributes.get("alt")) == ("Bildet viser regionen", Kind.IMAGE, alt)
    assert image.attributes["src"] == "word/media/image1.png"
    assert (image.pieces[0].source_start, image.pieces[0].run and image.pieces[0].run.run) == (13, 1)


def test_an_image_of_an_old_word_is_read() -> None:
    (image,) = blocks(p('<w:r><w:pict><v:shape id="b" alt="Logo"><v:imagedata r:id="rId90"/></v:shape></w:pict></w:r>'))
    assert (image.kind, image.attributes["alt"], image.attributes["src"]) == (Kind.IMAGE, "Logo", "word/media/image1.png")


def test_looks_and_language_come_from_run_style_and_defaults() -> None:
    english, bold, mixed = blocks(
        p("The region grows", style="Engelsk"),
        p(r("Slik ", "<w:b/>"), r("søker du", '<w:rStyle w:val="Sterk"/>')),
        p(r("Farge", '<w:color w:val="ff0000"/><w:rFonts w:ascii="Comic Sans MS"/>'),
          r(" på nynorsk i ei lang setning", '<w:lang w:val="nn-NO"/>')))
    assert (english.language, bold.attributes["bold"], bold.language, mixed.language) == ("en", "true", "nb", "nn")
    assert (mixed.attributes["fonts"], mixed.attributes["colours"]) == ("Calibri;Comic Sans MS", "FF0000")
    assert "bold" not in mixed.attributes


def test_properties_are_metadata() -> None:
    draft = Docx(body=[p("Tekst")], title="Flere tog", custom={"Kanal": "pressemelding", "Målgruppe": "media, storting"})
    read_draft = document(draft.build())
    assert dict(read_draft.metadata) == {
        "kanal": "pressemelding", "malgruppe": "media, storting", "template": "Osloregionen IPR brev.dotx",
        "title": "Flere tog", "author": "Marit Haugen", "created": "2026-11-16T08:00:00Z",
        "modified": "2026-11-20T14:30:00Z"}
    assert read_draft.language == "nb"


def test_unfilled_controls_are_mentioned() -> None:
    draft = document(simple(p("Tekst"), sdt(p("Klikk for å skrive"), placeholder=True)))
    assert [block.text for block in draft.blocks] == ["Tekst"]
    assert "1 innholdskontroll" in draft.notes[0]


def suppressing(text: str, *body: str) -> Document:
    return document(Docx(body=list(body), comments=[(1, "Jonas Vik", text)]).build())


def test_a_comment_silences_rules_on_its_range() -> None:
    draft = suppressing("ipr-lint: ignorer navn-organisasjon, sprak – sitat fra vedtekter",
                        p("Tittel", style="Tittel"), p("Vi skriver ", comment(1, r("Osloregionen")), r(" her.")))
    (one,) = draft.suppressions
    assert (one.rules, one.reason, one.by) == (("navn-organisasjon", "sprak"), "sitat fra vedtekter", "Jonas Vik")
    assert (one.first_block, one.last_block, one.start, one.end) == (1, 1, 11, 23)


def test_a_comment_over_several_paragraphs_silences_them_whole() -> None:
    draft = suppressing("ipr-lint: ignorer alt", p("En"), p('<w:commentRangeStart w:id="1"/>', r("To")),
                        p("Tre", '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'), p("Fire"))
    (one,) = draft.suppressions
    assert (one.rules, one.first_block, one.last_block, one.start) == ((), 1, 2, None)


def test_a_comment_on_the_title_silences_the_document() -> None:
    draft = suppressing("ipr-lint: ignorer lix", p(comment(1, r("Tittel")), style="Tittel"), p("En"), p("To"))
    assert [(one.first_block, one.last_block, one.start) for one in draft.suppressions] == [(0, 2, None)]


def test_a_comment_without_a_range_counts_for_its_paragraph() -> None:
    draft = suppressing("ipr-lint: ignorer lix", p("En"), p("To", '<w:r><w:commentReference w:id="1"/></w:r>'))
    assert [(one.first_block, one.start, one.end) for one in draft.suppressions] == [(1, 0, 2)]


def test_a_comment_on_an_image_silences_rules_there() -> None:
    alone = suppressing("ipr-lint: ignorer alt-tekst – pynt", p("Tekst"), p(comment(1, picture(doc_pr=""))))
    within = suppressing("ipr-lint: ignorer alt-tekst – pynt", p("En"), p("Før ", comment(1, picture(doc_pr="")), r("etter")))
    assert [(one.first_block, one.last_block) for one in alone.suppressions] == [(1, 1)]
    assert [(one.first_block, one.last_block) for one in within.suppressions] == [(2, 2)]


def test_other_comments_silence_nothing() -> None:
    assert suppressing("Kan vi ignorere dette?", p(comment(1, r("En")))).suppressions == ()
