"""HTML elements, as a walk enters and leaves them, in; what they say about the text inside them out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ipr_lint.model import Kind
from ipr_lint.readers.html_names import BLOCKS, HEADINGS, KINDS, furniture, has_title, speaker_of
from ipr_lint.readers.html_tree import Node
from ipr_lint.readers.metadata import language

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

    def told(self) -> dict[str, str]:
        """The attributes that a block of this kind carries."""
        return {name: value for name, value in self.attributes.items()
                if value and (name == "part" or name in KEPT.get(self.kind, ()))}


class Surroundings:
    """The open elements; without `main` all of the page is content."""

    def __init__(self, main: Node | None) -> None:
        self._main = main
        self._open = [Around(shown=main is None)]
        self._tables: list[Table] = []
        self._tables_seen = 0
        self._title_outside = main is None or not has_title(main)  # the page's header may hold the title

    @property
    def now(self) -> Around:
        """What counts at this place."""
        return self._open[-1]

    def enter(self, node: Node, found: dict[str, str]) -> None:
        """An element with these attributes begins."""
        self._open.append(self._inside(node, found))

    def leave(self, node: Node) -> None:
        """It ends."""
        if node.name == "table":
            self._tables.pop()
        self._open.pop()

    def _inside(self, node: Node, found: dict[str, str]) -> Around:
        around = self.now
        told = language(found.get("lang") or found.get("xml:lang")) or around.language
        if node.name not in BLOCKS:
            return around if told == around.language else replace(around, language=told)
        names = around.names | {node.name}
        shown = around.shown or node is self._main
        part = furniture(node, around.names)
        names |= {part} if part else set()
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
        if node.name == "blockquote" and "blockquote" not in around.names:
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
