"""Plain text: which lines are paragraphs, headings and items, and which encodings are understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint.model import Document, UnreadableError
from ipr_lint.readers import read
from ipr_lint.readers.decoding import decode
from tests.readers.mapping import assert_mapped, quoted


def of(text: str | bytes) -> Document:
    document = read(Path("utkast.txt"), data=text if isinstance(text, bytes) else text.encode())
    assert_mapped(document)
    return document


def shape(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in of(text).blocks]


@pytest.mark.parametrize("line", ["Kommunene bygger flere boliger.", "Flere boliger i regionen", "Hvorfor bygge her?"])
def test_one_line_alone_is_a_paragraph(line: str) -> None:
    assert shape(line) == [("paragraph", 0, line)]


def test_title_date_line_and_subheading() -> None:
    draft = "\n\n".join(["Toget går oftere", "Hamar, 3. mars 2025", "Det blir flere avganger.", "Hva skjer nå?",
                         "Vi venter på svar."])
    assert shape(draft) == [
        ("heading", 1, "Toget går oftere"), ("paragraph", 0, "Hamar, 3. mars 2025"),
        ("paragraph", 0, "Det blir flere avganger."), ("heading", 2, "Hva skjer nå?"),
        ("paragraph", 0, "Vi venter på svar."),
    ]


def test_the_genre_above_the_title_is_no_title() -> None:
    assert shape("PRESSEMELDING\n\nToget går oftere\n\nDet er bra.")[:2] == [
        ("paragraph", 0, "PRESSEMELDING"), ("heading", 1, "Toget går oftere")]


def test_a_signature_is_no_heading() -> None:
    draft = "Vi takker for innspillene.\n\nMed vennlig hilsen\n\nKari Holm\n\nRådgiver\n"
    assert {kind for kind, _, _ in shape(draft)} == {"paragraph"}


def test_wrapped_lines_are_joined_and_deliberate_breaks_kept() -> None:
    wrapped = "Kommunene i området har i flere år ønsket seg bedre\ntogforbindelser, og nå kan det komme nye avganger."
    assert shape(wrapped)[0][2] == wrapped.replace("\n", " ")
    address = "Kontakt:\nKari Holm\nTelefon 90 00 00 00"
    assert shape(address) == [("paragraph", 0, address)]


def test_lines_too_long_to_be_wrapped_are_paragraphs_of_their_own() -> None:
    long = "Dette er en lang linje med mange ord i. " * 5
    assert [kind for kind, _, _ in shape(f"{long}\n{long}\n")] == ["paragraph", "paragraph"]


def test_lists() -> None:
    assert shape("Vi vil:\n- bygge\n- verne\n  og pleie\n\n1. Først\n2. Så\n\n• punkt\n") == [
        ("paragraph", 0, "Vi vil:"), ("list-item", 0, "bygge"), ("list-item", 0, "verne og pleie"),
        ("list-item", 0, "Først"), ("list-item", 0, "Så"), ("list-item", 0, "punkt")]
    assert of("1. Først\n2. Så\n").blocks[0].attributes["ordered"] == "true"


@pytest.mark.parametrize("line", [
    "– Vi er fornøyde, sier Kari Holm.", "- Dette gleder vi oss til.", "17. mai er det fri.",
    "- Vi er fornøyde, sier Kari Holm.\n- Det er vi også, sier Ola Dal.",
])
def test_quotation_dashes_and_dates_are_no_list_items(line: str) -> None:
    assert {kind for kind, _, _ in shape(line)} == {"paragraph"}


def test_rulers_are_not_text() -> None:
    assert [text for _, _, text in shape("Toget går oftere\n================\n\nDet er bra.\n\n***\n")] == [
        "Toget går oftere", "Det er bra."]


@pytest.mark.parametrize(("encoding", "prefix", "notes", "told"), [
    ("utf-8", b"", 0, "utf-8"), ("utf-8", b"\xef\xbb\xbf", 0, "utf-8"), ("utf-16-le", b"\xff\xfe", 0, "utf-16-le"),
    ("utf-16-be", b"\xfe\xff", 0, "utf-16-be"), ("cp1252", b"", 1, "cp1252"),
])
def test_encodings(encoding: str, prefix: bytes, notes: int, told: str) -> None:
    document = of(prefix + "Blåbær på Østlandet – «godt».".encode(encoding))
    assert document.source == document.blocks[0].text == "Blåbær på Østlandet – «godt»."
    assert (len(document.notes), document.encoding) == (notes, told)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02" * 50, b"\xff\xfeabc", b"PK\x03\x04\x00\x00\x08\x00\x81\x8d", b"\x81\x8d\x8f"])
def test_binary_data_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        of(data)


def test_invisible_and_decomposed_characters() -> None:
    document = of("Sam\u00adarbeid pa\u030a tvers\u00a0av \ufeffgrenser.")
    assert document.blocks[0].text == "Samarbeid på tvers\u00a0av grenser."
    assert quoted(document, "på") == "pa\u030a"
    assert quoted(document, "Samarbeid") == "Sam\u00adarbeid"


def test_lines_that_begin_with_an_emoji_are_items() -> None:
    post = "Tre ting er verdt å merke seg:\n👉 Tunnelen gir 16 flere tog i timen.\n✔️ Prisen er kjent.\n1️⃣ Det haster."
    assert shape(post) == [
        ("paragraph", 0, "Tre ting er verdt å merke seg:"), ("list-item", 0, "Tunnelen gir 16 flere tog i timen."),
        ("list-item", 0, "Prisen er kjent."), ("list-item", 0, "Det haster.")]


@pytest.mark.parametrize("line", ["🚆 Toget går oftere fra mars.", "🎉🎉🎉", "2 000 boliger bygges i år."])
def test_one_emoji_is_decoration(line: str) -> None:
    assert shape(line) == [("paragraph", 0, line)]


@pytest.mark.parametrize(("data", "place"), [
    ("Året før på Løten.\n".encode() * 20 + b"ab \xe5\n", "linje 21, kolonne 4"),
    ("På øya er det båt".encode() + b"\xf8", "linje 1, kolonne 18"),
    (b"\xe6" + "På øya er det båt".encode(), "linje 1, kolonne 1"),
])
def test_utf8_with_a_broken_byte_is_not_read_as_something_else(data: bytes, place: str) -> None:
    with pytest.raises(UnreadableError, match=place):
        decode(data)


def test_windows_1252_is_still_read() -> None:
    assert decode("Året før på Løten.\n".encode("cp1252")).encoding == "cp1252"
