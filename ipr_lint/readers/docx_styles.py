"""The styles part of a Word file in; what a paragraph is, and how its runs look and in which language, out."""

from __future__ import annotations

import re

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, find, number_of, qn, value_of
from ipr_lint.docx_xml.package import Package
from ipr_lint.model import Kind
from ipr_lint.readers.docx_looks import Look, Looks

# Word names its built-in styles in English whatever its language and gives them local ids; LibreOffice and Google
# Docs do otherwise. So names and ids are compared, without case, spaces and hyphens.
_HEADING = re.compile(r"(?:heading|overskrift)([1-9])\Z")
_TITLES = frozenset({"title", "tittel", "hovedtittel"})
_KINDS = (
    (re.compile(r"(?:toc|innholdsfortegnelse|contents)(?:heading|overskrift)"), Kind.BOILERPLATE),
    (re.compile(r"(?:intense|sterkt|blokk)?(?:quote|quotations|sitat)\Z"), Kind.QUOTE),
    (re.compile(r"(?:caption|bildetekst|figurtekst|illustration|tabelltekst)\Z"), Kind.CAPTION),
    (re.compile(r"(?:listbullet|listnumber|punktliste|punktmerketliste|nummerertliste)\d?\Z"), Kind.LIST_ITEM),
)
_LISTING = re.compile(
    r"(?:toc|innh|innholdsfortegnelse|contents|tableoffigures|figurliste|tableofauthorities)(?:\d|\Z)|index\d")
_BODY_TEXT = 9  # the outline level that Word gives paragraphs outside the outline
_MAX_DEPTH = 20  # Word stops at 11 styles based on each other


class Styles:
    """Looks up styles by id; a missing style or styles part is plain text."""

    def __init__(self, package: Package) -> None:
        part = package.related(package.main, "styles")
        root = None if part is None else package.xml(part)
        self._read = Looks(package).read
        self._styles: dict[str, _Element] = {}
        self._defaults: dict[str, str] = {}
        for style in () if root is None else root.iter(qn("w:style")):
            self._styles[attribute(style, "w:styleId") or ""] = style
            if attribute(style, "w:default") in ("1", "true"):
                self._defaults[attribute(style, "w:type") or ""] = attribute(style, "w:styleId") or ""
        self._looks: dict[str, Look] = {}
        self._default_look = self._read(find(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))

    @property
    def default_language(self) -> str | None:
        """The language of the default paragraph style, or of the document defaults."""
        return self._style_look(self._defaults.get("paragraph", "")).over(self._default_look).language

    def of_paragraph(self, paragraph: _Element) -> str:
        """The id of a paragraph's style."""
        return value_of(paragraph, "w:pPr", "w:pStyle") or self._defaults.get("paragraph", "")

    def name(self, style: str) -> str:
        """The name of a style, or its id where it has none."""
        return value_of(self._styles.get(style), "w:name") or style

    def chain(self, style: str) -> list[_Element]:
        """A style and those it is based on, the nearest first."""
        found: list[_Element] = []
        while style in self._styles and len(found) < _MAX_DEPTH:
            found.append(self._styles[style])
            style = value_of(found[-1], "w:basedOn") or ""
        return found

    def heading_level(self, paragraph: _Element) -> int:
        """1–9 for a heading, 0 for anything else. A title is level 1."""
        own = value_of(paragraph, "w:pPr", "w:outlineLvl")
        if own is not None:
            return _outline(own)
        for style in self.chain(self.of_paragraph(paragraph)):
            outline = value_of(style, "w:pPr", "w:outlineLvl")
            if outline is not None:
                return _outline(outline)
            for name in _names(style):
                if match := _HEADING.match(name):
                    return int(match[1])
                if name in _TITLES:
                    return 1
        return 0

    def is_title(self, paragraph: _Element) -> bool:
        """Whether the paragraph has Word's title style or one based on it."""
        chain = self.chain(self.of_paragraph(paragraph))
        return any(name in _TITLES for style in chain for name in _names(style))

    def kind(self, paragraph: _Element) -> Kind | None:
        """Heading of a table of contents, quotation, caption or list item by the name of its style."""
        for style in self.chain(self.of_paragraph(paragraph)):
            for pattern, kind in _KINDS:
                if any(pattern.match(name) for name in _names(style)):
                    return kind
        return None

    def is_listing(self, paragraph: _Element) -> bool:
        """Whether the paragraph has the style of a line in a table of contents or the like."""
        return any(_LISTING.match(name) for style in self.chain(self.of_paragraph(paragraph)) for name in _names(style))

    def look(self, run: _Element, paragraph: _Element) -> Look:
        """The look of a run: its own, then its character style's, the paragraph style's and the document's."""
        own = run.find(qn("w:rPr"))
        character = value_of(own, "w:rStyle") or ""
        look = self._read(own).over(self._style_look(character)) if own is not None else Look()
        return look.over(self._style_look(self.of_paragraph(paragraph))).over(self._default_look)

    def _style_look(self, style: str) -> Look:
        if style not in self._looks:
            look = Look()
            for element in self.chain(style):
                look = look.over(self._read(element.find(qn("w:rPr"))))
            self._looks[style] = look
        return self._looks[style]


def _names(style: _Element) -> list[str]:
    names = (value_of(style, "w:name"), attribute(style, "w:styleId"))
    return [re.sub(r"[\s_-]+", "", name.casefold()) for name in names if name]


def _outline(level: str) -> int:
    number = number_of(level, _BODY_TEXT)
    return number + 1 if 0 <= number < _BODY_TEXT else 0
