"""The block tokens of a Markdown parser in; the document's blocks out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from ipr_lint.model import Kind
from ipr_lint.readers.assembly import Blocks, add_image
from ipr_lint.readers.html_blocks import HtmlWalk
from ipr_lint.readers.html_tree import parse
from ipr_lint.readers.markdown_inline import Image, InlineText
from ipr_lint.readers.markdown_lines import Lines, of_cell, of_lines, whole_line
from ipr_lint.readers.shortcode_images import Shortcodes
from ipr_lint.readers.suppressing import Suppressing

LONGEST_SPEAKER = 120  # characters of «– Kari Nordmann, styreleder» under a quotation


@dataclass(slots=True)
class _Table:
    number: int
    row: int = -1
    column: int = -1


@dataclass(slots=True)
class Walk:
    """Follows the tokens in their order and adds a block for every one that has text."""

    lines: Lines
    blocks: Blocks
    suppressing: Suppressing
    shortcodes: Shortcodes
    _lists: list[bool] = field(default_factory=list)  # whether each open list is ordered
    _quotes: list[str] = field(default_factory=list)  # the speaker of each open quotation
    _tables: list[_Table] = field(default_factory=list)
    _tables_seen: int = 0
    _footnote: bool = False

    def read(self, tokens: Sequence[Token]) -> None:
        """All tokens of a document."""
        for index, token in enumerate(tokens):
            if token.nesting > 0:
                self.suppressing.enter()
                self._enter(token, tokens, index)
            elif token.type == "inline":
                self._inline(token, tokens[index - 1])
                self.shortcodes.add(self.blocks, self._end(token))
            elif token.type == "html_block":
                self._html(token)
                self.shortcodes.add(self.blocks, self._end(token), hidden=token.content.startswith("<!--"))
            elif token.type in ("fence", "code_block"):
                self.shortcodes.add(self.blocks, self._end(token), hidden=True)
            elif token.nesting < 0:
                self._leave(token)
                self.suppressing.leave(len(self.blocks))
        self.shortcodes.add(self.blocks)

    def _end(self, token: Token) -> int:
        """Where the lines of a token end in the source."""
        return self.lines.source(self.lines.start(token.map[1])) if token.map else 0

    def _enter(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(token.type == "ordered_list_open")
        elif token.type == "blockquote_open":
            self._quotes.append(_speaker(tokens, index))
        elif token.type == "table_open":
            self._tables_seen += 1
            self._tables.append(_Table(self._tables_seen))
        elif token.type == "tr_open":
            self._tables[-1].row += 1
            self._tables[-1].column = -1
        elif token.type in ("th_open", "td_open"):
            self._tables[-1].column += 1
        elif token.type == "footnote_reference_open":
            self._footnote = True

    def _leave(self, token: Token) -> None:
        if token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "blockquote_close":
            self._quotes.pop()
        elif token.type == "table_close":
            self._tables.pop()
        elif token.type == "footnote_reference_close":
            self._footnote = False

    def _inline(self, token: Token, opener: Token) -> None:
        kind = self._kind(opener)
        place = (of_cell(self.lines, token, self._tables[-1].column) if kind is Kind.TABLE_CELL
                 else of_lines(self.lines, token))
        text = InlineText(place or whole_line(self.lines, token))
        text.read(token.children or [], token.content)
        for comment, source, offset in text.comments:
            self.suppressing.comment(comment, source, len(self.blocks), offset)
        leading = [image for image in text.images if image.offset == 0]
        self._images(leading)
        if leading and kind is Kind.PARAGRAPH:
            kind = Kind.CAPTION  # what follows an image in the same paragraph tells what it shows
        level = int(opener.tag[1]) if kind is Kind.HEADING else 0
        self.blocks.add(kind, text.builder, level=level, marks=text.marks, attributes=self._attributes(kind, opener))
        self._images([image for image in text.images if image.offset])

    def _kind(self, opener: Token) -> Kind:
        if opener.type in ("th_open", "td_open"):
            return Kind.TABLE_CELL
        if opener.type == "heading_open":
            return Kind.HEADING
        if self._quotes:
            return Kind.QUOTE
        return Kind.LIST_ITEM if self._lists else Kind.PARAGRAPH

    def _attributes(self, kind: Kind, opener: Token) -> dict[str, str]:
        found = {"part": "footnote" if self._footnote else "body"}
        if kind is Kind.TABLE_CELL:
            table = self._tables[-1]
            found |= {"table": str(table.number), "row": str(table.row), "column": str(table.column),
                      "header": "true" if opener.type == "th_open" else "false"}
        elif kind is Kind.LIST_ITEM:
            found |= {"ordered": "true" if self._lists[-1] else "false", "depth": str(len(self._lists))}
        elif kind is Kind.QUOTE and self._quotes[-1]:
            found["speaker"] = self._quotes[-1]
        return found

    def _images(self, images: Sequence[Image]) -> None:
        for image in images:
            add_image(self.blocks, image.attributes | {"part": "body"}, image.source)

    def _html(self, token: Token) -> None:
        place = of_lines(self.lines, token)
        if place is not None:
            root, shown = parse(token.content)
            HtmlWalk(token.content, shown, place.source, self.blocks, self.suppressing).read(root)


def _speaker(tokens: Sequence[Token], start: int) -> str:
    """Who the last line of a quotation names: «– Kari Nordmann, styreleder» in a paragraph of its own."""
    texts = []
    for token in tokens[start + 1:]:
        if token.type == "blockquote_close":
            break
        if token.type == "inline":
            texts.append(token.content)
    last = texts[-1].strip() if len(texts) > 1 else ""
    named = last.startswith(("–", "—", "-- ")) and len(last) <= LONGEST_SPEAKER and not last.endswith((".", "!", "?"))
    return last.lstrip("–—- ") if named else ""
