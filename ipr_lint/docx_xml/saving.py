"""A package with changed and added parts in; the bytes of the new .docx out, every other part as it was."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree
from lxml.etree import _Element

from ipr_lint.docx_xml.names import OFFICE, qn
from ipr_lint.docx_xml.package import Package

_TYPES = "[Content_Types].xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class Saver:
    """Collects what changes in a package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._changed: dict[str, _Element] = {}

    def changed(self, part: str) -> _Element:
        """The root of a part that will be written anew."""
        return self._changed.setdefault(part, self._package.xml(part))

    def add(self, name: str, root: _Element, kind: str, content_type: str) -> None:
        """Add a part that the document part is related to; `name` gets a number where it is taken."""
        folder, main = posixpath.split(self._package.main)
        stem, suffix = posixpath.splitext(name)
        free = (f"{stem}{number or ''}{suffix}" for number in range(len(self._package.names) + 1))
        name = next(name for name in free if posixpath.join(folder, name) not in self._package.names)
        self._changed[posixpath.join(folder, name)] = root
        override = etree.SubElement(self.changed(_TYPES), qn("ct:Override"))
        override.set("PartName", f"/{posixpath.join(folder, name)}")
        override.set("ContentType", content_type)
        self._relate(posixpath.join(folder, "_rels", f"{main}.rels"), name, kind)

    def save(self) -> bytes:
        """The new file; parts that did not change are byte-equal and keep their place and date."""
        written = {name: _serialised(root) for name, root in self._changed.items()}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for info in self._package.entries():
                content = written.pop(info.filename, None)
                archive.writestr(_like(info), self._package.read(info.filename) if content is None else content)
            for name, content in written.items():
                archive.writestr(_like(zipfile.ZipInfo(name, _EARLIEST)), content)
        return out.getvalue()

    def _relate(self, rels: str, target: str, kind: str) -> None:
        if rels in self._package.names:
            root = self.changed(rels)
        else:
            root = self._changed[rels] = etree.Element(qn("rel:Relationships"))
        taken = {relation.get("Id") for relation in root}
        key = next(f"rIdIprLint{number}" for number in range(1, len(root) + 2) if f"rIdIprLint{number}" not in taken)
        relation = etree.SubElement(root, qn("rel:Relationship"))
        for name, value in (("Id", key), ("Type", OFFICE + kind), ("Target", target)):
            relation.set(name, value)


def _serialised(root: _Element) -> bytes:
    data: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(info.filename, max(info.date_time, _EARLIEST))
    copy.compress_type = zipfile.ZIP_STORED if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    copy.external_attr = info.external_attr
    return copy
