"""HTML: main content, structure, broken markup, metadata and suppressions."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint.model import Document, Kind
from ipr_lint.readers import read
from tests.readers.mapping import assert_mapped, quoted


def of(text: str) -> Document:
    document = read(Path("side.html"), data=text.encode())
    assert_mapped(document)
    return document


def texts(text: str) -> list[str]:
    return [block.text for block in of(text).blocks]


@pytest.mark.parametrize(("draft", "shown", "source"), [
    ("<p>Fritt &amp; åpent.</p>", "& å", "&amp; å"),
    ("<p>Bl&aring;b&aelig;r &#248;st</p>", "Blåbær øst", "Bl&aring;b&aelig;r &#248;st"),
    ("<p>En <b>fet</b> del</p>", "En fet del", "En <b>fet</b> del"),
    ("<p>To\n   linjer</p>", "To linjer", "To\n   linjer"),
    ("<p>Ny<br/>linje</p>", "Ny\nlinje", "Ny<br/>linje"),
    ("<p>3 < 4 & 5 > 2</p>", "3 < 4 & 5 > 2", "3 < 4 & 5 > 2"),
    ("<p>Et {{ navn }} her {% if a < b %}da</p>", "Et her da", "Et {{ navn }} her {% if a < b %}da"),
    ("<p>Sam&shy;arbeid</p>", "Samarbeid", "Sam&shy;arbeid"),
    ("<p>10&nbsp;000 kroner</p>", "10\u00a0000", "10&nbsp;000"),
    ("<p>a<!-- x -->b</p>", "ab", "a<!-- x -->b"),
    ("<table>løst<tr><td>celle</table>", "løst", "løst"),
    ("<p><b>en<i>to</b>tre</i>", "entotre", "en<i>to</b>tre"),
])
def test_text_leads_back_to_its_markup(draft: str, shown: str, source: str) -> None:
    for newline in ("\n", "\r\n"):
        assert quoted(of(draft.replace("\n", newline)), shown) == source.replace("\n", newline)


PAGE = """<!DOCTYPE html><html lang="nb-NO"><head><title>Tog &amp; bane</title>
<meta name="ipr-lint:kanal" content="nettsak"><meta property="article:published_time" content="2026-03-01T08:00">
</head><body><header><img src="logo.svg" alt="Logo"><p>Sidenavn</p><nav>Meny</nav></header>
<main><h1>Tittel</h1><p>Ingress.</p><h3>Under</h3><ul><li>en<li>to<ol><li>tre</ol></ul>
<table><tr><th>H<th>I<tr><td>1<td>2</table><figure><img src="a.jpg"><figcaption>Foto: Kari</figcaption></figure>
<blockquote lang="en"><p>We agree.</p><cite>Kari Holm</cite></blockquote>Løs tekst.</main>
<aside>Sidespalte</aside><footer>Om oss</footer></body></html>"""


def test_a_page() -> None:
    document = of(PAGE)
    assert [(block.kind.value, block.level, block.text) for block in document.blocks if block.text] == [
        ("boilerplate", 0, "Sidenavn"), ("heading", 1, "Tittel"), ("paragraph", 0, "Ingress."), ("heading", 3, "Under"),
        ("list-item", 0, "en"), ("list-item", 0, "to"), ("list-item", 0, "tre"), ("table-cell", 0, "H"),
        ("table-cell", 0, "I"), ("table-cell", 0, "1"), ("table-cell", 0, "2"), ("caption", 0, "Foto: Kari"),
        ("quote", 0, "We agree."), ("quote", 0, "Kari Holm"), ("paragraph", 0, "Løs tekst."),
        ("boilerplate", 0, "Om oss")]
    assert document.metadata == {"kanal": "nettsak", "title": "Tog & bane", "publiseres": "2026-03-01T08:00"}
    assert document.language == "nb"
    told = {block.text: block for block in document.blocks}
    assert told["We agree."].language == "en"
    assert told["Ingress."].language == "nb"
    assert told["We agree."].attributes["speaker"] == "Kari Holm"
    assert (told["tre"].attributes["ordered"], told["tre"].attributes["depth"]) == ("true", "2")
    assert {name: told["2"].attributes[name] for name in ("table", "row", "column", "header")} == {
        "table": "1", "row": "1", "column": "1", "header": "false"}
    assert told["I"].attributes["header"] == "true"
    images = [dict(block.attributes) for block in document.blocks if block.kind is Kind.IMAGE]
    assert images == [{"alt": "Logo", "src": "logo.svg", "part": "header"}, {"src": "a.jpg", "part": "body"}]


@pytest.mark.parametrize("hidden", [
    "<script>let a = '<p>x</p>'</script>", "<style>p {}</style>", "<template><p>x</p></template>", "<nav>x</nav>",
    "<noscript>x</noscript>", "<p hidden>x</p>", "<p style='display: none'>x</p>", "<div role=navigation>x</div>",
    "<!-- x -->", "<svg><text>x</text></svg>", "<pre>x</pre>", "<span aria-hidden=true>x</span>", "{{ x }}",
    "<div class='menu x'>x</div>", "<ul id=breadcrumbs><li>x</ul>",
    "<select><option>x</select>", "<textarea>x</textarea>", "{% include 'x' %}",
])
def test_what_is_not_text(hidden: str) -> None:
    assert texts(f"<p>Før.</p>{hidden}<p>Etter.</p>") == ["Før.", "Etter."]


@pytest.mark.parametrize("broken", [
    "<p>Hei<p>du", "<div><p>Hei</div><p>du</span>", "Hei<p>du", "<b><p>Hei</b><p>du", "<html><body><p>Hei<body><p>du",
    "<p>Hei</p></body></html><p>du", "<main><p>Hei<p>du", "<p>Hei<p>du<", "<p>Hei<p>du<a href='x", "<p>Hei<p>du<!-- ",
])
def test_broken_pages_are_read(broken: str) -> None:
    first, second, *_ = texts(broken)
    assert first == "Hei"
    assert second.startswith("du")


def test_the_title_may_stand_in_the_header_of_the_page() -> None:
    draft = "<header><h1>Tittel</h1></header><main><p>Tekst.</p></main><footer>Om</footer>"
    assert [block.kind for block in of(draft).blocks] == [Kind.HEADING, Kind.PARAGRAPH, Kind.BOILERPLATE]
    own = "<header><h1>Nettstedet</h1></header><main><h1>Tittel</h1></main>"
    assert [block.kind for block in of(own).blocks] == [Kind.BOILERPLATE, Kind.HEADING]


def test_a_page_of_boxes() -> None:
    draft = ("<body class='menu home'><div id='page'><div class='site-header'><p>Nettsted</p></div><div id='content'>"
             "<h1>Tittel</h1><p>Tekst.</p></div><div class='widget site-footer'><p>Om oss</p></div></div></body>")
    assert [(block.kind.value, block.text) for block in of(draft).blocks] == [
        ("boilerplate", "Nettsted"), ("heading", "Tittel"), ("paragraph", "Tekst."), ("boilerplate", "Om oss")]


def test_links_and_bold_paragraphs() -> None:
    document = of("<p>Se <a href='/a'>siden</a></p><p><strong>Alt er fett</strong></p><a href=b><p>Kort</p></a>")
    marks = [(block.text[m.start:m.end], dict(m.attributes)) for block in document.blocks for m in block.marks]
    assert marks == [("siden", {"href": "/a"}), ("Alt er fett", {}), ("Kort", {"href": "b"})]
    assert document.blocks[1].attributes["bold"] == "true"


def test_suppressions() -> None:
    document = of("<meta name='ipr-lint:ignorer' content='lix – gammel sak'><p>En</p>"
                  "<!-- ipr-lint: ignorer navn – sitat --><ul><li>to<li>tre</ul><p>Fire</p>"
                  "<!-- ipr-lint: av --><p>Fem</p><!-- ipr-lint: på --><p>Seks</p>")
    assert [(one.rules, one.first_block, one.last_block, one.reason) for one in document.suppressions] == [
        (("lix",), 0, 5, "gammel sak"), (("navn",), 1, 2, "sitat"), ((), 4, 4, "")]


def test_endless_nesting_is_read() -> None:
    for unit in ("<div>", "<b>", "<ul><li>", "<table><td>", "<blockquote>", "<header>"):
        assert texts(unit * 5000 + "innerst") == ["innerst"]
