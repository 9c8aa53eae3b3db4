"""Word comments that silence rules: which, where, by whom and why."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

import pytest

from ipr_lint.model import Document
from tests.readers.word import document
from tests.word.package import Docx
from tests.word.xml import (
    comment,
    note,
    p,
    picture,
    r,
    textbox,
)


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


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_comment_on_a_note_mark_counts_for_the_note(kind: str) -> None:
    draft = Docx(body=[p("Tittel", note(1, kind), style="Tittel"), p("Tekst ", comment(1, note(2, kind)), r("her."), note(3, kind))],
                 comments=[(1, "Jonas Vik", "ipr-lint: ignorer navn – sitat")])
    (draft.footnotes if kind == "footnote" else draft.endnotes).update({1: p("En"), 2: p("To") + p("Mer"), 3: p("Tre")})
    found = document(draft.build())
    assert [block.text for block in found.blocks] == ["Tittel", "Tekst her.", "En", "To", "Mer", "Tre"]
    assert [(one.first_block, one.last_block, one.rules) for one in found.suppressions] == [(3, 4, ("navn",))]


def test_a_comment_on_a_mark_in_the_title_counts_for_the_note_only() -> None:
    draft = Docx(body=[p("Tittel", comment(1, note(1)), style="Tittel"), p("Tekst")], footnotes={1: p("Note")},
                 comments=[(1, "Jonas Vik", "ipr-lint: ignorer alt")])
    assert [(one.first_block, one.start, one.end) for one in document(draft.build()).suppressions] == [(2, 0, 4)]


@pytest.mark.parametrize(("before", "blocks"), [("", (0, 1)), ("Rundt boksen", (1, 2))])
def test_a_comment_on_a_text_box_counts_for_all_its_text(before: str, blocks: tuple[int, int]) -> None:
    draft = suppressing("ipr-lint: ignorer navn", p(r(before), comment(1, textbox(p("En"), p("To")))), p("Tekst"))
    assert [(one.first_block, one.last_block) for one in draft.suppressions] == [blocks]


def test_a_comment_on_words_counts_for_those_words_whatever_stands_among_them() -> None:
    draft = Docx(body=[p(comment(1, r("Tekst"), note(1), textbox(p("Boks"))), r(" her."), note(2))],
                 footnotes={1: p("En"), 2: p("To")}, comments=[(1, "Jonas Vik", "ipr-lint: ignorer navn")])
    assert [(one.first_block, one.start, one.end) for one in document(draft.build()).suppressions] == [(0, 0, 5)]


def test_a_comment_beside_a_note_mark_does_not_count_for_the_note() -> None:
    draft = Docx(body=[p(comment(1, r("Tekst")), note(1))], footnotes={1: p("En")},
                 comments=[(1, "Jonas Vik", "ipr-lint: ignorer navn")])
    assert [(one.first_block, one.start, one.end) for one in document(draft.build()).suppressions] == [(0, 0, 5)]


def test_other_comments_silence_nothing() -> None:
    assert suppressing("Kan vi ignorere dette?", p(comment(1, r("En")))).suppressions == ()
