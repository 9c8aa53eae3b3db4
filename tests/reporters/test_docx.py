"""Where comments and changes stand in an annotated Word file, what they say, and what they leave alone."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

import pytest

from ipr_lint.model import FileReport, Finding, Level, UnreadableError
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import annotated_copy
from ipr_lint.rulebook import Rulebook
from tests.reporters.word import CONTEXT, annotate, on, whole
from tests.word.outcome import comments, ours, parts, source
from tests.word.package import Docx, archive
from tests.word.xml import comment, dele, field, ins, link, note, p, picture, r, sdt, tbl, tc, textbox, tr


def test_a_comment_says_what_why_and_on_what_ground(book: Rulebook) -> None:
    document = reader.read(Docx(body=[p("Osloregionen mener")]).build(), "x")
    done = annotate(book, Docx(body=[p("Osloregionen mener")]), on(document, "Osloregionen", "Osloregionen IPR", False))
    (one,) = ours(done.data)
    rule = book.rule("navn-organisasjon")
    assert rule
    assert one.paragraphs == (
        "Om Osloregionen", "Forslag: «Osloregionen» → «Osloregionen IPR» (vurder om det passer)",
        f"Hvorfor: {rule.why('nb')}", f"Grunnlag: {rule.file.clause}", "Regel: navn-organisasjon (feil)")
    assert (one.author, one.on) == ("ipr-lint", "Osloregionen")
    assert b'w:date="2026-11-17T00:00:00Z"' in parts(done.data)["word/comments.xml"]


@pytest.mark.parametrize(("draft", "text", "stands_on", "says"), [
    (Docx(body=[p("Først"), p("Sist")], headers={"default": p("Topp her")}), "Topp", "Først", "Gjelder toppteksten: «Topp»"),
    (Docx(body=[p("Først"), p("Sist")], footers={"default": p("Bunn her")}), "Bunn", "Sist", "Gjelder bunnteksten: «Bunn»"),
    (Docx(body=[p("En", note(1), r(" to"))], footnotes={1: p("Fotnoten sier")}), "sier", "", "Gjelder fotnoten: «sier»"),
    (Docx(body=[p("En", note(1, "endnote"))], endnotes={1: p("Noten sier")}), "sier", "", "Gjelder sluttnoten: «sier»"),
    (Docx(body=[p("Før ", textbox(p("I boksen")), r("etter"))]), "boksen", "", "Gjelder tekstboksen: «boksen»"),
])
def test_where_word_allows_no_comment_the_nearest_place_says_so(
    book: Rulebook, draft: Docx, text: str, stands_on: str, says: str,
) -> None:
    (one,) = ours(annotate(book, draft, text).data)
    assert (one.on, one.paragraphs[0]) == (stands_on, says)


def test_a_comment_on_a_footnote_covers_its_mark(book: Rulebook) -> None:
    done = annotate(book, Docx(body=[p("En", note(1), r(" to"))], footnotes={1: p("Fotnoten")}), "Fotnoten")
    body = parts(done.data)["word/document.xml"].decode()
    start, end = body.index("commentRangeStart"), body.index("commentRangeEnd")
    assert start < body.index("footnoteReference") < end


@pytest.mark.parametrize(("body", "stands_on"), [
    ([p("Pressemelding"), p("Tittelen", style="Tittel"), p("Tekst")], "Tittelen"),
    ([p("Innledning"), p("Mellomtittel", style="Overskrift1")], "Mellomtittel"),
    ([p(), p("Bare tekst")], "Bare tekst"),
    ([p(textbox(p("Tittel i boks", style="Tittel"))), p("Tekst")], "Tekst"),
])
def test_what_concerns_the_whole_text_is_one_comment_on_the_title(book: Rulebook, body: list[str], stands_on: str) -> None:
    done = annotate(book, Docx(body=body), whole("Budskap mangler"), whole("Kontakt mangler"))
    (one,) = ours(done.data)
    assert (done.comments, one.on) == (1, stands_on)
    assert one.paragraphs[:2] == ("Gjelder hele teksten", "1. Budskap mangler")
    assert "2. Kontakt mangler" in one.paragraphs


def test_a_comment_on_an_image_covers_it(book: Rulebook) -> None:
    data = Docx(body=[p("Før ", picture(doc_pr=""), r(" etter"))]).build()
    image = reader.read(data, "x").blocks[1]
    done = annotate(book, data, Finding("alt-tekst", Level.ERROR, "Bildet mangler tekst", image.span()))
    body = parts(done.data)["word/document.xml"].decode()
    assert body.index("commentRangeStart") < body.index("<w:drawing") < body.index("commentRangeEnd")
    assert ours(done.data)[0].on == ""


def test_findings_in_cells_links_fields_and_controls_keep_their_places(book: Rulebook) -> None:
    draft = Docx(body=[p("Se ", link("rId80", r("denne saken")), r(" fra "), sdt(r("17 mai")), r(" på side "), field("PAGE", r("12"))),
                       tbl(tr(tc(p("Asker og")), tc(p("Bærum"))), tr(tc(p("1")), tc(p("2"))))],
                 rels={"rId80": "https://osloregionen.no"})
    texts = ("saken fra 17", "side 12", "og", "Bærum")
    assert [one.on for one in ours(annotate(book, draft, *texts).data)] == list(texts)


def test_formatting_survives_the_split(book: Rulebook) -> None:
    draft = Docx(body=[p(r("Vi i Osloregionen mener", '<w:b/><w:color w:val="00696E"/>'))])
    before = reader.read(draft.build(), "x").blocks[0]
    after = reader.read(annotate(book, draft, "Osloregionen").data, "x").blocks[0]
    assert (after.text, after.marks, after.attributes) == (before.text, before.marks, before.attributes)


def test_comments_and_changes_of_others_stay(book: Rulebook) -> None:
    draft = Docx(body=[p("Vi ", comment(4, r("i Osloregionen")), ins(r(" mener")), dele(" synes"))],
                 comments=[(4, "Marit Haugen", "Er dette rett?")])
    done = annotate(book, draft, "Osloregionen mener")
    assert [(one.author, one.on) for one in comments(done.data)] == [
        ("Marit Haugen", "i Osloregionen"), ("ipr-lint", "Osloregionen mener")]
    assert reader.read(done.data, "x", "original").blocks[0].text == "Vi i Osloregionen synes"


def test_parts_without_additions_stay_byte_equal(book: Rulebook) -> None:
    draft = Docx(body=[p("Osloregionen")], headers={"default": p("Topp")}, extra={"customXml/item1.xml": b"<a  b='c' />"})
    before, after = parts(draft.build()), parts(annotate(book, draft, "Osloregionen", tracked=True).data)
    new = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
    assert {name: data for name, data in after.items() if name not in new} == {
        name: data for name, data in before.items() if name not in new}


def test_an_annotated_draft_annotated_again_has_the_same_comments(book: Rulebook) -> None:
    draft = Docx(body=[p("Osloregionen mener"), p("Osloregionen vokser")], headers={"default": p("Topp")})
    once = annotate(book, draft, "mener", "vokser", "Topp", whole("Budskap mangler"))
    twice = annotate(book, once.data, "mener", "Topp")
    assert [(one.on, one.paragraphs) for one in ours(twice.data)] == [
        (one.on, one.paragraphs) for one in ours(once.data) if one.on == "mener" or one.paragraphs[0].startswith("Gjelder topp")]
    assert source(twice.data) == source(draft.build())
    clean = annotate(book, twice.data)
    assert ours(clean.data) == []
    assert b"comment" not in parts(clean.data)["word/document.xml"]


def test_a_comment_on_a_pending_change_of_ours_stays(book: Rulebook) -> None:
    once = annotate(book, Docx(body=[p("Osloregionen mener det")]), ("Osloregionen", "Osloregionen IPR"), "det", tracked=True)
    again = annotate(book, once.data, "mener", tracked=True)
    assert sorted(one.on for one in ours(again.data)) == ["Osloregionen", "mener"]


def test_what_newer_versions_of_word_know_about_our_comments_goes_with_them(book: Rulebook) -> None:
    once = parts(annotate(book, Docx(body=[p("Osloregionen")]), "Osloregionen").data)
    w14, w15 = "http://schemas.microsoft.com/office/word/2010/wordml", "http://schemas.microsoft.com/office/word/2012/wordml"
    once["word/comments.xml"] = once["word/comments.xml"].replace(b"<w:p>", f'<w:p xmlns:w14="{w14}" w14:paraId="0A0B0C0D">'.encode(), 1)
    once["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0A0B0C0D" w15:done="0"/>'
        '<w15:commentEx w15:paraId="11111111" w15:paraIdParent="0A0B0C0D"/></w15:commentsEx>').encode()
    once["word/_rels/document.xml.rels"] = once["word/_rels/document.xml.rels"].replace(b"</Relationships>", (
        b'<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
        b'Target="commentsExtended.xml"/></Relationships>'))
    again = parts(annotate(book, archive({**once})).data)
    assert b"0A0B0C0D" not in again["word/commentsExtended.xml"]
    assert b'paraId="11111111"' in again["word/commentsExtended.xml"]


def test_suppressed_findings_get_no_comment(book: Rulebook) -> None:
    document = reader.read(Docx(body=[p("Tekst")]).build(), "x")
    finding = Finding("lix", Level.ERROR, "Tungt", document.blocks[0].span(), suppressed=("Marit", "greit"))
    assert annotate(book, Docx(body=[p("Tekst")]), finding).comments == 0


def test_a_draft_that_was_changed_meanwhile_is_not_annotated(book: Rulebook) -> None:
    document = reader.read(Docx(body=[p("Før")]).build(), "x")
    with pytest.raises(UnreadableError, match="endret"):
        annotated_copy(Docx(body=[p("Etter")]).build(), FileReport("x", document, CONTEXT), book)


def test_the_same_draft_gives_the_same_bytes(book: Rulebook) -> None:
    draft = Docx(body=[p("Osloregionen mener")])
    first, second = (annotate(book, draft, ("Osloregionen", "Rådet"), tracked=True).data for _ in range(2))
    assert first == second
