"""Text nodes, line breaks and inline elements in; one block's text with white space collapsed, and its marks, out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ipr_lint.model import Mark
from ipr_lint.readers.html_tree import BARE, Node, followed
from ipr_lint.readers.masks import MASK
from ipr_lint.source_map import TextBuilder

_SPACES = re.compile("[ \t\n\r\f]+")
_PARTS = re.compile(f"(?P<space>[ \t\n\r\f]+)|(?P<mask>{MASK}+)"
                    f"|[^ \t\n\r\f{MASK}]+(?: [^ \t\n\r\f{MASK}]+)*")  # words with single spaces between them


@dataclass(slots=True)
class HtmlText:
    """The unfinished block.

    `source` is what the blocks quote, `shown` the same as it was parsed, offset by offset; `at` leads from such an
    offset to the document's source.
    """

    source: str
    shown: str
    at: Callable[[int], int]
    builder: TextBuilder = field(default_factory=TextBuilder)
    marks: list[Mark] = field(default_factory=list)
    _space: tuple[int, int] | None = None  # white space that counts only if text follows
    _fresh: bool = True  # nothing, or a line break, before this
    _open: list[tuple[Node, int, str, dict[str, str]]] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Characters so far."""
        return self.builder.length

    def text(self, node: Node) -> None:
        """Append a text node."""
        for text, start, end, verbatim in followed(node, self.shown):
            if not verbatim:
                self._replaced(text, start, end)
                continue
            for match in _PARTS.finditer(self.shown, start, end):
                if match.lastgroup == "space":
                    self._space = self._space or match.span()
                elif match.lastgroup != "mask":
                    self._settle()
                    self.builder.add(self.source[match.start():match.end()], self.at(match.start()))
                    self._fresh = False

    def line_break(self, start: int, end: int) -> None:
        """Append the line break of `<br>`."""
        if self.builder.length:
            self.builder.add_as("\n", self.at(start), self.at(end))
        self._space, self._fresh = None, True

    def begin(self, node: Node, kind: str, attributes: dict[str, str]) -> None:
        """An inline element begins."""
        self._settle()
        self._open.append((node, self.builder.length, kind, attributes))

    def end(self, node: Node) -> None:
        """It ends."""
        opened, start, kind, attributes = self._open.pop()
        assert opened is node
        self.marks.append(Mark(start, self.builder.length, kind, attributes))

    def picture(self) -> None:
        """An image stands here, after any space before it."""
        place = self.builder.length + bool(self._space and not self._fresh)
        self.marks.append(Mark(place, place, "object"))

    def links(self) -> list[str]:
        """The targets of the open links."""
        return [attributes.get("href", "") for _, _, kind, attributes in self._open if kind == "link"]

    def take(self) -> tuple[TextBuilder, list[Mark]]:
        """The finished block; open marks end here and begin again in the next one."""
        done = self.builder
        marks = [*self.marks, *(Mark(start, done.length, kind, told) for _, start, kind, told in self._open)]
        self._open = [(node, 0, kind, told) for node, _, kind, told in self._open]
        self.builder, self.marks, self._space, self._fresh = TextBuilder(), [], None, True
        return done, marks

    def _replaced(self, text: str, start: int, end: int) -> None:
        """Text that stands for other characters, such as an entity; white space in it collapses as well."""
        if _SPACES.fullmatch(text):
            self._space = self._space or (start, end)
            return
        self._settle()
        self.builder.add_as(_SPACES.sub(" ", text.replace(BARE, "<").replace(MASK, "")), self.at(start), self.at(end))
        self._fresh = False

    def _settle(self) -> None:
        if self._space and not self._fresh:
            start, end = self._space
            if self.shown[start:end] == " ":
                self.builder.add(" ", self.at(start))
            else:
                self.builder.add_as(" ", self.at(start), self.at(end))
            self._fresh = True
        self._space = None
