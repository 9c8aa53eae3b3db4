"""Segmentation and word counts, through the public functions with the shipped abbreviations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipr_lint import rulebook
from ipr_lint.facts.abbreviations import Abbreviations
from ipr_lint.nlp.boundaries import refine
from ipr_lint.nlp.pipelines import Pipelines
from ipr_lint.nlp.sentences import letters, split, words

ABBREVIATIONS = rulebook.load().facts.get(Abbreviations)


@pytest.mark.parametrize(
    "marked",
    [
        "Møtet starter kl. 14.30 den 17. mai.|Alle er velkomne.",
        "Se kap. 18.|Der står alt om nr. 3 i St.meld. nr. 12 (2020–2021).",
        "Vi trenger f.eks. Oslo, Drammen osv.|Deretter kommer bl.a. Hamar.",
        "Dr. Kari H. Nordmann og prof. Ola Berg leder møtet.|De møtes på Lillestrøm.",
        "Laget endte på 3. plass i 2004.|Året etter gikk det bedre.",
        "«Dette er bra.»|Det sa ordføreren.",
        "«Er dette bra?» spurte ordføreren (og lo).|– Ja!|– Nei …|Så ble det stille.",
        "Kommunen har 2,3 mill. innbyggere.|Veksten er ca. 1,5 pst.|Det er mye.",
        "Les mer på osloregionen.no eller https://www.osloregionen.no/om.html?a=1.|Skriv til post@osloregionen.no.",
        "Vitamin C.|Det er bra.|USA har 50 delstater.|Olav V. var konge.",
        "Kostnaden er 3 mrd. kr.|Oslo betaler.",
        "Eg veit ikkje meir no.|Ho kjem kl. 9 i morgon, t.d. med tog.|Dei andre går.",
        "Hva nå ...|Ingen vet.",
        "Det står i § 9.[2]|Resten er uendret.",
        "1. Innledning om saken.|2. verdenskrig varte lenge.",
    ],
)
def test_sentences_end_where_a_reader_hears_them_end(marked: str) -> None:
    text = marked.replace("|", " ")
    found = [text[s.start : s.end] for s in split(text, ABBREVIATIONS)]
    assert found == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "Statsråden svarte:|Vi skal bygge mer.|Deretter gikk hun.",
        "Han sa dette:|«Vi vil ha tog.»|Ho svarte:|– Ja, gjerne.",
        "Tre ting gjelder: tog, buss og båt.|Foto: Kari Lund.|Hun leste «Byer i vekst: En studie» i går.",
    ],
)
def test_a_reader_hears_a_new_sentence_after_a_colon_and_lix_does_not(marked: str) -> None:
    text = marked.replace("|", " ")
    counted = list(split(text, ABBREVIATIONS))
    assert [text[s.start : s.end] for s in refine(text, counted, ABBREVIATIONS)] == marked.split("|")
    assert all(one.end == len(text) or text[one.end - 1] in ".»" for one in counted)


def test_the_parser_hears_a_heading_that_was_glued_on() -> None:
    text = "Flere vil reise med tog Stadig flere innbyggere i regionen reiser med tog til jobben."
    counted = list(split(text, ABBREVIATIONS))
    heard = refine(text, counted, ABBREVIATIONS, Pipelines().parse([text])[0])
    assert len(counted) == 1
    assert [text[s.start : s.end] for s in heard] == [text[:23], text[24:]]


def test_a_missing_space_and_a_kept_line_break_end_sentences() -> None:
    assert [s.end for s in split("Fristen er i dag.Neste frist er i mars.", ABBREVIATIONS)] == [17, 39]
    assert [s.end for s in split("Samferdsel\nKlima og miljø\nNæring og\nkompetanse", ABBREVIATIONS)] == [10, 25, 46]


def test_english_abbreviations_are_used_for_english_text() -> None:
    text = "Mr. Smith met approx. 200 people in the U.S. They talked about e.g. trains. No. They did not."
    found = [text[s.start : s.end] for s in split(text, ABBREVIATIONS, "en")]
    assert found == ["Mr. Smith met approx. 200 people in the U.S.", "They talked about e.g. trains.",
                     "No.", "They did not."]


@pytest.mark.parametrize(
    "text, count",
    [
        ("Fylkes- og kommunepolitikere", 3),
        ("1 av 3 bruker e-post", 5),
        ("Se osloregionen.no og post@osloregionen.no", 2),
        ("kl. 14.30 den 17.5.2025", 4),
        ("NATO-landene møtes bl.a. i Oslo og/eller Bergen", 8),
        ("– … «»", 0),
    ],
)
def test_words_are_counted_as_a_reader_counts(text: str, count: int) -> None:
    assert len(list(words(text))) == count


def test_digits_and_hyphens_are_no_letters() -> None:
    assert letters("2021–2024") == 0
    assert letters("e-post") == 5


@given(st.text(alphabet="abÅ.?!… \n»«\")(1-J", max_size=60))
def test_sentences_are_in_order_and_lose_nothing_but_marks(text: str) -> None:
    found = list(split(text, ABBREVIATIONS))
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(text[s.start : s.end] for s in found)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
