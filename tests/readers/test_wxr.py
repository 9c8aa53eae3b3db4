"""A WordPress export: which posts are read, and how their content becomes a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.model import UnreadableError
from ipr_lint.readers import wxr

HEAD = ('<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>')


def item(content: str, kind: str = "post", status: str = "publish", link: str = "https://x.no/a",
         number: int = 1) -> str:
    return (f"<item><title>Tog &amp; bane</title><link>{link}</link><excerpt:encoded>Utdrag</excerpt:encoded>"
            f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
            f"<wp:post_date>2025-03-01 10:00:00</wp:post_date><wp:status>{status}</wp:status>"
            f"<wp:post_type>{kind}</wp:post_type></item>")


def export(tmp_path: Path, *items: str, head: str = HEAD) -> Path:
    path = tmp_path / "eksport.xml"
    path.write_text(head + "".join(items) + "</channel></rss>", encoding="utf-8")
    return path


def shown(post: wxr.Post) -> list[str]:
    return [block.text for block in readers.read(Path(post.name), post.name, post.data).blocks]


def test_posts_become_pages(tmp_path: Path) -> None:
    content = ('Første avsnitt.\n\nAndre <b>avsnitt</b> med [gallery ids="1,2"] og [sic].\n\n'
               '[my_code x="y"]Inni.[/my_code]')
    posts = list(wxr.posts(export(tmp_path, item(content))))
    assert [post.name for post in posts] == ["https://x.no/a"]
    assert shown(posts[0]) == ["Tog & bane", "Første avsnitt.", "Andre avsnitt med og [sic].", "Inni."]
    document = readers.read(Path("a"), posts[0].name, posts[0].data)
    assert document.metadata == {"title": "Tog & bane", "publiseres": "2025-03-01"}


@pytest.mark.parametrize("content", [
    "Første avsnitt.\n\nAndre avsnitt.\r\n \r\nTredje avsnitt.", "<p>Første avsnitt.</p>\n<p>Andre avsnitt.</p>"])
def test_lines_are_those_of_the_post_in_its_editor(tmp_path: Path, content: str) -> None:
    post = next(wxr.posts(export(tmp_path, item(content))))
    document = readers.read(Path(post.name), post.name, post.data)
    for block in document.blocks[1:]:
        line = document.source.count("\n", 0, block.pieces[0].source_start)
        assert line == content.count("\n", 0, content.index(block.text))


def test_blocks_of_the_new_editor_are_html_already(tmp_path: Path) -> None:
    content = "<!-- wp:paragraph -->\n<p>En.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list --><ul><li>to</li></ul>"
    assert shown(next(wxr.posts(export(tmp_path, item(content))))) == ["Tog & bane", "En.", "to"]


def test_what_is_left_out_and_what_has_no_address(tmp_path: Path) -> None:
    path = export(tmp_path, item("a", kind="attachment"), item("b", status="trash"), item(" "), item("c"),
                  item("d", status="draft", number=7), item("e", link="", kind="page", number=8))
    assert [post.name for post in wxr.posts(path)] == ["https://x.no/a", f"{path}/7.html", f"{path}/8.html"]


@pytest.mark.parametrize(("head", "items"), [
    ("<a>", ()), (HEAD, ()), ("ikke xml", ()), (HEAD, ("<item>",)),
    ('<!DOCTYPE r [<!ENTITY a "b">]>' + HEAD.partition("?>")[2], (item("&a;"),)),
])
def test_other_files_are_unreadable(tmp_path: Path, head: str, items: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableError, match="ventet"):
        list(wxr.posts(export(tmp_path, *items, head=head)))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="finnes ikke"):
        list(wxr.posts(tmp_path / "x.xml"))
