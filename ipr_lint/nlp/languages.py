"""Text -> language code, block by block; short blocks inherit the document's."""

from __future__ import annotations

from ipr_lint.model import Block, Document, Kind

_MIN_WORDS = 8


def of_document(document: Document) -> str | None:
    """The language of all running text together, else the declared one."""
    text = " ".join(b.text for b in document.blocks if b.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE))
    return identify(text) or document.language


def of_block(document: Document, block: Block, inherited: str | None) -> str | None:
    """The language of one block."""
    return identify(block.text) or block.language or inherited


def identify(text: str) -> str | None:
    """An ISO 639-1 code (`nb` or `nn` for Norwegian), None below eight words or when nothing speaks for any."""
    if len(text.split()) < _MIN_WORDS:
        return None
    import eldc

    eldc.init()
    found: str | None = eldc.detect(text[:4000])
    return "nb" if found == "no" else found or None
