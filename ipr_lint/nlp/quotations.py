"""Document -> direct quotations per block, with the speaker where the text names one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipr_lint.model import Document, Kind

_MARKS = re.compile(r"[«“„\"]([^«»“”„\"]{1,2000})[»”\"]")
_DASH = re.compile(r"^\s*[–—-]\s")
_SAYS = re.compile(
    r"[,.!?»”\"]\s*(?:sier|seier|sa|forteller|fortel|mener|meiner|understreker|understrekar|skriver|skriv|uttaler|uttalar"
    r"|påpeker|peikar|svarer|svarar|legger|legg|fortsetter|held|advarer|åtvarar|said|says)\b"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]` of a block is somebody's words; `speaker` is the attribution as written, "" if none."""

    start: int
    end: int
    speaker: str = ""


def find(document: Document) -> dict[int, tuple[Quotation, ...]]:
    """Quotations by block id: «…» of several words, – … lines with an attribution, quote blocks."""
    found: dict[int, tuple[Quotation, ...]] = {}
    for block in document.blocks:
        text = block.text
        if block.kind is Kind.QUOTE:
            found[block.id] = (Quotation(0, len(text), block.attributes.get("speaker", "")),)
        elif _DASH.match(text):
            says = _SAYS.search(text)
            end = says.start() + 1 if says else len(text)
            found[block.id] = (Quotation(0, end, text[says.end() :].strip() if says else ""),)
        else:
            marks = tuple(Quotation(m.start(), m.end()) for m in _MARKS.finditer(text) if len(m[1].split()) >= 4)
            if marks:
                found[block.id] = marks
    return found
