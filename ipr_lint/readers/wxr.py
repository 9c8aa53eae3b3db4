"""A WordPress export (WXR) in; each post and page of it, as an HTML page of its own, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from ipr_lint.model import UnreadableError

MAX_BYTES = 500_000_000  # read piece by piece; a whole site fits
_WANTED = "ventet en eksport fra WordPress (WXR)"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_EXCERPT = re.compile(r"\{http://wordpress\.org/export/[\d.]+/excerpt/\}encoded")
_WORDPRESS = re.compile(r"\{http://wordpress\.org/export/[\d.]+/\}")
_NO_POSTS = frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
                       "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles",
                       "wp_navigation", "wp_font_family", "wp_font_face"})
_GONE = frozenset({"trash", "auto-draft", "inherit"})
# A shortcode has a name with an underscore or a known name, so that «[sic]» and «[...]» stay text.
_SHORTCODE = re.compile(r"\[/?(?:gallery|caption|embed|video|audio|playlist|contact-form-7|[a-z]{2,30}_[a-z_]{2,30})"
                        r"(?:\s[^\[\]]{0,1000})?\]")
_BLANK = re.compile(r"\r?\n[ \t]{0,100}\r?\n")


@dataclass(frozen=True, slots=True)
class Post:
    """A post: `name` is its address on the web, or the export with its number; `data` an HTML page in UTF-8."""

    name: str
    data: bytes


def posts(path: Path) -> Iterator[Post]:
    """The posts and pages of an export in their order, drafts included, what is in the bin left out.

    Raises: UnreadableError, for anything but WXR; entities are not expanded and nothing is fetched.
    """
    _check(path)
    seen: set[str] = set()
    found = False
    try:
        with path.open("rb") as file:
            for fields in _items(file):
                found = found or "post_type" in fields
                if post := _post(fields, path, seen):
                    yield post
    except (etree.XMLSyntaxError, OSError) as error:
        raise UnreadableError(f"ugyldig XML: {str(error).splitlines()[0][:120]}; {_WANTED}") from None
    if not found:
        raise UnreadableError(f"filen har ingen innlegg; {_WANTED}")


def _items(file: BinaryIO) -> Iterator[dict[str, str]]:
    """The fields of one item after the other; what is read is thrown away."""
    for _, item in etree.iterparse(file, tag="item", resolve_entities=False, no_network=True, load_dtd=False,
                                   huge_tree=False):
        yield _fields(item)
        item.clear()
        parent = item.getparent()
        while parent is not None and item.getprevious() is not None:
            del parent[0]


def _check(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100_000)
    except FileNotFoundError:
        raise UnreadableError("filen finnes ikke") from None
    except OSError as error:
        raise UnreadableError(f"filen kan ikke leses: {error.strerror}") from None
    if size > MAX_BYTES:
        raise UnreadableError(f"filen er for stor ({size / 1_000_000:.0f} MB); grensen er {MAX_BYTES // 1_000_000} MB")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise UnreadableError(f"XML med egne entiteter leses ikke; {_WANTED}")


def _fields(item: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in item:
        if not isinstance(child.tag, str):
            continue
        name = "content" if child.tag == _CONTENT else "excerpt" if _EXCERPT.fullmatch(child.tag) else \
            _WORDPRESS.sub("", child.tag)
        found.setdefault(name, "".join(str(text) for text in child.itertext()))
    return found


def _post(fields: dict[str, str], path: Path, seen: set[str]) -> Post | None:
    content = fields.get("content", "")
    if fields.get("post_type", "post") in _NO_POSTS or fields.get("status") in _GONE or not content.strip():
        return None
    link = fields.get("link", "").strip()
    name = link if link.startswith(("http://", "https://")) and link not in seen else ""
    if not name:
        name = f"{path}/{fields.get('post_id', '').strip() or len(seen) + 1}.html"
    seen.add(name)
    date = fields.get("post_date", "")[:10]
    told = f'<meta name="date" content="{escape(date)}">' if date[:1] in ("1", "2") else ""
    title = escape(fields.get("title", "").strip(), quote=False)
    # the title stands on the first line of the content, so that lines are those of the post in its editor
    page = (f"<html><head><title>{title}</title>{told}</head><body><main><h1>{title}</h1> {_as_html(content)}\n"
            "</main></body></html>")
    return Post(name, page.encode("utf-8", "replace"))


def _as_html(content: str) -> str:
    """The content as WordPress shows it: without shortcodes, and with paragraphs where an editor left blank lines."""
    shown = _SHORTCODE.sub("", content)
    return shown if "<p" in shown else "<p>" + _BLANK.sub(lambda blank: f"{blank[0]}<p>", shown)
