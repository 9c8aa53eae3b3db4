"""Whatever bytes come in, a reader makes a document that leads back to them, or says in one line why it can't."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipr_lint.model import Document, UnreadableError
from ipr_lint.readers import read
from ipr_lint.source_map import source_range
from tests.readers.mapping import assert_mapped

NAMES = ("a.txt", "a.md", "a.html")
MARKUP = [
    "# ", "## ", "- ", "1. ", "> ", "*", "**", "_", "`", "```\n", "~~", "[", "](x)", "![", "|", "|---|\n", "\n", "\n\n",
    "\r\n", "\r", "  \n", "\\", "\\|", "&amp;", "&aring;", "&#248;", "&nbsp;", "&bogus;", "&", "<", ">", "<p>", "</p>",
    "<b>", "</b>", "<br>", "<!--", "-->", "<!-- ipr-lint: ignorer lix – x -->", "<!-- ipr-lint: av -->",
    "<!-- ipr-lint: på -->", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "<blockquote>", "<script>",
    "</script>", "<pre>", "<img alt='x'>", "<a href=x>", "</a>", "<div>", "<main>", "<header>", "<h1>", "<svg>",
    "<template>", "{{", "}}", "{%", "%}", "{{< x >}}", "{#a}", "---\n", "+++\n", "a: b\n", "ipr-lint:\n", "[^1]",
    "[^1]: ", "[a]: b\n", "    ", "\t", "\x00", "\ufeff", "\u00ad", "\u00a0", "a\u030a", "é", "Å", "\u212a", "🙂",
    "\ufdd0", "\ufdd1", "Osloregionen", "tekst ", "Oslo.", "– ", "•\t", "kl. 10", " ",
]
drafts = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=8)), max_size=60).map("".join)
often = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def attempt(name: str, data: bytes) -> Document | None:
    try:
        return read(Path(name), data=data)
    except UnreadableError as error:
        told = str(error)
    assert len(told.splitlines()) == 1
    return None


@pytest.mark.parametrize("name", NAMES)
@often
@given(draft=drafts)
def test_blocks_lead_back_to_the_source(name: str, draft: str) -> None:
    data = draft.encode("utf-8", "replace")
    if document := attempt(name, data):
        assert document.source == data.decode("utf-8").removeprefix("\ufeff")
        assert_mapped(document)


@pytest.mark.parametrize("name", NAMES)
@often
@given(data=st.binary(max_size=400))
def test_no_bytes_break_a_reader(name: str, data: bytes) -> None:
    if document := attempt(name, data):
        assert_mapped(document)


@pytest.mark.parametrize("name", NAMES)
@often
@given(draft=drafts, data=st.data())
def test_any_span_has_a_range_in_the_source(name: str, draft: str, data: st.DataObject) -> None:
    document = attempt(name, draft.encode("utf-8", "replace"))
    for block in document.blocks if document else ():
        start = data.draw(st.integers(0, len(block.text)))
        end = data.draw(st.integers(start, len(block.text)))
        low, high = source_range(block.pieces, start, end)
        assert 0 <= low <= high <= len(document.source if document else "")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_endings_change_offsets_but_not_the_text(name: str, newline: str) -> None:
    draft = "Første linje her\nog andre linje.\n\nNytt avsnitt &amp; mer **fet** tekst.\n"
    plain, changed = (attempt(name, text.encode()) for text in (draft, draft.replace("\n", newline)))
    assert plain
    assert changed
    assert_mapped(changed)
    assert [block.text for block in changed.blocks] == [block.text for block in plain.blocks]
