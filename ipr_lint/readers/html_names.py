"""An HTML element in; what it is to a reader out: hidden, a block, a heading, page furniture, the main content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ipr_lint.model import Kind
from ipr_lint.readers.html_tree import Node, attributes, text_of

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "ol", "option", "p", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})
KINDS = {"li": Kind.LIST_ITEM, "dt": Kind.LIST_ITEM, "dd": Kind.LIST_ITEM, "blockquote": Kind.QUOTE,
         "td": Kind.TABLE_CELL, "th": Kind.TABLE_CELL, "figcaption": Kind.CAPTION, "caption": Kind.CAPTION,
         **dict.fromkeys(HEADINGS, Kind.HEADING)}
INLINE_MARKS = {"a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "code": "code",
                "kbd": "code", "samp": "code", "tt": "code", "var": "code", "q": "quote"}
_HIDDEN = frozenset({
    "head", "script", "style", "template", "noscript", "nav", "svg", "math", "iframe", "object", "embed", "canvas",
    "audio", "video", "select", "textarea", "datalist", "pre", "title", "meta", "link", "input", "map", "area",
    "base", "!doctype",
})
_BOXES = frozenset({"div", "section", "aside", "ul", "ol", "a", "p", "span"})
_HIDDEN_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_HIDDEN_ROLES = frozenset({"navigation", "search", "menu", "menubar"})
# What site builders call these parts where the page has no elements for them; whole names of a class or an id.
_NAVIGATION = frozenset({"nav", "navbar", "navigation", "menu", "main-menu", "mobile-menu", "site-navigation",
                         "breadcrumb", "breadcrumbs", "pagination", "pager", "cookie-banner", "cookie-notice",
                         "cookie-consent", "skip-link", "social-share", "share-buttons", "screen-reader-shortcut"})
_FURNITURE = {"header": frozenset({"site-header", "page-header", "masthead"}),
              "footer": frozenset({"footer", "site-footer", "page-footer", "colophon"})}
_SECTIONS = frozenset(
    {"article", "section", "main", "blockquote", "figure", "dialog", "aside", "td", "header", "footer"})


def is_hidden(node: Node) -> bool:
    """Not text: scripts, forms' values, code blocks, navigation and what the page hides from everybody."""
    if node.name in _HIDDEN:
        return True
    found = node.attrs
    if not found:
        return False
    return ("hidden" in found or found.get("aria-hidden") == "true" or found.get("role") in _HIDDEN_ROLES
            or (node.name in _BOXES and not _NAVIGATION.isdisjoint(_called(found)))
            or bool(_HIDDEN_STYLE.search((found.get("style") or "")[:1000])))


def furniture(node: Node, inside: frozenset[str]) -> str:
    """`header` or `footer` for those of the page, "" for anything else; `inside` names the elements around."""
    role = attributes(node).get("role", "")
    if role in ("banner", "contentinfo"):
        return "header" if role == "banner" else "footer"
    if inside & _SECTIONS:
        return ""
    if node.name in ("header", "footer"):
        return str(node.name)
    called = _called(node.attrs) if node.name in _BOXES and node.attrs else []
    return next((part for part, names in _FURNITURE.items() if not names.isdisjoint(called)), "")


def _called(found: Mapping[str, str | None]) -> list[str]:
    """The names of an element's classes and its id."""
    return f"{found.get('class') or ''} {found.get('id') or ''}".lower().split()


def main_of(root: Node) -> Node | None:
    """The main content: `main` or role=main, else the only article of the page, else None (all of it)."""
    articles = []
    for node, around in elements(root):
        if node.name == "main" or attributes(node).get("role") == "main":
            return node
        if node.name == "article" and not around:
            articles.append(node)
    return articles[0] if len(articles) == 1 else None


def has_title(node: Node) -> bool:
    """Whether a heading of level 1 stands inside."""
    return any(element.name == "h1" for element, _ in elements(node))


def speaker_of(quotation: Node) -> str:
    """Who `cite` or `footer` inside a blockquote names, or the caption of the figure it is alone in; "" if nobody."""
    named = [element for element, _ in elements(quotation) if element.name in ("cite", "footer")]
    parent = quotation.parent
    if not named and parent is not None and parent.name == "figure":
        named = [child for child in parent.children or [] if child.name == "figcaption"]
    return text_of(named[0]).lstrip("–—- ") if named else ""


def elements(root: Node) -> Iterator[tuple[Node, bool]]:
    """All elements in their order, each with whether it stands inside an article."""
    waiting = [(root, False)]
    while waiting:
        node, around = waiting.pop()
        if not node.name.startswith("#"):
            yield node, around
        around = around or node.name == "article"
        waiting += [(child, around) for child in reversed(node.children or []) if not child.name.startswith("#")]
