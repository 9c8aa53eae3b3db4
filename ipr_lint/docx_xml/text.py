"""A `w:r` in; the characters its children stand for, one by one child, out."""

from __future__ import annotations

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, find, is_on, qn

TEXT = frozenset({qn("w:t"), qn("w:delText")})
_FIXED = {
    qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "\u00ad",
}
_OBJECTS = frozenset(qn(name) for name in (
    "w:drawing", "w:pict", "w:object", "w:contentPart", "w:sym", "w:pgNum", "w:footnoteReference", "w:endnoteReference",
    "mc:AlternateContent"))
_WHITE = str.maketrans("\n\r\t", "   ")
_SPACE = qn("xml:space")


def atoms(run: _Element) -> list[tuple[_Element, str]]:
    """The children of a run that are text, each with its characters; a line break is `\\n`.

    Joined they are the run's text, in which `RunOrigin.offset` counts, whether a reader sees it or not.
    """
    found = []
    for child in run:
        text = _text(child)
        if text:
            found.append((child, text))
    return found


def is_placeholder(element: _Element) -> bool:
    """Whether this is a content control that nobody has filled in: it shows only its prompt."""
    return element.tag == qn("w:sdt") and bool(is_on(find(element, "w:sdtPr", "w:showingPlcHdr")))


def is_object(child: _Element) -> bool:
    """Whether a child of a run that has no text shows something else: a picture, a note mark, a symbol."""
    return child.tag in _OBJECTS


def is_formula(element: _Element) -> bool:
    """Whether this stands between runs and shows something that is no text: an equation, a field without a result."""
    if element.tag == qn("w:fldSimple"):
        return not any(text.text for text in element.iter(qn("w:t")))
    return element.tag == qn("m:oMath")


def _text(child: _Element) -> str:
    if child.tag in TEXT:
        text = (child.text or "").translate(_WHITE)
        return text if child.get(_SPACE) == "preserve" else text.strip(" ")
    if child.tag == qn("w:sym"):
        return _symbol(attribute(child, "w:char"))
    if child.tag == qn("mc:AlternateContent"):  # how Word writes an emoji
        symbol = child.find(f"{qn('mc:Choice')}/{qn('w16se:symEx')}")
        return "" if symbol is None else _symbol(attribute(symbol, "w16se:char"))
    return _FIXED.get(child.tag, "") if isinstance(child.tag, str) else ""


def _symbol(code: str | None) -> str:
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    private = 0xD800 <= number < 0xF900 or number > 0x10FFFF  # surrogates; glyphs of a symbol font
    return "" if private or number < 0x20 else chr(number)
