"""Run properties in; font, colour, language and weight out."""

from __future__ import annotations

from dataclasses import dataclass, fields

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, find, is_on, qn, value_of
from ipr_lint.docx_xml.package import Package


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None is unsaid. `colour` is RRGGBB, `language` a primary subtag such as nb."""

    bold: bool | None = None
    italic: bool | None = None
    font: str | None = None
    colour: str | None = None
    language: str | None = None

    def over(self, other: Look) -> Look:
        """This look, with what it leaves unsaid taken from another."""
        said = {item.name: getattr(self, item.name) for item in fields(self)}
        return Look(**{name: getattr(other, name) if value is None else value for name, value in said.items()})


class Looks:
    """Reads run properties; a theme font is named as the theme names it."""

    def __init__(self, package: Package) -> None:
        self._fonts = _theme_fonts(package)

    def read(self, properties: _Element | None) -> Look:
        """What a `w:rPr` says."""
        if properties is None:
            return Look()
        colour = value_of(properties, "w:color")
        language = "w:bidi" if is_on(find(properties, "w:rtl")) else "w:val"
        return Look(is_on(find(properties, "w:b")), is_on(find(properties, "w:i")), self._font(properties),
                    colour.upper() if colour and colour != "auto" else None,
                    primary_language(attribute(find(properties, "w:lang"), language)))

    def _font(self, properties: _Element) -> str | None:
        fonts = find(properties, "w:rFonts")
        theme = attribute(fonts, "w:asciiTheme") or attribute(fonts, "w:hAnsiTheme") or ""
        return self._fonts.get(theme[:5]) or attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi")


def primary_language(tag: str | None) -> str | None:
    """`nb-NO` as nb; «no» is taken as nb; None for Word's «no language»."""
    primary = (tag or "").replace("_", "-").split("-")[0].lower()
    return None if primary in ("", "x", "und", "zxx") else {"no": "nb"}.get(primary, primary)


def _theme_fonts(package: Package) -> dict[str, str]:
    part = package.related(package.main, "theme")
    scheme = None if part is None else next(package.xml(part).iter(qn("a:fontScheme")), None)
    fonts = {key: attribute(find(scheme, f"a:{key}Font", "a:latin"), "typeface") for key in ("major", "minor")}
    return {key: font for key, font in fonts.items() if font}
