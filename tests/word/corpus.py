"""Varied Word files for round trips: hand-made XML with one difficulty each, and what python-docx writes."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.shared import Cm, Pt, RGBColor

from tests.word.drafts import DRAFTS
from tests.word.package import Docx
from tests.word.xml import (
    WHO,
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
    tbl,
    tc,
    textbox,
    tr,
)

TEXT = "Osloregionen ber om flere tog. Kommunene langs banen støtter kravet, og pendlerne venter på svar."
DELETED_MARK = '<w:rPr><w:del w:id="77" w:author="Marit Haugen" w:date="2026-11-16T09:12:00Z"/></w:rPr>'


def corpus() -> dict[str, bytes]:
    """Every file by its name."""
    return {
        **{f"utkast-{name}": build() for name, build in DRAFTS.items()},
        **{f"xml-{name}.docx": made.build() for name, made in handmade().items()},
        **{f"python-docx-{name}.docx": data for name, data in by_python_docx().items()},
    }


def handmade() -> dict[str, Docx]:
    """Hand-made XML, one difficulty each."""
    changes = p("Vi mener ", ins(r("fortsatt ")), dele("ikke "), r("at toget må gå oftere."))
    moved = ('<w:moveFromRangeStart w:id="31" w:name="flytt" ' + WHO + '/>' + p('<w:moveFrom w:id="32" ' + WHO + '>' + r("Flyttet tekst.") + "</w:moveFrom>", r("Her sto den."))
             + '<w:moveFromRangeEnd w:id="31"/><w:moveToRangeStart w:id="33" w:name="flytt" ' + WHO + '/>'
             + p('<w:moveTo w:id="34" ' + WHO + '>' + r("Flyttet tekst.") + "</w:moveTo>") + '<w:moveToRangeEnd w:id="33"/>')
    cell = tbl(tr(tc(p("Inni"), p(TEXT)), tc(p("tabellen"))), tr(tc(p("1")), tc(p("2"))))
    return {
        "endringer": Docx(body=[changes, p(TEXT)]),
        "flyttet": Docx(body=[moved]),
        "avsnittstegn": Docx(body=[p("Første halvdel ", props=DELETED_MARK), p("og andre halvdel."), p(TEXT)]),
        "tabell-i-tabell": Docx(body=[tbl(tr(tc(cell, p()), tc(p("Ved siden av")))), p(TEXT)]),
        "sammenslatte-celler": Docx(body=[tbl(tr(tc(p("Bred celle"), props='<w:gridSpan w:val="2"/>')), tr(tc(p("a")), tc(p("b")))), p()]),
        "kontroller": Docx(body=[sdt(p("Tittel i kontroll", style="Tittel")), p("Dato: ", sdt(r("17. mai")), r(", sted: "), sdt(r("skriv her"), placeholder=True))]),
        "felt": Docx(body=[p("Les ", field('HYPERLINK "https://osloregionen.no"', r("mer "), r("her", "<w:b/>")), r("."))]),
        "lenker": Docx(body=[p("Se ", link("rId80", r("hele "), r("saken", "<w:i/>")), r(" på nettet."))], rels={"rId80": "https://osloregionen.no"}),
        "hoyre-til-venstre": Docx(body=[p('<w:bdo w:val="rtl">' + r("שלום עולם", "<w:rtl/>") + "</w:bdo>", r(" betyr hei.")), p(r("مرحبا بكم في أوسلو", "<w:rtl/>"), props="<w:bidi/>")]),
        "noter": Docx(body=[p("Tall", note(1), r(" og flere tall", "<w:i/>"), note(2), r("."), note(1, "endnote"))], footnotes={1: p("Kilde: SSB, 2026."), 2: p("Kilde: NIBR.")}, endnotes={1: p("En sluttnote.")}),
        "topp-og-bunn": Docx(body=[p(TEXT)] * 3, headers={"default": p("Osloregionen IPR"), "first": p(picture(), r(" Forside"))}, footers={"default": p("Side ", field("PAGE", r("1")))}, title_page=True),
        "tekstboks": Docx(body=[p("Rundt ", textbox(p("Fakta i boks"), p(TEXT)), r("boksen.")), p(TEXT)]),
        "bilder": Docx(body=[p(picture(doc_pr="")), p("Før ", picture(number=2), r(" etter")), p("Figur 1: Kart.", style="Bildetekst")]),
        "lister": Docx(body=[p("Punkt", props=numbered(1)), p("Underpunkt", props=numbered(1, 1)), p("Nummer", props=numbered(2)), p("Fra stil", style="Punktliste")]),
        "delte-runs": Docx(body=[p(*(r(char, "<w:b/>" if index % 3 else "<w:i/>") for index, char in enumerate(TEXT)))]),
        "tegn": Docx(body=[p("A\u030as, e\u0301n, regi\u00adonen, 10\u00a0000, 😊 & <tegn> «sitat»"), p(r("Tabulator\there\nog linjeskift"))]),
        "kommentarer": Docx(body=[p(comment(1, r("Osloregionen")), r(" mener "), comment(2, r("mye"))), p(TEXT)], comments=[(1, "Jonas Vik", "Skal dette være IPR?"), (2, "ipr-lint", "Gammel merknad")]),
        "bokmerker": Docx(body=[p('<w:bookmarkStart w:id="0" w:name="a"/>', r("Merket "), '<w:bookmarkEnd w:id="0"/>', r("tekst"), '<w:proofErr w:type="spellStart"/>', r("skrivfeil"), '<w:proofErr w:type="spellEnd"/>')]),
        "innholdsfortegnelse": Docx(body=[sdt(p(field("TOC", r("Bakgrunn\t1")), style="INNH1")), p("Bakgrunn", style="Overskrift1"), p(TEXT)]),
    }


def by_python_docx() -> dict[str, bytes]:
    """What python-docx writes from its own template."""
    def headings(d: docx.document.Document) -> None:
        d.add_heading("Tittel", 0)
        for level in (1, 2, 3):
            d.add_heading(f"Nivå {level}", level)
            d.add_paragraph(TEXT)

    def formatting(d: docx.document.Document) -> None:
        paragraph = d.add_paragraph("Vanlig, ")
        paragraph.add_run("fet, ").bold = True
        run = paragraph.add_run("rød og stor.")
        run.font.color.rgb, run.font.size = RGBColor(200, 0, 0), Pt(20)

    def table(d: docx.document.Document) -> None:
        grid = d.add_table(3, 3, style="Light Grid Accent 1")
        for index, cell in enumerate(cell for row in grid.rows for cell in row.cells):
            cell.text = f"Celle {index}"
        grid.cell(0, 0).merge(grid.cell(1, 1))

    def lists(d: docx.document.Document) -> None:
        for style in ("List Bullet", "List Bullet 2", "List Number", "Quote", "Intense Quote", "Caption"):
            d.add_paragraph(TEXT, style=style)

    def sections(d: docx.document.Document) -> None:
        d.add_paragraph(TEXT)
        d.sections[0].header.paragraphs[0].text = "Toppen"
        d.add_section().footer.paragraphs[0].text = "Bunnen"
        d.add_paragraph("Ny del")
        d.sections[1].footer.is_linked_to_previous = False

    def image(d: docx.document.Document) -> None:
        d.add_picture(io.BytesIO(_png()), width=Cm(4))
        d.add_paragraph(TEXT).add_run().add_picture(io.BytesIO(_png()), width=Cm(2))

    def comments(d: docx.document.Document) -> None:
        run = d.add_paragraph("Her er det ").add_run("noe å si")
        d.add_comment(run, text="Er det?", author="Jonas Vik", initials="JV")

    def breaks(d: docx.document.Document) -> None:
        d.add_paragraph("Før\tog\netter").add_run(" slutt")
        d.add_page_break()
        d.add_paragraph(TEXT)

    made: dict[str, Callable[[docx.document.Document], None]] = {
        "overskrifter": headings, "formatering": formatting, "tabell": table, "lister": lists, "deler": sections,
        "bilde": image, "kommentar": comments, "skift": breaks}
    return {name: _saved(build) for name, build in made.items()}


def _saved(build: Callable[[docx.document.Document], None]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    build(document)
    document.save(out)
    return out.getvalue()


def _png() -> bytes:
    with zipfile.ZipFile(io.BytesIO(Docx(body=[p("x")]).build())) as archive:
        return archive.read("word/media/image1.png")
