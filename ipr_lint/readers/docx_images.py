"""A drawing of a Word file in; the attributes of the image it shows, its alternative text among them, out."""

from __future__ import annotations

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, qn
from ipr_lint.docx_xml.package import relation_target

_GRAPHICS = ("/picture", "/chart", "/diagram", "/chartex")  # ends of the URIs of a:graphicData that show something


def image(element: _Element, relations: dict[str, tuple[str, str]]) -> dict[str, str] | None:
    """`alt` (absent when missing, "" when marked as decorative), `src` (the part) and `name`; None for a text box."""
    if element.tag == qn("w:drawing"):
        return _drawing(element, relations)
    data = next(element.iter(qn("v:imagedata")), None)
    if data is None:
        return None
    shape = data.getparent()
    src = relation_target(relations, data, "r:id")
    return _attributes(attribute(shape, "alt"), False, src, attribute(shape, "id"))


def _drawing(element: _Element, relations: dict[str, tuple[str, str]]) -> dict[str, str] | None:
    shown = next(element.iter(qn("pic:pic")), None) is not None or any(
        (attribute(data, "uri") or "").endswith(_GRAPHICS) for data in element.iter(qn("a:graphicData")))
    properties = next(element.iter(qn("wp:docPr")), None)
    if not shown or attribute(properties, "hidden") in ("1", "true"):
        return None
    decorative = properties is not None and any(
        attribute(mark, "val") in ("1", "true") for mark in properties.iter(qn("adec:decorative")))
    blip = next(element.iter(qn("a:blip")), None)
    src = None if blip is None else relation_target(relations, blip, "r:embed")
    return _attributes(attribute(properties, "descr"), decorative, src, attribute(properties, "name"))


def _attributes(alt: str | None, decorative: bool, src: str | None, name: str | None) -> dict[str, str]:
    alt = "" if decorative else (alt or "").strip() or None
    found = {"alt": alt, "src": src, "name": name}
    return {key: value for key, value in found.items() if value is not None}
