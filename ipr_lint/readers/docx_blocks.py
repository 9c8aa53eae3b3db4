"""The lines of a Word draft in; numbered blocks with their kind, language, marks and attributes out."""

from __future__ import annotations

from ipr_lint.docx_xml.cells import Cell, table_style
from ipr_lint.docx_xml.draft import Line
from ipr_lint.docx_xml.names import attribute, find, qn
from ipr_lint.docx_xml.story import Paragraph, Picture
from ipr_lint.model import Block, Kind, Mark, Piece, RunOrigin
from ipr_lint.readers.assembly import Blocks
from ipr_lint.readers.docx_images import image
from ipr_lint.readers.docx_looks import Look
from ipr_lint.readers.docx_numbering import Numbering
from ipr_lint.readers.docx_styles import Styles
from ipr_lint.readers.docx_text import (
    look_attributes,
    majority_language,
    marks_of,
    merged,
    object_marks,
    whole_characters,
)
from ipr_lint.source_map import TextBuilder

Relations = dict[str, tuple[str, str]]


class BlockMaker:
    """Adds the blocks of one line after another."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self.blocks = Blocks()

    def add(self, line: Line, relations: Relations) -> None:
        """Add the text block of a line, if it has text of its own, and its images.

        A table of contents or an index only repeats what stands elsewhere, and Word makes it anew.
        """
        if not line.listed and not self._styles.is_listing(line.paragraphs[-1].element):
            self._text(line)
        for owner in line.paragraphs:
            for picture in owner.pictures:
                self._image(line, owner, picture, relations)

    def _text(self, line: Line) -> None:
        builder, looks = TextBuilder(), list[tuple[int, int, Look]]()
        marks, starts = list[Mark](), list[int]()
        for placed, text, start in whole_characters(line.fragments):
            before = builder.length
            origin = RunOrigin(line.part, placed.paragraph.number, placed.fragment.run,
                               placed.fragment.offset + start - placed.start)
            _append(builder, text, start, origin)
            starts.append(start)
            looks.append((before, builder.length, self._styles.look(placed.fragment.element, placed.paragraph.element)))
            marks.extend(marks_of(before, builder.length, placed.fragment.href, looks[-1][2]))
        marks.extend(object_marks(line.objects, starts, [*(low for low, _, _ in looks), builder.length]))
        paragraph = line.paragraphs[-1]
        kind, level, extra = self._role(line, paragraph)
        attributes = {**_place(line), **extra, **look_attributes(builder.text, looks), "style": self._style(paragraph)}
        self.blocks.add(kind, builder, level=level, language=majority_language(builder.text, looks),
                        marks=merged(marks), attributes=attributes)

    def _role(self, line: Line, paragraph: Paragraph) -> tuple[Kind, int, dict[str, str]]:
        cell = self._cell(paragraph.cell) if paragraph.cell else {}
        named = self._styles.kind(paragraph.element)
        if line.place in ("header", "footer") or named is Kind.BOILERPLATE:
            return Kind.BOILERPLATE, 0, cell
        if level := self._styles.heading_level(paragraph.element):
            title = {"title": "true"} if self._styles.is_title(paragraph.element) else {}
            return Kind.HEADING, level, {**cell, **title}
        if paragraph.cell and not paragraph.cell.layout:
            return Kind.TABLE_CELL, 0, cell
        listed = self._numbering.of_paragraph(paragraph.element)
        if named in (Kind.QUOTE, Kind.CAPTION):
            return named, 0, cell
        if listed or named is Kind.LIST_ITEM:
            return Kind.LIST_ITEM, 0, {**cell, **(listed or {"ordered": "false", "depth": "1"})}
        return Kind.PARAGRAPH, 0, cell

    def _cell(self, cell: Cell) -> dict[str, str]:
        style, asked = table_style(cell.element)
        shaped = any(find(element, "w:tblStylePr") is not None and "firstRow" in
                     [attribute(part, "w:type") for part in element.iter(qn("w:tblStylePr"))]
                     for element in self._styles.chain(style or ""))
        header = cell.header or (cell.row == 1 and asked and shaped)
        found = {"table": str(cell.table), "row": str(cell.row), "column": str(cell.column)}
        return {**found, **({"header": "true"} if header else {}), **({"layout": "true"} if cell.layout else {})}

    def _style(self, paragraph: Paragraph) -> str:
        return self._styles.name(self._styles.of_paragraph(paragraph.element))

    def _image(self, line: Line, paragraph: Paragraph, picture: Picture, relations: Relations) -> None:
        attributes = image(picture.element, relations)
        if attributes is None:
            return
        starts = (placed.start for placed in line.fragments if placed.paragraph.number >= paragraph.number)
        at = next(starts, line.end) + picture.at
        piece = Piece(0, 0, at, at, True, RunOrigin(line.part, paragraph.number, picture.run, 0))
        self.blocks.append(Block(len(self.blocks), Kind.IMAGE, "", (piece,), attributes={
            **_place(line), **attributes, "style": self._style(paragraph)}))


def _append(builder: TextBuilder, text: str, start: int, origin: RunOrigin) -> None:
    if text == "\n":
        builder.add_as("\n", start, start + 1, origin)
    else:
        builder.add(text, start, origin)


def _place(line: Line) -> dict[str, str]:
    return {"part": "textbox" if line.paragraphs[0].textbox else line.place}
