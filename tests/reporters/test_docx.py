"""Where comments and changes stand in an annotated Word file, what they say, and what they leave alone."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

from datetime import date

import pytest

from ipr_lint.model import Context, Document, Edit, FileReport, Finding, Fix, Level, Span, UnreadableError
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import Annotated, annotated_copy
from ipr_lint.rulebook import Rulebook
from tests.word.outcome import accepted, assert_valid, comments, ours, parts, rejected, source
from tests.word.package import Docx, archive
from tests.word.xml import comment, dele, field, ins, link, note, p, picture, r, sdt, tbl, tc, textbox, tr

CONTEXT = Context(today=date(2026, 11, 17))


def on(document: Document, text: str, new: str | None = None, safe: bool = True) -> Finding:
    """A finding on the first occurrence of `text`, with a fix where `new` is given."""
    block = next(block for block in document.blocks if text in block.text)
    start = block.text.index(text)
    span = Span(block.id, start, start + len(text))
    fixes = () if new is None else (Fix("Rett det", (Edit(span, new),), safe),)
    return Finding("navn-organisasjon", Level.ERROR, f"Om {text}", span, text, fixes=fixes)


def whole(message: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    return Finding("budskap", Level.WARNING, message, None, fixes=fixes)


def annotate(book: Rulebook, draft: Docx | bytes, *texts: str | tuple[str, str] | Finding, tracked: bool = False) -> Annotated:
    data = draft if isinstance(draft, bytes) else draft.build()
    document = reader.read(data, "utkast.docx")
    findings = tuple(text if isinstance(text, Finding) else on(document, *((text,) if isinstance(text, str) else text))
                     for text in texts)
    done = annotated_copy(data, FileReport("utkast.docx", document, CONTEXT, findings=findings), book, tracked=tracked)
    assert_valid(done.data)
    return done


def test_a_comment_says_what_why_and_on_what_ground(book: Rulebook) -> None:
    document = reader.read(Docx(body=[p("Osloregionen mener")]).build(), "x")
    done = annotate(book, Docx(body=[p("Osloregionen mener")]), on(document, "Osloregionen", "Osloregionen IPR", False))
    (one,) = ours(done.data)
    rule = book.rule("navn-organisasjon")
    assert rule
    assert one.paragraphs == (
        "Om Osloregionen", "Forslag: «Osloregionen» → «Osloregionen IPR» (vurder om den passer)",
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


def test_fixes_are_changes_that_can_be_told_apart(book: Rulebook) -> None:
    draft = Docx(body=[p("Den 17 mai vil Osloregionen feire.")])
    document = reader.read(draft.build(), "x")
    done = annotate(book, draft, on(document, "17 mai", "17. mai"),
                    on(document, "Osloregionen", "Osloregionen IPR", safe=False), tracked=True)
    body = parts(done.data)["word/document.xml"].decode()
    assert body.count('<w:ins ') == done.changes == 2
    assert 'w:author="ipr-lint"' in body
    assert 'w:author="ipr-lint (forslag)"' in body
    assert source(accepted(done.data)) == "Den 17. mai vil Osloregionen IPR feire."
    assert source(rejected(done.data)) == "Den 17 mai vil Osloregionen feire."
    assert [one.on for one in ours(done.data)] == ["17 mai", "Osloregionen"]
    assert "satt inn som sporet endring" in ours(done.data)[0].paragraphs[1]


@pytest.mark.parametrize("body", [
    p(r("Den 1", "<w:b/>"), ins(r("7 ma")), r("i feires")),
    p(ins(r("Den 17 mai feires"))),
    p(ins(r("Den "), r("17 mai", "<w:i/>"), r(" feires"))),
    p(link("rId80", r("Den 17 mai")), r(" feires")),
    p(sdt(r("Den 17 mai")), r(" feires")),
    p(field("DATE", r("Den 17"), r(" mai")), r(" feires")),
    p('<w:moveTo w:id="8" w:author="A">', r("Den 17 mai"), "</w:moveTo>", r(" feires")),
    p(r("Den 17"), dele(" (sytten)"), r(" mai feires")),
    p(r("Den 17"), note(1), r(" mai feires")),
    p("<w:r><w:t>Den 1</w:t><w:lastRenderedPageBreak/><w:t>7</w:t><w:t xml:space=\"preserve\"> mai feires</w:t></w:r>"),
    tbl(tr(tc(p("Den 17 mai feires")))), p(textbox(p("Den 17 mai feires"))),
])
@pytest.mark.parametrize(("old", "new"), [("17 mai", "17. mai"), ("17 mai", ""), ("17 mai", "dag"), ("Den", "Da"), ("", "Nå: ")])
def test_changes_work_in_every_container(book: Rulebook, body: str, old: str, new: str) -> None:
    draft = Docx(body=[body], footnotes={1: p("Note")}, rels={"rId80": "https://x.no"})
    done = annotate(book, draft, (old, new), tracked=True)
    assert done.changes == 1
    assert source(rejected(done.data)).strip("\n") == source(draft.build()).strip("\n")
    assert source(accepted(done.data)).strip("\n").split("\n")[0] == "Den 17 mai feires".replace(old, new, 1)


def test_changes_reach_headers_and_notes_too(book: Rulebook) -> None:
    draft = Docx(body=[p("Tekst", note(1))], headers={"default": p("Oslo-regionen")}, footnotes={1: p("se 17 mai")})
    done = annotate(book, draft, ("Oslo-regionen", "Osloregionen"), ("17 mai", "17. mai"), tracked=True)
    assert source(accepted(done.data)) == "Tekst\nse 17. mai\nOsloregionen"


def test_formatting_is_copied_into_a_change(book: Rulebook) -> None:
    done = annotate(book, Docx(body=[p(r("Oslo", "<w:b/>"), r("regionen", "<w:i/>"), r(" mener"))]),
                    ("Osloregionen", "Rådet"), tracked=True)
    block = reader.read(accepted(done.data), "x").blocks[0]
    assert [(block.text[m.start:m.end], m.kind) for m in block.marks] == [("Rådet", "strong")]


def test_of_two_fixes_that_overlap_the_safe_one_is_entered(book: Rulebook) -> None:
    draft = Docx(body=[p("Den 17 mai feires")])
    document = reader.read(draft.build(), "x")
    done = annotate(book, draft, on(document, "Den 17 mai", "Nasjonaldagen", safe=False), on(document, "17 mai", "17. mai"),
                    tracked=True)
    assert source(accepted(done.data)) == "Den 17. mai feires"
    assert "må rettes for hånd her" in ours(done.data)[0].paragraphs[1]


def test_a_control_that_word_fills_anew_gets_comments_around_it_and_no_changes(book: Rulebook) -> None:
    bound = sdt(r("17 mai")).replace("<w:text/>", '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/>')
    done = annotate(book, Docx(body=[p("Den ", bound, r(" feires"))]), ("17 mai", "17. mai"), tracked=True)
    body = parts(done.data)["word/document.xml"].decode()
    assert body.index("commentRangeStart") < body.index("<w:sdt>") < body.index("</w:sdt>") < body.index("commentRangeEnd")
    assert done.changes == 0
    assert "må rettes for hånd her" in ours(done.data)[0].paragraphs[1]


def test_a_deleted_text_read_in_the_original_view_gets_comments_only(book: Rulebook) -> None:
    data = Docx(body=[p("Vi ", dele("i Oslo-regionen"), r(" mener"))]).build()
    document = reader.read(data, "x", "original")
    report = FileReport("x", document, CONTEXT, findings=(on(document, "Oslo-regionen", "Osloregionen"),))
    done = annotated_copy(data, report, book, tracked=True)
    assert_valid(done.data)
    assert (done.comments, done.changes) == (1, 0)


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
