"""Tables without a header row or column."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.model import Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT
Params = NoParams


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit per table, on its first cell; layout tables and single rows or columns have no header to miss."""
    tables: dict[str, list[Block]] = {}
    for block in draft.blocks(Kind.TABLE_CELL):
        tables.setdefault(block.attributes.get("table", ""), []).append(block)
    for cells in tables.values():
        if any(cell.attributes.get("header") == "true" or cell.attributes.get("layout") == "true" for cell in cells):
            continue
        rows = {cell.attributes.get("row") for cell in cells}
        columns = {cell.attributes.get("column") for cell in cells}
        if len(rows) > 1 and len(columns) > 1 and not _has_bold_labels(cells):
            yield Hit(cells[0].span(), {"rows": len(rows), "columns": len(columns)})


def _has_bold_labels(cells: list[Block]) -> bool:
    """Word can't mark the cells of a first column as headers; bold ones are read as such."""
    first = min((cell.attributes.get("column", "") for cell in cells), default="")
    labels = [cell for cell in cells if cell.attributes.get("column") == first]
    return all(cell.attributes.get("bold") == "true" for cell in labels)
