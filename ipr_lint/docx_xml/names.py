"""Prefixed Word names in («w:p»), the qualified names lxml uses out, plus the few lookups every walker needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count

from lxml.etree import _Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "custom": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "app": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

_NUMBER = re.compile(r"-?[0-9]{1,9}")
_BITS = re.compile(r"[0-9A-Fa-f]{1,8}")


@cache
def qn(name: str) -> str:
    """`w:p` as `{http://…}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def find(element: _Element | None, *path: str) -> _Element | None:
    """The first descendant along a path of child names; None where a step is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(qn(name))
    return element


def attribute(element: _Element | None, name: str) -> str | None:
    """An attribute of an element that may be missing."""
    value = None if element is None else element.get(qn(name) if ":" in name else name)
    return value if isinstance(value, str) else None


def value_of(element: _Element | None, *path: str) -> str | None:
    """The `w:val` of the element at the end of a path."""
    return attribute(find(element, *path), "w:val")


def is_on(element: _Element | None) -> bool | None:
    """A Word on/off property such as `w:b`: None when it is not there."""
    if element is None:
        return None
    return attribute(element, "w:val") not in ("0", "false", "off")


def number_of(text: str | None, default: int) -> int:
    """An attribute that should be a whole number; `default` when it is not one."""
    return int(text) if text and _NUMBER.fullmatch(text) else default


def bits_of(text: str | None) -> int:
    """An attribute that should be a hexadecimal number; 0 when it is not one."""
    return int(text, 16) if text and _BITS.fullmatch(text) else 0


def free_ids(roots: Iterable[_Element]) -> Iterator[int]:
    """Numbers for `w:id` that no element of these parts has when the first is asked for."""
    taken = (number_of(attribute(item, "w:id"), 0) for root in roots for item in root.iter())
    yield from count(1 + max(taken, default=0))
