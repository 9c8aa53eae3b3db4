"""Word comments that silence rules: which, where, by whom and why."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

from ipr_lint.model import Document
from tests.readers.word import document
from tests.word.package import Docx
from tests.word.xml import (
    comment,
    p,
    picture,
    r,
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


def test_other_comments_silence_nothing() -> None:
    assert suppressing("Kan vi ignorere dette?", p(comment(1, r("En")))).suppressions == ()
