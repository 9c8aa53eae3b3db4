"""Hypothesis strategies: paragraphs of runs, changes, fields, controls and boxes, with the text they should read as."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.word.xml import dele, field, ins, link, p, r, sdt, tbl, tc, textbox, tr

ALPHABET = "abåæøÅÉ «»–.,\u00a0\u00ad\u0301\u030a\u200b😊<&\t\n\u212a"
TEXT = st.text(ALPHABET, max_size=8)
PROPS = st.sampled_from(["", "<w:b/>", '<w:i/><w:lang w:val="en-GB"/>', "<w:rtl/>"])


@dataclass(frozen=True)
class Part:
    """XML within a paragraph, and what it reads as with its changes accepted and rejected."""

    xml: str
    accepted: str
    original: str


def _same(xml: str, text: str) -> Part:
    return Part(xml, text, text)


def _joined(parts: list[Part]) -> Part:
    return Part("".join(x.xml for x in parts), "".join(x.accepted for x in parts), "".join(x.original for x in parts))


RUN = st.builds(lambda text, props: _same(r(text, props), text), TEXT, PROPS)
INSIDE = st.lists(RUN, max_size=2).map(_joined)
PART = st.one_of(
    RUN,
    st.builds(lambda x: Part(ins(x.xml), x.accepted, ""), INSIDE),
    st.builds(lambda text: Part(dele(text), "", text), TEXT),
    st.builds(lambda x: Part(sdt(x.xml), x.accepted, x.original), INSIDE),
    st.builds(lambda x: Part(sdt(x.xml, placeholder=True), "", ""), INSIDE),
    st.builds(lambda x: Part(link("rId80", x.xml), x.accepted, x.original), INSIDE),
    st.builds(lambda x: Part(field('HYPERLINK "https://x.no"', x.xml), x.accepted, x.original), INSIDE),
    st.builds(lambda text: _same(r(text, "<w:vanish/>"), ""), TEXT),
    st.just(_same("<w:bookmarkStart w:id=\"1\" w:name=\"b\"/>", "")),
)


@dataclass(frozen=True)
class Body:
    """The body of a document, and its paragraphs' texts in document order."""

    xml: str
    accepted: tuple[str, ...]
    original: tuple[str, ...]


def _paragraph(parts: list[Part], box: list[Part] | None) -> Body:
    inside, boxed = _joined(parts), _joined(box or [])
    xml = p(inside.xml + (textbox(p(boxed.xml)) if box else ""))
    return Body(xml, (inside.accepted, boxed.accepted) if box else (inside.accepted,),
                (inside.original, boxed.original) if box else (inside.original,))


def _table(cells: list[Body]) -> Body:
    rows = [tr(tc(cell.xml), tc(p("fast"))) for cell in cells]
    return Body(tbl(*rows), tuple(text for cell in cells for text in (*cell.accepted, "fast")),
                tuple(text for cell in cells for text in (*cell.original, "fast")))


def _body(items: list[Body]) -> Body:
    return Body("".join(x.xml for x in items), tuple(t for x in items for t in x.accepted),
                tuple(t for x in items for t in x.original))


PARAGRAPH = st.builds(_paragraph, st.lists(PART, max_size=6), st.none() | st.lists(RUN, min_size=1, max_size=2))
BODY = st.lists(PARAGRAPH | st.lists(PARAGRAPH, min_size=1, max_size=2).map(_table), min_size=1, max_size=4).map(_body)
