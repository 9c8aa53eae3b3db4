"""Names, attributes and text in; new WordprocessingML elements out."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from ipr_lint.docx_xml.names import NAMESPACES, qn

_PARTS = re.compile(r"[\n\t]|[^\n\t]+")
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def make(name: str, **attributes: str) -> _Element:
    """An element such as `w:ins`; attributes are given without their `w:`."""
    prefix = name.partition(":")[0]
    element = etree.Element(qn(name), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def add_text(run: _Element, text: str) -> _Element:
    """Append text to a run; a line feed becomes a line break. Characters that XML forbids are left out."""
    for part in _PARTS.findall(_ILLEGAL.sub("", text)):
        if part in "\n\t":
            run.append(make("w:br" if part == "\n" else "w:tab"))
        else:
            element = make("w:t")
            element.text = part
            element.set(qn("xml:space"), "preserve")
            run.append(element)
    return run
