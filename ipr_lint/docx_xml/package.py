"""The bytes of a .docx in, its parts as hardened XML out; what is broken, locked or hostile is refused in one line."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from ipr_lint.docx_xml.names import OFFICE, attribute, qn
from ipr_lint.model import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PROTECTED = "Word-filen er låst med passord; fjern passordet og prøv igjen"
_WORD_XML = "wordprocessingml"
_MAX_ENTRIES = 5_000  # a long report with 1,000 images has some 1,100
_MAX_EXPANDED = 300_000_000  # bytes, all parts together
_MAX_XML = 60_000_000  # bytes of one XML part: some 3,000 pages
_MAX_RATIO = 400  # Word XML shrinks to about a tenth; a bomb to a thousandth
_RATIO_FROM = 5_000_000  # bytes: a small part may well be one repeated pattern


class Package:
    """An opened .docx. `names` are its parts in the order of the archive, without a leading slash."""

    def __init__(self, data: bytes) -> None:
        """Raises: UnreadableError when it is no Word document or not a safe one."""
        self._zip = _open(data)
        self._roots: dict[str, _Element] = {}
        self.names = tuple(dict.fromkeys(self._zip.namelist()))
        self._types = self._content_types()
        self.main = self._main_part()

    def entries(self) -> list[zipfile.ZipInfo]:
        """The entries of the archive in their order, each name once (the last counts, as in Word)."""
        return [self._zip.getinfo(name) for name in self.names]

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises: UnreadableError when it is missing or damaged."""
        try:
            return self._zip.read(part)
        except KeyError:
            raise UnreadableError(f"Word-filen er ødelagt: delen «{part}» mangler") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise UnreadableError(f"Word-filen er ødelagt: delen «{part}» kan ikke pakkes ut") from None

    def xml(self, part: str) -> _Element:
        """The root element of a part, parsed once. Raises: UnreadableError when it is missing, broken or has a DTD."""
        if part not in self._roots:
            self._roots[part] = self._parsed(part)
        return self._roots[part]

    def _parsed(self, part: str) -> _Element:
        data = self.read(part)
        if len(data) > _MAX_XML:
            raise UnreadableError(f"Word-filen er for stor: delen «{part}» er på {len(data) // 1_000_000} MB")
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise UnreadableError(_dtd(part))
        try:
            root: _Element = etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError):
            raise UnreadableError(f"Word-filen er ødelagt: delen «{part}» er ikke gyldig XML") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(_dtd(part))
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id -> (type without its namespace, target) of a part's relations; internal targets are part names."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.names:
            return {}
        found = {}
        for relation in self.xml(rels).iter(qn("rel:Relationship")):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").removeprefix(OFFICE), target)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The first part that `part` has a relation of this kind to, if it is there."""
        targets = (target for name, target in self.relations(part).values() if name == kind and target in self.names)
        return next(targets, None)

    def _content_types(self) -> dict[str, str]:
        if "[Content_Types].xml" not in self.names:
            raise UnreadableError("filen er ikke et Word-dokument (.docx)")
        overrides = self.xml("[Content_Types].xml").iter(qn("ct:Override"))
        return {item.get("PartName", "").lstrip("/"): item.get("ContentType", "") for item in overrides}

    def _main_part(self) -> str:
        part = self.related("", "officeDocument")
        if part is None:
            strict = any("purl.oclc.org" in kind for kind, _ in self.relations("").values())
            raise UnreadableError("Word-filen er lagret som «Strict Open XML»; lagre den som vanlig .docx" if strict
                                  else "Word-filen er ødelagt: dokumentdelen mangler")
        if "macroEnabled" in self._types.get(part, ""):
            raise UnreadableError("Word-filen har makroer og blir ikke åpnet; "
                                  "lagre den som «Word-dokument (.docx)» og prøv igjen")
        if _WORD_XML not in self._types.get(part, _WORD_XML) or self.xml(part).tag != qn("w:document"):
            raise UnreadableError("filen heter .docx, men er ikke et Word-dokument")
        return part


def _open(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        raise UnreadableError(_PROTECTED if _LOCKED in data else
                              "gammelt Word-format (.doc) med navnet .docx; lagre utkastet som .docx og prøv igjen")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableError("filen er ødelagt eller er ikke et Word-dokument (.docx)") from None
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableError(_PROTECTED)
    swollen = any(entry.file_size > _RATIO_FROM and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1)
                  for entry in entries)
    if swollen or len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_EXPANDED:
        raise UnreadableError("Word-filen pakker seg ut til urimelig mye innhold og blir ikke åpnet")
    return archive


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _dtd(part: str) -> str:
    return f"Word-filen har en DTD i «{part}» og blir ikke åpnet; lagre den på nytt fra Word"


def relation_target(relations: dict[str, tuple[str, str]], element: _Element, name: str) -> str | None:
    """The target of the relation that an attribute such as `r:id` names."""
    return relations.get(attribute(element, name) or "", ("", None))[1]
