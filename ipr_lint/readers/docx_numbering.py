"""The numbering part of a Word file in; whether a paragraph is a list item, how deep and whether numbered, out."""

from __future__ import annotations

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, find, number_of, qn, value_of
from ipr_lint.docx_xml.package import Package
from ipr_lint.readers.docx_styles import Styles


class Numbering:
    """Looks up lists; a reference to a list that is not defined shows nothing, as in Word."""

    def __init__(self, package: Package, styles: Styles) -> None:
        part = package.related(package.main, "numbering")
        root = None if part is None else package.xml(part)
        self._styles = styles
        self._abstract: dict[str, _Element] = {}
        self._instances: dict[str, str] = {}
        for element in () if root is None else root:
            if element.tag == qn("w:abstractNum"):
                self._abstract[attribute(element, "w:abstractNumId") or ""] = element
            elif element.tag == qn("w:num"):
                self._instances[attribute(element, "w:numId") or ""] = value_of(element, "w:abstractNumId") or ""

    def of_paragraph(self, paragraph: _Element) -> dict[str, str] | None:
        """`ordered` («true» or «false») and 1-based `depth` of a list item; None for any other paragraph."""
        properties = find(paragraph, "w:pPr", "w:numPr")
        style = self._styles.of_paragraph(paragraph)
        number = value_of(properties, "w:numId")
        level = value_of(properties, "w:ilvl")
        for element in self._styles.chain(style):
            inherited = find(element, "w:pPr", "w:numPr")
            number = number or value_of(inherited, "w:numId")
            level = level or value_of(inherited, "w:ilvl")
        definition = self._definition(number)
        if definition is None:
            return None
        depth = number_of(level, self._linked_level(definition, style))
        shape = next((value_of(item, "w:numFmt") for item in definition.iter(qn("w:lvl"))
                      if attribute(item, "w:ilvl") == str(depth)), None)
        if shape == "none":
            return None
        return {"ordered": "false" if shape in (None, "bullet") else "true", "depth": str(depth + 1)}

    def _definition(self, number: str | None) -> _Element | None:
        definition = self._abstract.get(self._instances.get(number or "", ""))
        linked = value_of(definition, "w:numStyleLink")
        for element in self._styles.chain(linked) if linked else ():
            number = value_of(element, "w:pPr", "w:numPr", "w:numId")
            return self._abstract.get(self._instances.get(number or "", ""))
        return definition

    def _linked_level(self, definition: _Element, style: str) -> int:
        for level in definition.iter(qn("w:lvl")):
            if value_of(level, "w:pStyle") == style:
                return number_of(attribute(level, "w:ilvl"), 0)
        return 0
