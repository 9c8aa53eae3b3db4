"""The styles, numbering, settings and theme parts of a Norwegian Word template, cut down to what the tests use."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _style(key: str, name: str, props: str = "", based: str = "Normal", run: str = "", kind: str = "paragraph") -> str:
    return (f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>'
            + (f'<w:basedOn w:val="{based}"/>' if based else "")
            + (f"<w:pPr>{props}</w:pPr>" if props else "") + (f"<w:rPr>{run}</w:rPr>" if run else "") + "</w:style>")


def _outline(level: int) -> str:
    return f'<w:keepNext/><w:outlineLvl w:val="{level}"/>'


STYLES = (
    f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/><w:lang w:val="nb-NO" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Standardskriftforavsnitt">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    + _style("Tittel", "Title", run='<w:sz w:val="56"/>')
    + _style("Undertittel", "Subtitle", run='<w:color w:val="595959"/>')
    + "".join(_style(f"Overskrift{n}", f"heading {n}", _outline(n - 1), run='<w:b/><w:color w:val="00696E"/>')
              for n in (1, 2, 3))
    + _style("Mellomtittel", "Mellomtittel IPR", based="Overskrift2")
    + _style("Bildetekst", "caption", run="<w:i/>")
    + _style("Sitat", "Quote", run="<w:i/>")
    + _style("INNH1", "toc 1")
    + _style("Listeavsnitt", "List Paragraph", '<w:ind w:left="720"/>')
    + _style("Punktliste", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + _style("Engelsk", "English Text", run='<w:lang w:val="en-GB"/>')
    + _style("Topptekst", "header") + _style("Bunntekst", "footer") + _style("Fotnotetekst", "footnote text")
    + _style("Hyperkobling", "Hyperlink", based="", run='<w:color w:val="0563C1"/><w:u w:val="single"/>', kind="character")
    + _style("Sterk", "Strong", based="", run="<w:b/>", kind="character")
    + '<w:style w:type="table" w:default="1" w:styleId="Vanligtabell"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="table" w:styleId="Tabellrutenett"><w:name w:val="Table Grid"/><w:basedOn w:val="Vanligtabell"/>'
    '</w:style><w:style w:type="table" w:styleId="Rutenettabell4"><w:name w:val="Grid Table 4"/><w:tblStylePr '
    'w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>'
)


def _list(number: int, *formats: str) -> str:
    levels = "".join(f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="'
                     f'{"•" if shape == "bullet" else f"%{level + 1}."}"/></w:lvl>' for level, shape in enumerate(formats))
    return f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'


NUMBERING = (
    f'<w:numbering {W}>{_list(10, "bullet", "bullet")}{_list(11, "decimal", "lowerLetter")}{_list(12, "none")}'
    + "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number + 9}"/></w:num>' for number in (1, 2, 3))
    + "</w:numbering>"
)
SETTINGS = f'<w:settings {W}><w:defaultTabStop w:val="708"/></w:settings>'
FONTS = f'<w:fonts {W}><w:font w:name="Calibri"><w:family w:val="swiss"/></w:font></w:fonts>'
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "003C46", "lt2": "E7F2F2", "accent1": "00696E", "accent2": "F2A900",
    "accent3": "7A9A01", "accent4": "5B6770", "accent5": "B04A5A", "accent6": "2F6FA7", "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FONT = '<a:latin typeface="{}"/><a:ea typeface=""/><a:cs typeface=""/>'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="IPR"><a:themeElements>'
    '<a:clrScheme name="IPR">'
    + "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    + f'</a:clrScheme><a:fontScheme name="IPR"><a:majorFont>{_FONT.format("Calibri Light")}</a:majorFont>'
    f'<a:minorFont>{_FONT.format("Calibri")}</a:minorFont></a:fontScheme><a:fmtScheme name="IPR">'
    f'<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{f"<a:ln>{_FILL}</a:ln>" * 3}</a:lnStyleLst>'
    f'<a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>'
    f'<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>'
)
