"""Table elements in document order in; for each place the cell it stands in, and whether its row is removed, out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, bits_of, find, is_on, number_of, qn, value_of

_CELL_PARTS = (qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:txbxContent"))
_GONE = {"accepted": ("w:del", "w:cellDel"), "original": ("w:ins", "w:cellIns")}


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: all numbers 1-based, `table` in document order of the part, `column` in the table's grid.

    `header` is the declared header row («gjenta som overskriftsrad»); `layout` says that the table only places text.
    """

    table: int
    row: int
    column: int
    header: bool
    layout: bool
    element: _Element  # the w:tbl


class Tables:
    """The tables open at a place of a part; a text box inside a cell is in no cell."""

    def __init__(self, view: str) -> None:
        self._gone = _GONE[view]
        self._count = 0
        self._open: list[_Table | None] = []

    @property
    def cell(self) -> Cell | None:
        """The innermost cell, if any."""
        table = self._open[-1] if self._open else None
        if table is None:
            return None
        return Cell(table.number, table.row, table.column, table.header, table.layout, table.element)

    def enter(self, element: _Element) -> None:
        """Step into an element."""
        if element.tag not in _CELL_PARTS:
            return
        table = self._open[-1] if self._open else None
        if element.tag == qn("w:tbl"):
            self._count += 1
            self._open.append(_Table(self._count, element, _is_layout(element)))
        elif element.tag == qn("w:txbxContent"):
            self._open.append(None)
        elif table and element.tag == qn("w:tr"):
            table.enter_row(element, self.is_removed(element))
        elif table:
            table.column = table.next_column
            table.next_column += number_of(value_of(element, "w:tcPr", "w:gridSpan"), 1)

    def leave(self, element: _Element) -> None:
        """Step out of an element."""
        if element.tag in (qn("w:tbl"), qn("w:txbxContent")):
            self._open.pop()

    def is_removed(self, element: _Element) -> bool:
        """Whether a row or cell does not exist in the view that is read."""
        row, cell = self._gone
        return find(element, "w:trPr", row) is not None or find(element, "w:tcPr", cell) is not None


@dataclass(slots=True)
class _Table:
    number: int
    element: _Element
    layout: bool
    row: int = 0
    column: int = 0
    next_column: int = 1
    header: bool = False

    def enter_row(self, row: _Element, removed: bool) -> None:
        self.row += not removed
        self.next_column = 1 + number_of(value_of(row, "w:trPr", "w:gridBefore"), 0)
        self.header = bool(is_on(find(row, "w:trPr", "w:tblHeader")))


def _is_layout(table: _Element) -> bool:
    rows = [row for row in table.iter(qn("w:tr")) if _owner(row) is table]
    widths = [sum(1 for cell in row.iter(qn("w:tc")) if _owner(cell) is table) for row in rows]
    nested = next(table.iterdescendants(qn("w:tbl")), None) is not None
    return len(rows) == 1 or max(widths, default=0) <= 1 or nested


def _owner(element: _Element) -> _Element | None:
    return next(element.iterancestors(qn("w:tbl")), None)


def table_style(table: _Element) -> tuple[str | None, bool]:
    """The style id of a table, and whether its first row is asked to look like a header row."""
    look = find(table, "w:tblPr", "w:tblLook")
    first = bool(bits_of(attribute(look, "w:val")) & 0x20) or attribute(look, "w:firstRow") in ("1", "true")
    return value_of(table, "w:tblPr", "w:tblStyle"), first
