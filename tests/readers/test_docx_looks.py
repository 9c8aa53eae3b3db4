"""Images, fonts, colours, languages and properties of a Word draft."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

import pytest

from ipr_lint.model import Kind
from tests.readers.word import blocks, document
from tests.word.outcome import parts
from tests.word.package import OFFICE, Docx, archive, simple
from tests.word.xml import (
    DECORATIVE,
    p,
    picture,
    r,
    sdt,
)


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


@pytest.mark.parametrize(("kind", "text", "noted"), [
    ("diagramData", "Flere tog", True), ("chart", "Flere tog", True), ("diagramData", " ", False),
    ("diagramLayout", "Flere tog", False), ("chart", "", False),
])
def test_text_in_figures_is_mentioned(kind: str, text: str, noted: bool) -> None:
    draft = parts(simple(p("Tekst")))
    rels = "word/_rels/document.xml.rels"
    figure = f'<f xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>{text}</a:t></f>'
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="figurer/f1.xml"/></Relationships>'
    made = {**draft, rels: draft[rels].decode().replace("</Relationships>", relation), "word/figurer/f1.xml": figure}
    assert any("SmartArt" in told for told in document(archive(made)).notes) is noted


@pytest.mark.parametrize(("paragraph", "run", "text"), [
    ("", "Skjulte", "Vi her"), ("", "UnderSkjulte", "Vi her"), ("", "VistLikevel", "Vi vil her"),
    ("SkjultAvsnitt", "", ""), ("SkjultAvsnitt", "Skjulte", "vil"), ("SkjultAvsnitt", '<w:vanish w:val="0"/>', "vil"),
    ("", "finnes-ikke", "Vi vil her"),
])
def test_text_that_a_style_hides_is_not_seen(paragraph: str, run: str, text: str) -> None:
    def style(key: str, kind: str, based: str, hides: str) -> str:
        return (f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/><w:basedOn w:val="{based}"/>'
                f"<w:rPr>{hides}</w:rPr></w:style>")
    props = run if run.startswith("<") else f'<w:rStyle w:val="{run}"/>'
    draft = Docx(body=[p("Først"), p(r("Vi "), r("vil ", props), r("her"), style=paragraph)])
    draft.styles = draft.styles.replace("</w:styles>", "".join((
        style("Skjulte", "character", "UnderSkjulte", "<w:vanish/>"), style("UnderSkjulte", "character", "Skjulte", ""),
        style("VistLikevel", "character", "Skjulte", '<w:vanish w:val="false"/>'),
        style("SkjultAvsnitt", "paragraph", "Normal", "<w:vanish/>"), "</w:styles>")))
    assert [block.text for block in document(draft.build()).blocks] == ["Først", *([text] if text else [])]


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
    assert "1 felt" in draft.notes[0]
