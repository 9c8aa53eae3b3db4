"""HTML in; a Document of the page's main content, with its structure, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ipr_lint.model import Document
from ipr_lint.readers.assembly import Blocks
from ipr_lint.readers.decoding import decode
from ipr_lint.readers.html_blocks import HtmlWalk
from ipr_lint.readers.html_names import elements, main_of
from ipr_lint.readers.html_tree import Node, attributes, parse, text_of
from ipr_lint.readers.masks import mask_templates
from ipr_lint.readers.metadata import language, normalised
from ipr_lint.readers.suppressing import Suppressing, whole_file

_PREFIX = "ipr-lint:"
_DATES = frozenset({"article:published_time", "dc.date", "dcterms.date", "date", "pubdate"})


@dataclass(slots=True)
class _Head:
    """What a page says about itself."""

    language: str | None = None
    pairs: list[tuple[str, str]] = field(default_factory=list)
    ignored: list[tuple[str, int]] = field(default_factory=list)


def read(data: bytes, path: str) -> Document:
    """Read a page or a fragment, however broken; scripts, navigation and hidden parts are not text.

    The page's header and footer are boilerplate. `<meta name="ipr-lint:kanal" content="nettsak">` is metadata, and
    `<meta name="ipr-lint:ignorer" content="lix – grunn">` suppresses a rule in the whole file.
    Raises: UnreadableError, for binary data.
    """
    decoded = decode(data)
    root, shown = parse(mask_templates(decoded.text))
    head = _head(root)
    suppressing = Suppressing(decoded.text)
    blocks = Blocks()
    HtmlWalk(decoded.text, shown, int, blocks, suppressing, main_of(root)).read(root)
    own = tuple(whole_file(told, "", len(blocks), (at, shown.find(">", at) + 1)) for told, at in head.ignored)
    return Document(
        path, "html", decoded.text, tuple(blocks), normalised(head.pairs), head.language,
        own + suppressing.finish(blocks), (*decoded.notes, *suppressing.notes), decoded.encoding,
    )


def _head(root: Node) -> _Head:
    head = _Head()
    borrowed = []
    for node, _ in elements(root):
        if node.name == "html" and "lang" in (node.attrs or {}):
            head.language = language(attributes(node)["lang"])
        elif node.name == "title":
            borrowed.append(("title", text_of(node)))
        elif node.name == "meta":
            for name, content in _meta(attributes(node)):
                if name == "ignorer":
                    head.ignored.append((content, node.origin_offset or 0))
                elif name.startswith(_PREFIX):
                    head.pairs.append((name.removeprefix(_PREFIX), content))
                else:
                    borrowed.append((name, content))
    head.pairs += borrowed
    return head


def _meta(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    name, content = (found.get("name") or found.get("property") or "").strip().lower(), found.get("content", "")
    if name == f"{_PREFIX}ignorer":
        yield "ignorer", content
    elif name.startswith(_PREFIX):
        yield name, content
    elif name in _DATES:
        yield "date", content
