"""What stands in a paragraph of a Word draft and is no text: it leaves a mark, and no rule joins the words around it."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

import pytest

from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.model import Block, FileReport
from ipr_lint.rulebook import Rulebook
from tests.readers.word import blocks, document
from tests.word.package import Docx
from tests.word.xml import dele, field, note, p, picture, r, sdt, textbox

OBJECTS = {
    "ligning": '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>t=5</m:t></m:r></m:oMath>',
    "ledetekst": sdt(r("Klikk her"), placeholder=True),
    "bilde": picture(),
    "symbol": '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
    "tekstboks": textbox(p("I boksen")),
    "ole": '<w:r><w:object><v:shape><v:imagedata r:id="rId90"/></v:shape></w:object></w:r>',
    "fotnote": note(1),
    "skjult": r("ikke vis", "<w:vanish/>"),
    "tomt felt": field("DOCPROPERTY Sted"),
    "tomt enkelt felt": '<w:fldSimple w:instr=" AUTHOR "/>',
}
SPACES = ("tegn", "dobbeltord", "forkortelse-form", "saerskriving", "komma-men", "dato-format", "tall-format")


def marks(block: Block) -> list[int]:
    return [mark.start for mark in block.marks if mark.kind == "object"]


def lint(book: Rulebook, *body: str, rules: tuple[str, ...] = SPACES) -> FileReport:
    draft = document(Docx(body=list(body), footnotes={1: p("Kilde")}).build())
    return Engine(book, Settings(select=rules)).lint(draft)


@pytest.mark.parametrize("thing", OBJECTS.values(), ids=OBJECTS)
def test_an_object_is_no_text_and_leaves_a_mark(thing: str) -> None:
    block = blocks(p(r("Tiden er "), thing, r(" minutter")))[0]
    assert (block.text, marks(block)) == ("Tiden er  minutter", [9])


def test_an_object_between_the_texts_of_a_run_is_marked_where_it_stands() -> None:
    inside = picture().removeprefix("<w:r>").removesuffix("</w:r>")
    (block, _) = blocks(p(r("  A\u030as og ")[:-6], inside, '<w:t xml:space="preserve"> og Oslo</w:t></w:r>'))
    assert (block.text, marks(block)) == ("Ås og  og Oslo", [6])


@pytest.mark.parametrize("content", [
    p(r("En "), dele("gammel "), r(" plan")), p(r("Se "), field("REF a", r("planen")), r(" her")),
    p(r("Tre "), sdt(r("små")), r(" ord"))])
def test_what_is_deleted_or_has_text_leaves_no_mark(content: str) -> None:
    assert marks(blocks(content)[0]) == []


@pytest.mark.parametrize("thing", OBJECTS.values(), ids=OBJECTS)
def test_no_rule_on_spaces_joins_what_an_object_parts(book: Rulebook, thing: str) -> None:
    report = lint(
        book, p(r("Tiden er "), thing, r(" minutter i dag.")), p(r("Møt oss på "), thing, r(", klokka ti.")),
        p(r("Vi kommer på "), thing, r(" på lørdag.")), p(r("Alt er klart."), thing, r("Neste er her.")),
        p(r("Vi er i "), thing, r(" men ikke nå.")), p(r("Møtet er 3. "), thing, r(" mai.")),
        p(r("Det er «bra» f."), thing, r(" eks. nå.")), p(r("Planen "), thing, r("- den er god")))
    assert [(one.rule, one.message) for one in report.findings] == []


def test_quotation_marks_keep_the_space_beside_an_object(book: Rulebook) -> None:
    (finding,) = lint(book, p(r('Han sa "bra '), OBJECTS["bilde"], r('" til oss.'))).findings
    assert [(edit.span.start, edit.span.end, edit.text) for fix in finding.fixes for edit in fix.edits] == [
        (7, 8, "«"), (12, 13, "»")]


def test_slips_beside_an_object_are_still_told(book: Rulebook) -> None:
    report = lint(book, p(r("Det står her"), note(1), r("  to ganger.")), p(r("Det står her"), note(1), r(" , og der.")))
    assert [one.span and (one.span.start, one.span.end) for one in report.findings] == [(12, 14), (12, 13)]


def test_no_fix_rewrites_a_phrase_with_an_object_in_it(book: Rulebook) -> None:
    whole, parted = (lint(book, body, rules=("kanselliord",)).findings for body in (
        p("Vi ser det i henhold til avtalen."), p(r("Vi ser det i henhold"), note(1), r(" til avtalen."))))
    assert ([bool(one.fixes) for one in whole], [bool(one.fixes) for one in parted]) == ([True], [False])
