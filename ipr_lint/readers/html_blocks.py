"""A parsed HTML tree in; the document's blocks, as a reader of the page sees them, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ipr_lint.model import Kind
from ipr_lint.readers.assembly import Blocks, add_image
from ipr_lint.readers.html_names import (
    BLOCKS,
    HEADINGS,
    INLINE_MARKS,
    KINDS,
    furniture,
    has_title,
    is_hidden,
    speaker_of,
)
from ipr_lint.readers.html_text import HtmlText
from ipr_lint.readers.html_tree import Node
from ipr_lint.readers.html_tree import attributes as attributes_of
from ipr_lint.readers.masks import MASK
from ipr_lint.readers.metadata import language
from ipr_lint.readers.suppressing import Suppressing

KEPT = {Kind.LIST_ITEM: ("ordered", "depth"), Kind.TABLE_CELL: ("table", "row", "column", "header"),
        Kind.QUOTE: ("speaker",)}


@dataclass(slots=True)
class Table:
    """Where in its table the walk stands; rows and columns count from 0."""

    number: int
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Around:
    """What the elements around a text say about it."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    language: str | None = None
    shown: bool = True  # outside the main content nothing is, but the page's header and footer
    names: frozenset[str] = frozenset()
    attributes: dict[str, str] = field(default_factory=lambda: {"part": "body"})


@dataclass(slots=True)
class HtmlWalk:
    """Walks a tree without recursion, since broken pages nest without end.

    `at` leads from an offset in the parsed text to the source; without `main` all of the tree is content.
    """

    source: str
    shown: str
    at: Callable[[int], int]
    blocks: Blocks
    suppressing: Suppressing
    main: Node | None = None
    _around: list[Around] = field(default_factory=lambda: [Around()])
    _images: list[tuple[int, dict[str, str], tuple[int, int]]] = field(default_factory=list)
    _tables: list[Table] = field(default_factory=list)
    _tables_seen: int = 0
    _title_outside: bool = True  # whether the page's header may hold the title of the main content
    text: HtmlText = field(init=False)

    def __post_init__(self) -> None:
        self.text = HtmlText(self.source, self.shown, self.at)

    def read(self, root: Node) -> None:
        """Add the blocks of a tree."""
        if self.main is not None:
            self._around = [replace(self._around[0], shown=False)]
            self._title_outside = not has_title(self.main)
        waiting: list[tuple[Node, bool]] = [(root, True)]
        while waiting:
            node, entering = waiting.pop()
            if not entering:
                self._leave(node)
            elif node.name == "#text":
                if self._around[-1].shown:
                    self.text.text(node)
            elif node.name == "#comment":
                self._comment(node)
            elif not is_hidden(node) and self._enter(node):
                waiting.append((node, False))
                waiting += [(child, True) for child in reversed(node.children or [])]
        self._flush()

    def _enter(self, node: Node) -> bool:
        """Begin an element; False if nothing can be inside it."""
        if node.name in ("br", "img"):
            start = len(self.shown) if node.origin_offset is None else node.origin_offset
            end = self.shown.find(">", start) + 1 or len(self.shown)
            self.text.line_break(start, end) if node.name == "br" else self._image(node, (self.at(start), self.at(end)))
            return False
        if not node.name.startswith("#"):
            self.suppressing.enter()
            found = attributes_of(node)
            if node.name in BLOCKS:
                self._flush()
            elif node.name in INLINE_MARKS:
                kind = INLINE_MARKS[node.name]
                href = {"href": found.get("href", "").replace(MASK, "")} if kind == "link" else {}
                self.text.begin(node, kind, href)
            self._around.append(self._inside(node, found))
        return True

    def _leave(self, node: Node) -> None:
        if node.name.startswith("#"):
            return
        if node.name in BLOCKS:
            self._flush()
        elif node.name in INLINE_MARKS:
            self.text.end(node)
        if node.name == "table":
            self._tables.pop()
        self._around.pop()
        self.suppressing.leave(len(self.blocks))

    def _inside(self, node: Node, found: dict[str, str]) -> Around:
        around = self._around[-1]
        told = language(found.get("lang") or found.get("xml:lang")) or around.language
        if node.name not in BLOCKS:
            return around if told == around.language else replace(around, language=told)
        names = around.names | {node.name}
        shown = around.shown or node is self.main
        part = furniture(node, around.names)
        if part == "header" and self._title_outside and has_title(node):
            return replace(around, language=told, shown=True, names=names)
        if part:
            return Around(Kind.BOILERPLATE, 0, told, True, names, {"part": part})
        kind = around.kind if around.kind is Kind.BOILERPLATE else KINDS.get(node.name, around.kind)
        level = int(node.name[1]) if node.name in HEADINGS else around.level
        return Around(kind, level, told, shown, names, around.attributes | self._attributes(node, found, around))

    def _attributes(self, node: Node, found: dict[str, str], around: Around) -> dict[str, str]:
        if node.name in ("ul", "ol"):
            depth = int(around.attributes.get("depth", "0")) + 1
            return {"ordered": "true" if node.name == "ol" else "false", "depth": str(depth)}
        if node.name == "blockquote":
            return {"speaker": speaker_of(node)}
        if node.name == "table":
            self._tables_seen += 1
            self._tables.append(Table(self._tables_seen))
        elif node.name == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = -1
        elif node.name in ("td", "th") and self._tables:
            table = self._tables[-1]
            table.column += 1
            header = "true" if node.name == "th" else "false"
            return {"table": str(table.number), "row": str(table.row), "column": str(table.column), "header": header}
        return {}

    def _image(self, node: Node, source: tuple[int, int]) -> None:
        found = attributes_of(node)
        if not self._around[-1].shown or (found.get("width"), found.get("height")) == ("1", "1"):
            return
        kept: dict[str, str] = {name: found[name].replace(MASK, "") for name in ("alt", "src") if name in found}
        if found.get("role") in ("presentation", "none"):
            kept["alt"] = ""
        if links := self.text.links():
            kept["href"] = links[-1]
        self._images.append((self.text.length, kept, source))

    def _comment(self, node: Node) -> None:
        start = len(self.shown) if node.origin_offset is None else node.origin_offset
        end = self.shown.find("-->", start) + 3
        source = (self.at(start), self.at(end if end > 2 else len(self.shown)))
        self.suppressing.comment(node.data or "", source, len(self.blocks), self.text.length)

    def _flush(self) -> None:
        """Finish the block, if there is any: leading images, the text, the other images."""
        around = self._around[-1]
        builder, marks = self.text.take()
        attributes = {name: value for name, value in around.attributes.items()
                      if value and (name == "part" or name in KEPT.get(around.kind, ()))}
        images, self._images = self._images, []
        part = {"part": around.attributes["part"]}
        for offset, told, source in images:
            if not offset:
                add_image(self.blocks, told | part, source)
        level = around.level if around.kind is Kind.HEADING else 0
        self.blocks.add(around.kind, builder, level=level, language=around.language, marks=marks, attributes=attributes)
        for offset, told, source in images:
            if offset:
                add_image(self.blocks, told | part, source)
