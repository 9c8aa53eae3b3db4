"""Snippets for body, headers, notes and comments in; the bytes of a complete .docx out."""

# ruff: noqa: E501 – an XML element is easier to read on one line

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from tests.word.styles import FONTS, NUMBERING, SETTINGS, STYLES, THEME

SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
}.items())
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NOTE_SEPARATORS = ('<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
                   '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>')


@dataclass
class Docx:
    """What goes into the file; `rels` are hyperlink targets by id, `extra` further parts by name."""

    body: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)  # default, first or even -> content
    footers: dict[str, str] = field(default_factory=dict)
    footnotes: dict[int, str] = field(default_factory=dict)
    endnotes: dict[int, str] = field(default_factory=dict)
    comments: list[tuple[int, str, str]] = field(default_factory=list)  # id, author, text
    rels: dict[str, str] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    title: str = ""
    title_page: bool = False
    settings: str = SETTINGS
    styles: str = STYLES
    extra: dict[str, bytes] = field(default_factory=dict)

    def build(self) -> bytes:
        parts, relations, types = self._parts()
        refs = "".join(f'<w:{place}Reference w:type="{kind}" r:id="{place}-{kind}"/>'
                       for place, shown in (("header", self.headers), ("footer", self.footers)) for kind in shown)
        section = (f'<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" '
                   'w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
                   f'{"<w:titlePg/>" if self.title_page else ""}</w:sectPr>')
        links = [(key, "hyperlink", target) for key, target in self.rels.items()]
        relations = [*relations, ("rId90", "image", "media/image1.png"), *links]
        main = f"{XML}<w:document {SPACES} mc:Ignorable=\"w14 w16se\"><w:body>{''.join(self.body)}{section}</w:body></w:document>"
        every: dict[str, str | bytes] = {
            "[Content_Types].xml": _content_types(types),
            "_rels/.rels": _rels([("rId1", "officeDocument", "word/document.xml"), ("rId2", "core", "docProps/core.xml"),
                                  ("rId3", "extended-properties", "docProps/app.xml"),
                                  ("rId4", "custom-properties", "docProps/custom.xml")]),
            "word/document.xml": main, "word/_rels/document.xml.rels": _rels(relations), **parts,
            "word/media/image1.png": _png(), "docProps/core.xml": _core(self.title), "docProps/app.xml": _APP,
            "docProps/custom.xml": _custom(self.custom), **self.extra,
        }
        return archive(every)

    def _parts(self) -> tuple[dict[str, str], list[tuple[str, str, str]], dict[str, str]]:
        found: dict[str, str] = {}
        relations: list[tuple[str, str, str]] = []
        types: dict[str, str] = {}

        def add(name: str, relation: str, kind: str, content: str, rid: str = "") -> None:
            found[f"word/{name}"] = XML + content
            relations.append((rid or f"rId{len(relations) + 1}", kind, name))
            types[f"/word/{name}"] = relation

        add("styles.xml", f"{WORD}.styles+xml", "styles", self.styles)
        add("settings.xml", f"{WORD}.settings+xml", "settings", self.settings)
        add("numbering.xml", f"{WORD}.numbering+xml", "numbering", NUMBERING)
        add("fontTable.xml", f"{WORD}.fontTable+xml", "fontTable", FONTS)
        add("theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", "theme", THEME)
        for place, shown, tag in (("header", self.headers, "hdr"), ("footer", self.footers, "ftr")):
            for number, (kind, content) in enumerate(shown.items(), 1):
                add(f"{place}{number}.xml", f"{WORD}.{place}+xml", place, f"<w:{tag} {SPACES}>{content}</w:{tag}>",
                    f"{place}-{kind}")
                found[f"word/_rels/{place}{number}.xml.rels"] = _rels([("rId90", "image", "media/image1.png")])
        for place, notes in (("footnote", self.footnotes), ("endnote", self.endnotes)):
            if notes:
                inside = "".join(f'<w:{place} w:id="{key}">{content}</w:{place}>' for key, content in notes.items())
                add(f"{place}s.xml", f"{WORD}.{place}s+xml", f"{place}s",
                    f"<w:{place}s {SPACES}>{NOTE_SEPARATORS.format(place)}{inside}</w:{place}s>")
        if self.comments:
            inside = "".join(
                f'<w:comment w:id="{key}" w:author="{author}" w:date="2026-11-16T10:00:00Z" w:initials="X"><w:p><w:r>'
                f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:comment>' for key, author, text in self.comments)
            add("comments.xml", f"{WORD}.comments+xml", "comments", f"<w:comments {SPACES}>{inside}</w:comments>")
        return found, relations, types


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip with these parts in this order, all dated 1980-01-01 as Word does."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return out.getvalue()


def simple(*body: str) -> bytes:
    """A draft with this body and nothing else."""
    return Docx(body=list(body)).build()


def _rels(relations: list[tuple[str, str, str]]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    items = ""
    for key, kind, target in relations:
        uri = f"{space}/metadata/core-properties" if kind == "core" else f"{OFFICE}/{kind}"
        mode = ' TargetMode="External"' if kind == "hyperlink" else ""
        items += f'<Relationship Id="{key}" Type="{uri}" Target="{target}"{mode}/>'
    return f'{XML}<Relationships xmlns="{space}">{items}</Relationships>'


def _content_types(types: dict[str, str]) -> str:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in {
        "/word/document.xml": f"{WORD}.document.main+xml", **types,
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }.items())
    return (f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{overrides}</Types>')


def _core(title: str) -> str:
    return (f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>Marit Haugen'
            '</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-11-16T08:00:00Z</dcterms:created>'
            '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-11-20T14:30:00Z</dcterms:modified></cp:coreProperties>')


_APP = (f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Template>Osloregionen IPR brev.dotx</Template><Application>Microsoft Office Word</Application></Properties>")


def _custom(values: dict[str, str]) -> str:
    items = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr>'
        "</property>" for pid, (name, value) in enumerate(values.items(), 2))
    return (f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{items}</Properties>')


def _png() -> bytes:
    """A teal rectangle, 100 × 50 pixels: stands in for the logo."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes((0, 105, 110)) * 100) * 50
    header = struct.pack(">IIBBBBB", 100, 50, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
