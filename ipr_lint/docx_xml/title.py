"""The blocks of a draft in; which of them is its title out."""

from __future__ import annotations

from collections.abc import Sequence

from ipr_lint.model import Block, Kind


def title_block(blocks: Sequence[Block]) -> int | None:
    """The block in Word's title style, else the first heading; None for a draft without either."""
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    titles = [block for block in headings if "title" in block.attributes]
    return (titles or headings)[0].id if headings else None
