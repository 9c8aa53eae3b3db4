"""A Word file that is broken, locked or hostile is refused with one line in Norwegian."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from ipr_lint.model import UnreadableError
from ipr_lint.readers import read
from tests.word.corpus import handmade
from tests.word.package import SPACES, Docx, archive, simple
from tests.word.xml import p, tbl, tc, tr

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def parts(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def with_part(name: str, content: str | bytes | None) -> bytes:
    kept = {key: value for key, value in parts(simple(p("Tekst"))).items() if key != name}
    return archive(kept if content is None else {**kept, name: content})


def encrypted() -> bytes:
    data = bytearray(simple(p("Tekst")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def bomb() -> bytes:
    return with_part("word/media/zeros.bin", bytes(30_000_000))


def flipped() -> bytes:
    data = bytearray(simple(p("Tekst")))
    at = data.find(b"word/document.xml") + 60
    data[at:at + 20] = bytes(20)
    return bytes(data)


BILLION = ('<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
           f"<w:document {SPACES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>")
EXTERNAL = ('<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
            f"<w:document {SPACES}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>")
STRICT = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
          'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document.xml"/>'
          "</Relationships>")
MACROS = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName='
          '"/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>')
WORKBOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'


@pytest.mark.parametrize(("data", "says"), [
    (b"PK\x03\x04 kuttet", "ødelagt"),
    (b"Dette er ren tekst", "ikke et Word-dokument"),
    (simple(p("Tekst"))[:900], "ødelagt"),
    (flipped(), "ødelagt"),
    (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "passord"),
    (encrypted(), "passord"),
    (bomb(), "urimelig"),
    (archive({f"word/x{number}.xml": "" for number in range(5_001)}), "urimelig"),
    (with_part("word/document.xml", BILLION), "DTD"),
    (with_part("word/document.xml", EXTERNAL), "DTD"),
    (with_part("word/document.xml", BILLION.replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")), "DTD"),
    (with_part("word/styles.xml", "<w:styles"), "word/styles.xml"),
    (with_part("word/document.xml", None), "dokumentdelen mangler"),
    (with_part("word/document.xml", WORKBOOK), "ikke et Word-dokument"),
    (with_part("[Content_Types].xml", MACROS), "makroer"),
    (with_part("_rels/.rels", STRICT), "Strict Open XML"),
    (with_part("_rels/.rels", None), "dokumentdelen mangler"),
    (with_part("[Content_Types].xml", None), "ikke et Word-dokument"),
    (archive({"xl/workbook.xml": "<workbook/>"}), "ikke et Word-dokument"),
    (simple(), "ingen tekst"),
    (simple(p(), p(" ")), "ingen tekst"),
    (simple("<w:p>" * 300 + "</w:p>" * 300), "ikke gyldig XML"),
])
def test_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(Path("utkast.docx"), data=data)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", [".docm", ".dotm"])
def test_a_file_with_macros_is_asked_for_without(suffix: str) -> None:
    with pytest.raises(UnreadableError, match=r"makroer .*lagre utkastet som \.docx"):
        read(Path("utkast" + suffix), data=b"PK")


@pytest.mark.parametrize("value", ["ZZZZ", "--5", "", "-1", "9" * 40, "\u0663", "0x10"])
def test_odd_values_of_attributes_are_taken_as_missing(value: str) -> None:
    kept = r' w:(?!id=|type=|fldCharType=)(\w+)="[^"]*"'
    for draft in handmade().values():
        odd = {name: re.sub(kept, rf' w:\1="{value}"', content.decode()) if name.endswith(".xml") else content
               for name, content in parts(draft.build()).items() if isinstance(content, bytes)}
        assert read(Path("x.docx"), data=archive(odd)).blocks


@pytest.mark.parametrize("part", [
    "word/styles.xml", "word/settings.xml", "word/numbering.xml", "word/theme/theme1.xml", "docProps/core.xml",
    "docProps/app.xml", "docProps/custom.xml", "word/media/image1.png"])
def test_a_missing_side_part_does_not_matter(part: str) -> None:
    assert [block.text for block in read(Path("x.docx"), data=with_part(part, None)).blocks] == ["Tekst"]


def test_tables_nested_to_the_limit_of_the_parser_are_read() -> None:
    nested = p("innerst")
    for _ in range(60):
        nested = tbl(tr(tc(nested, p())))
    assert [block.text for block in read(Path("x.docx"), data=simple(nested)).blocks] == ["innerst"]


def test_a_header_that_is_named_but_missing_is_no_header() -> None:
    draft = Docx(body=[p("Tekst")], headers={"default": p("Topp")})
    kept = {name: content for name, content in parts(draft.build()).items() if name != "word/header1.xml"}
    assert [block.text for block in read(Path("x.docx"), data=archive(kept)).blocks] == ["Tekst"]
