"""A parsed HTML tree in; the document's blocks, as a reader of the page sees them, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ipr_lint.model import Kind
from ipr_lint.readers.assembly import Blocks, add_image
from ipr_lint.readers.html_around import Surroundings
from ipr_lint.readers.html_names import BLOCKS, INLINE_MARKS, is_hidden
from ipr_lint.readers.html_text import HtmlText
from ipr_lint.readers.html_tree import Node
from ipr_lint.readers.html_tree import attributes as attributes_of
from ipr_lint.readers.masks import MASK
from ipr_lint.readers.suppressing import Suppressing


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
    _images: list[tuple[int, dict[str, str], tuple[int, int]]] = field(default_factory=list)
    text: HtmlText = field(init=False)
    around: Surroundings = field(init=False)

    def __post_init__(self) -> None:
        self.text = HtmlText(self.source, self.shown, self.at)
        self.around = Surroundings(self.main)

    def read(self, root: Node) -> None:
        """Add the blocks of a tree."""
        waiting: list[tuple[Node, bool]] = [(root, True)]
        while waiting:
            node, entering = waiting.pop()
            if not entering:
                self._leave(node)
            elif node.name == "#text":
                if self.around.now.shown:
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
            self.around.enter(node, found)
        return True

    def _leave(self, node: Node) -> None:
        if node.name.startswith("#"):
            return
        if node.name in BLOCKS:
            self._flush()
        elif node.name in INLINE_MARKS:
            self.text.end(node)
        self.around.leave(node)
        self.suppressing.leave(len(self.blocks))

    def _image(self, node: Node, source: tuple[int, int]) -> None:
        found = attributes_of(node)
        if not self.around.now.shown or (found.get("width"), found.get("height")) == ("1", "1"):
            return
        named = (name for name in ("alt", "src", "title") if name in found)
        kept: dict[str, str] = {name: found[name].replace(MASK, "") for name in named}
        if found.get("role") in ("presentation", "none"):
            kept["alt"] = ""
        if links := self.text.links():
            kept["href"] = links[-1]
        self._images.append((self.text.length, kept, source))
        self.text.picture()

    def _comment(self, node: Node) -> None:
        start = len(self.shown) if node.origin_offset is None else node.origin_offset
        end = self.shown.find("-->", start) + 3
        source = (self.at(start), self.at(end if end > 2 else len(self.shown)))
        self.suppressing.comment(node.data or "", source, len(self.blocks), self.text.length)

    def _flush(self) -> None:
        """Finish the block, if there is any: leading images, the text, the other images."""
        around = self.around.now
        builder, marks = self.text.take()
        images, self._images = self._images, []
        part = {"part": around.attributes["part"]}
        for offset, told, source in images:
            if not offset:
                add_image(self.blocks, told | part, source)
        level = around.level if around.kind is Kind.HEADING else 0
        self.blocks.add(around.kind, builder, level=level, language=around.language, marks=marks,
                        attributes=around.told())
        for offset, told, source in images:
            if offset:
                add_image(self.blocks, told | part, source)
