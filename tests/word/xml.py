"""Text and properties in; WordprocessingML snippets, as Norwegian Word writes them, out."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

from html import escape

WHO = 'w:author="Marit Haugen" w:date="2026-11-16T09:12:00Z"'


def t(text: str, tag: str = "w:t") -> str:
    return f'<{tag} xml:space="preserve">{escape(text, quote=False)}</{tag}>'


def r(text: str, props: str = "", deleted: bool = False) -> str:
    """A run; `\\t` and `\\n` become a tab and a line break."""
    inside = ""
    for index, line in enumerate(text.split("\n")):
        inside += "<w:br/>" if index else ""
        for number, part in enumerate(line.split("\t")):
            inside += ("<w:tab/>" if number else "") + (t(part, "w:delText" if deleted else "w:t") if part else "")
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{inside}</w:r>"


def p(*content: str, style: str = "", props: str = "") -> str:
    """A paragraph of runs (given as snippets) or of plain text."""
    inside = "".join(part if part.startswith("<") else r(part) for part in content)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p>{f'<w:pPr>{styled}{props}</w:pPr>' if styled or props else ''}{inside}</w:p>"


def ins(*runs: str, change: int = 900) -> str:
    return f'<w:ins w:id="{change}" {WHO}>{"".join(runs)}</w:ins>'


def dele(text: str, props: str = "", change: int = 901) -> str:
    return f'<w:del w:id="{change}" {WHO}>{r(text, props, deleted=True)}</w:del>'


def link(rel: str, *runs: str) -> str:
    return f'<w:hyperlink r:id="{rel}" w:history="1">{"".join(runs)}</w:hyperlink>'


def sdt(*content: str, alias: str = "Felt", placeholder: bool = False) -> str:
    shown = "<w:showingPlcHdr/>" if placeholder else ""
    return (f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/>{shown}<w:text/></w:sdtPr>'
            f'<w:sdtContent>{"".join(content)}</w:sdtContent></w:sdt>')


def field(instruction: str, *result: str) -> str:
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {escape(instruction)} '
            f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{"".join(result)}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def tc(*content: str, props: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{props}</w:tcPr>{"".join(content) or p()}</w:tc>'


def tr(*cells: str, header: bool = False, props: str = "") -> str:
    inside = ("<w:tblHeader/>" if header else "") + props
    return f"<w:tr>{f'<w:trPr>{inside}</w:trPr>' if inside else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str, columns: int = 2, style: str = "Tabellrutenett") -> str:
    grid = f'<w:gridCol w:w="{9060 // columns}"/>' * columns
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="0" w:type="auto"/>'
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
            f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>')


def numbered(number: int = 1, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def note(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def comment(number: int, *content: str) -> str:
    return (f'<w:commentRangeStart w:id="{number}"/>{"".join(content)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>')


def picture(rel: str = "rId90", doc_pr: str = 'descr="Kart over Osloregionen"', inside: str = "", number: int = 1) -> str:
    """An inline picture; `doc_pr` are more attributes of wp:docPr, `inside` its children."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="952500" cy="476250"/>'
        f'<wp:docPr id="{number}" name="Bilde {number}" {doc_pr}>{inside}</wp:docPr><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Bilde {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rel}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="952500" cy="476250"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


DECORATIVE = ('<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>')


def textbox(*content: str, number: int = 7) -> str:
    """A text box as Word writes it: DrawingML, and the same text again as VML for old versions."""
    inside = f'<w:txbxContent>{"".join(content)}</w:txbxContent>'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="45720" distB="45720" '
        'distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>right</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>182880</wp:posOffset></wp:positionV>'
        '<wp:extent cx="2360930" cy="1404620"/><wp:wrapSquare wrapText="bothSides"/>'
        f'<wp:docPr id="{number}" name="Tekstboks {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="2360930" cy="1404620"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
        '</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="Tekstboks" type="#_x0000_t202" '
        f'style="width:185.9pt;height:110.6pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
