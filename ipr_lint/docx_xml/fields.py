"""Field characters in document order in; whether text there is shown, its link and whether it is a listing, out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, qn

_LINK = re.compile(r'\s*HYPERLINK\s(?P<local>\s*\\l\s)?\s*"(?P<target>[^"]*)"', re.IGNORECASE)

_KEYWORD = re.compile(r"\s*(\w+)")
_LISTINGS = frozenset({"TOC", "INDEX", "TOA"})


def link_target(instruction: str) -> str | None:
    """The address in the instruction of a HYPERLINK field; `#name` for a bookmark of the document."""
    match = _LINK.match(instruction)
    return match and ("#" if match["local"] else "") + match["target"]


def is_listing(instruction: str) -> bool:
    """Whether a field gathers what stands elsewhere in the document: a table of contents, an index."""
    return keyword(instruction) in _LISTINGS


def keyword(instruction: str) -> str:
    """The first word of an instruction, which says what kind of field it is, in capitals."""
    match = _KEYWORD.match(instruction)
    return match[1].upper() if match else ""


@dataclass(slots=True)
class _Open:
    instruction: list[str] = field(default_factory=list)
    at: tuple[int, int] = (0, 0)
    result: bool = False
    href: str | None = None
    listing: bool = False


class Fields:
    """The fields open at a place of a part. A begin without its end (a damaged field) hides nothing."""

    def __init__(self, root: _Element) -> None:
        self._paired = _paired(root)
        self._open: list[_Open] = []
        self._instructions = 0  # how many of the open fields are still in their instruction

    @property
    def shown(self) -> bool:
        """False inside an instruction, which no reader sees."""
        return not self._instructions

    @property
    def href(self) -> str | None:
        """The link of the innermost HYPERLINK field."""
        return self._open[-1].href if self._open else None

    @property
    def listing(self) -> bool:
        """Whether the text belongs to a table of contents or the like, whatever fields it has inside."""
        return bool(self._open) and self._open[-1].listing

    def char(self, element: _Element, at: tuple[int, int]) -> bool:
        """Step over a `w:fldChar` at a place (paragraph, offset); True when a field ends that has shown no text."""
        if element not in self._paired:
            return False
        kind = attribute(element, "w:fldCharType")
        if kind == "begin":
            self._open.append(_Open(at=at, href=self.href, listing=self.listing))
            self._instructions += 1
        elif kind == "separate" and self._open and not self._open[-1].result:
            instruction = "".join(self._open[-1].instruction)
            self._open[-1].result = True
            self._open[-1].href = link_target(instruction) or self.href
            self._open[-1].listing = self.listing or is_listing(instruction)
            self._instructions -= 1
        elif kind == "end" and self._open:
            ended = self._open.pop()
            self._instructions -= not ended.result
            return ended.at == at and self.shown
        return False

    def instruction(self, element: _Element) -> None:
        """Step over a `w:instrText`."""
        if self._open and not self._open[-1].result:
            self._open[-1].instruction.append(element.text or "")


def _paired(root: _Element) -> frozenset[_Element]:
    stack: list[list[_Element]] = []
    paired: list[_Element] = []
    for char in root.iter(qn("w:fldChar")):
        kind = attribute(char, "w:fldCharType")
        if kind == "begin":
            stack.append([char])
        elif stack:
            stack[-1].append(char)
            if kind == "end":
                paired.extend(stack.pop())
    return frozenset(paired)
