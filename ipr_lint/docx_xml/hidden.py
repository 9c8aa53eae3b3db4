"""The styles of a Word file in; whether a run is formatted as hidden text, by itself or by its styles, out."""

from __future__ import annotations

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, find, is_on, qn, value_of
from ipr_lint.docx_xml.package import Package

_DEEPEST = 20  # styles based on each other, as for everything else about styles


class Hidden:
    """Looks up `w:vanish`; a missing style or styles part hides nothing."""

    def __init__(self, package: Package) -> None:
        part = package.related(package.main, "styles")
        styles = {} if part is None else {
            attribute(style, "w:styleId") or "": style for style in package.xml(part).iter(qn("w:style"))}
        self._hiding = frozenset(key for key in styles if _hides(styles, key))
        self._default = next((key for key, style in styles.items() if attribute(style, "w:type") == "paragraph"
                              and attribute(style, "w:default") in ("1", "true")), "")

    def is_hidden(self, run: _Element, paragraph: _Element) -> bool:
        """What the run says itself counts; else a character style turns what the paragraph style says (17.7.3)."""
        properties = run.find(qn("w:rPr"))
        own = None if properties is None else is_on(properties.find(qn("w:vanish")))
        if own is not None or not self._hiding:
            return bool(own)
        character = value_of(properties, "w:rStyle") in self._hiding
        return character != ((value_of(paragraph, "w:pPr", "w:pStyle") or self._default) in self._hiding)


def _hides(styles: dict[str, _Element], style: str) -> bool:
    for _ in range(_DEEPEST):
        told = is_on(find(styles.get(style), "w:rPr", "w:vanish"))
        if told is not None:
            return told
        style = value_of(styles.get(style), "w:basedOn") or ""
    return False
