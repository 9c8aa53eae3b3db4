"""Styles, lists and tables decide what a block of a Word draft is."""



from __future__ import annotations

import pytest

from ipr_lint.model import Kind
from tests.readers.word import blocks, document
from tests.word.package import Docx
from tests.word.xml import (
    numbered,
    p,
    tbl,
    tc,
    tr,
)


@pytest.mark.parametrize(("style", "kind", "level"), [
    ("Tittel", Kind.HEADING, 1), ("Overskrift1", Kind.HEADING, 1), ("Overskrift3", Kind.HEADING, 3),
    ("Mellomtittel", Kind.HEADING, 2), ("Sitat", Kind.QUOTE, 0), ("Bildetekst", Kind.CAPTION, 0),
    ("Punktliste", Kind.LIST_ITEM, 0), ("Listeavsnitt", Kind.PARAGRAPH, 0),
    ("Finnes ikke", Kind.PARAGRAPH, 0), ("", Kind.PARAGRAPH, 0),
])
def test_style_decides_the_kind(style: str, kind: Kind, level: int) -> None:
    (block,) = blocks(p("Regionen vokser", style=style))
    assert (block.kind, block.level) == (kind, level)


@pytest.mark.parametrize(("name", "kind", "level"), [
    ("Overskrift 2", Kind.HEADING, 2), ("Heading 4", Kind.HEADING, 4), ("Title", Kind.HEADING, 1),
    ("TOC Heading", Kind.BOILERPLATE, 0),
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
