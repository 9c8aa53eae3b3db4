"""Markdown: structure, inline positions, front matter, template tags and suppressions."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint.model import Document, Kind, UnreadableError
from ipr_lint.readers import read
from tests.readers.mapping import assert_mapped, quoted


def of(text: str) -> Document:
    document = read(Path("utkast.md"), data=text.encode())
    assert_mapped(document)
    return document


def texts(text: str) -> list[str]:
    return [block.text for block in of(text).blocks]


@pytest.mark.parametrize(("draft", "shown", "source"), [
    ("Fritt &amp; åpent.", "&", "&amp;"),
    (r"Sak 4\. Valg.", ".", None),
    (r"Fem \* tre er femten", "*", r"\*"),
    ("Les [rapporten](https://x.no 'tittel') nå", "rapporten nå", "rapporten](https://x.no 'tittel') nå"),
    ("En **fet og *skrå* del** her", "fet og skrå del", "fet og *skrå* del"),
    ("Slå på `kode her` nå", "kode her", "kode her"),
    ("To `` a`b `` tegn", "a`b", "a`b"),
    ("Første linje\nandre linje", "linje andre", "linje\nandre"),
    ("> Første linje\n> andre linje", "linje andre", "linje\n> andre"),
    ("- Første linje\n  andre linje", "linje andre", "linje\n  andre"),
    ("Hard  \nlinje", "Hard\nlinje", "Hard  \nlinje"),
    ("Hard<br>linje", "Hard\nlinje", "Hard<br>linje"),
    ("En [lenke][x] til.\n\n[x]: https://x.no\n", "lenke til", "lenke][x] til"),
    ("<https://x.no> er siden", "https://x.no", "https://x.no"),
    ("| A | B \\| C |\n|---|---|\n| en | to **tre** |", "B | C", "B \\| C"),
    ("| A | B |\n|---|---|\n| en | to **tre** |", "to tre", "to **tre"),
    ("> | A | B |\n> |---|---|\n> | en | to |", "to", "to"),
    ("Tittel **her**\n=====\n", "Tittel her", "Tittel **her"),
    ("## Tittel her ##\n", "Tittel her", "Tittel her"),
    ("Et {{< ref \"a\" >}} tegn", "Et tegn", "Et {{< ref \"a\" >}} tegn"),
    ("Snåle *tegn** og _rester", "tegn* og _rester", "tegn** og _rester"),
    ("<div>\n<p>Fritt &amp; åpent</p>\n</div>", "& å", "&amp; å"),
])
def test_text_leads_back_to_its_markup(draft: str, shown: str, source: str | None) -> None:
    for newline in ("\n", "\r\n"):
        document = of(draft.replace("\n", newline))
        if source is not None:
            assert quoted(document, shown) == source.replace("\n", newline)


def test_structure() -> None:
    document = of("# Tittel\n\nAvsnitt.\n\n## Under\n\n- en\n  1. to\n\n> Sitat.\n>\n> – Kari Holm, leder\n\n"
                  "| A |\n|---|\n| b |\n\nNote[^1].\n\n[^1]: Fotnote.\n")
    assert [(block.kind.value, block.level, block.text) for block in document.blocks] == [
        ("heading", 1, "Tittel"), ("paragraph", 0, "Avsnitt."), ("heading", 2, "Under"), ("list-item", 0, "en"),
        ("list-item", 0, "to"), ("quote", 0, "Sitat."), ("quote", 0, "– Kari Holm, leder"), ("table-cell", 0, "A"),
        ("table-cell", 0, "b"), ("paragraph", 0, "Note."), ("paragraph", 0, "Fotnote."),
    ]
    told = [block.attributes for block in document.blocks]
    assert (told[4]["ordered"], told[4]["depth"]) == ("true", "2")
    assert told[5]["speaker"] == "Kari Holm, leder"
    assert (told[7]["header"], told[8]["header"], told[8]["row"]) == ("true", "false", "1")
    assert told[10]["part"] == "footnote"


@pytest.mark.parametrize("hidden", [
    "```\nkode\n```", "    kode", "<!-- kommentar -->", "<script>\nlet a = 1\n</script>", "{% if a < b %}",
    "{{< video src=\"a.jpg\" >}}", "{% comment %}\nnotat\n{% endcomment %}", "{# notat #}", "[x]: https://x.no", "---",
])
def test_what_is_not_text(hidden: str) -> None:
    assert texts(f"Før.\n\n{hidden}\n\nEtter.\n") == ["Før.", "Etter."]


def test_heading_attributes_and_task_marks_are_not_text() -> None:
    assert texts("## Tittel {#anker .bred}\n\n- [ ] Ring Kari\n- [x] Skriv\n") == ["Tittel", "Ring Kari", "Skriv"]


def test_links_and_bold_paragraphs() -> None:
    document = of("Se [siden](https://x.no/a) og <a href='/b'>den</a>.\n\n**Alt er fett**\n")
    links = [(document.blocks[0].text[m.start:m.end], m.attributes["href"]) for m in document.blocks[0].marks]
    assert links == [("siden", "https://x.no/a"), ("den", "/b")]
    assert document.blocks[1].attributes["bold"] == "true"


def test_images_are_blocks_of_their_own() -> None:
    document = of("![Et tog](tog.jpg)\n*Foto: Kari*\n\nI teksten ![](b.jpg) her.\n\n<img src='c.jpg' alt=''>\n")
    assert [(block.kind, block.text) for block in document.blocks] == [
        (Kind.IMAGE, ""), (Kind.CAPTION, "Foto: Kari"), (Kind.PARAGRAPH, "I teksten her."), (Kind.IMAGE, ""),
        (Kind.IMAGE, "")]
    images = [dict(block.attributes) for block in document.blocks if block.kind is Kind.IMAGE]
    assert images == [{"alt": "Et tog", "src": "tog.jpg", "part": "body"}, {"src": "b.jpg", "part": "body"},
                      {"alt": "", "src": "c.jpg", "part": "body"}]


def test_front_matter() -> None:
    document = of("---\ntitle: 'Toget går'\nKanal: Høringsuttalelse\nMålgruppe: [media, Storting]\nspråk: nn\n"
                  "date: 2026-03-01\navklart med: Asker, Lunner\n---\nTekst.\n")
    assert document.metadata == {
        "title": "Toget går", "kanal": "horingsuttalelse", "malgruppe": ("media", "storting"), "spraak": "nn",
        "publiseres": "2026-03-01", "avklart_med": ("Asker", "Lunner")}
    assert document.language == "nn"
    assert [(block.kind, block.level, block.text) for block in document.blocks] == [
        (Kind.HEADING, 1, "Toget går"), (Kind.PARAGRAPH, 0, "Tekst.")]
    assert quoted(document, "Toget går") == "Toget går"


def test_a_title_of_the_text_wins_over_the_front_matter() -> None:
    assert texts("---\ntitle: Toget går\n---\n# Toget kommer\n") == ["Toget kommer"]


def test_toml_front_matter_and_rulers_that_are_none() -> None:
    assert of("+++\nkanal = 'nettsak'\n+++\nTekst.\n").metadata == {"kanal": "nettsak"}
    assert of("---\nBare tekst\n---\n").metadata == {}


@pytest.mark.parametrize(("draft", "told"), [
    ("---\na: 1\nb: [\n---\nTekst", "linje 4"), ("---\na: 1\na: 2\n---\nTekst", "linje 3"),
    ("+++\na = \n+++\nTekst", "linje 2"), ("---\na: b: c\n---\nTekst", "linje 2"),
])
def test_invalid_front_matter_names_its_line(draft: str, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        of(draft)


def silenced(draft: str) -> list[tuple[tuple[str, ...], int, int, str]]:
    return [(one.rules, one.first_block, one.last_block, one.reason) for one in of(draft).suppressions]


def test_a_comment_silences_the_element_after_it() -> None:
    assert silenced("En.\n\n<!-- ipr-lint: ignorer lix, navn – sitert vedtak -->\nTo.\n\nTre.\n") == [
        (("lix", "navn"), 1, 1, "sitert vedtak")]
    assert silenced("<!-- ipr-lint: ignorer lix -->\n\n- en\n- to\n\nTre.\n") == [(("lix",), 0, 1, "")]
    assert silenced("En.\n\nTo <!-- ipr-lint: ignorer -->.\n\nTre.\n") == [((), 1, 1, "")]


def test_ranges() -> None:
    draft = "En.\n\n<!-- ipr-lint: av lix – tabell -->\n\nTo.\n\nTre.\n\n<!-- ipr-lint: på lix -->\n\nFire.\n"
    assert silenced(draft) == [(("lix",), 1, 2, "tabell")]
    assert silenced("En.\n\n<!-- ipr-lint: av -->\n\nTo.\n\nTre.\n") == [((), 1, 2, "")]
    inside = of("Vi <!-- ipr-lint: av navn -->mener<!-- ipr-lint: på navn --> det.\n").suppressions[0]
    assert (inside.first_block, inside.last_block, inside.start, inside.end) == (0, 0, 3, 8)


def test_comments_with_nothing_to_silence_stand_in_the_text() -> None:
    for draft in ("En.\n\n<!-- ipr-lint: ignorer lix -->\n", "En.\n\n<!-- ipr-lint: av lix -->\n",
                  "En.\n\n<!-- ipr-lint: av lix -->\n\n<!-- ipr-lint: på -->\n\n"):
        (one,) = of(draft).suppressions
        assert (one.first_block, one.last_block, one.start, one.end) == (0, 0, 3, 3)
    between = of("En.\n\n<!-- ipr-lint: av lix -->\n\n<!-- ipr-lint: på -->\n\nTo.\n").suppressions[0]
    assert (between.first_block, between.start, between.end) == (1, 0, 0)
    assert of("<!-- ipr-lint: ignorer lix -->\n").suppressions == ()


def test_front_matter_silences_the_whole_file() -> None:
    draft = "---\nipr-lint:\n  kanal: internt\n  ignorer: [lix, navn]\n  grunn: gammel sak\n---\nEn.\n\nTo.\n"
    assert silenced(draft) == [(("lix", "navn"), 0, 1, "gammel sak")]
    assert of(draft).metadata == {"kanal": "internt"}


def test_a_suppression_that_is_not_understood_is_told() -> None:
    document = of("En.\n\n<!-- ipr-lint: ignorrer lix -->\n\nTo.\n")
    assert document.suppressions == ()
    assert len(document.notes) == 1
    assert "linje 3" in document.notes[0]


def test_endless_nesting_is_unreadable_or_read() -> None:
    for unit in ("![", "> ", "- ", "[", "<div>", "*"):
        try:
            of(unit * 5000 + "a")
        except UnreadableError as error:
            told = str(error)
            assert "nivåer" in told
