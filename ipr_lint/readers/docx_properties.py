"""Core, extended and custom document properties in; metadata and the declared language out."""

from __future__ import annotations

import unicodedata

from ipr_lint.docx_xml.names import attribute, find, qn
from ipr_lint.docx_xml.package import Package
from ipr_lint.model import MetadataValue

_CORE = (("title", "dc:title"), ("author", "dc:creator"), ("created", "dcterms:created"),
         ("modified", "dcterms:modified"), ("language", "dc:language"))
_CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def metadata(package: Package) -> dict[str, MetadataValue]:
    """Custom properties under their names in small letters without å and ø; `title`, `author` and the like.

    `created` and `modified` are ISO 8601; `template` is the file name of the Word template.
    """
    return {**_custom(package), **_template(package), **_core(package)}


def _core(package: Package) -> dict[str, str]:
    part = package.related("", _CORE_TYPE) or package.related("", "metadata/core-properties")
    root = None if part is None else package.xml(part)
    found = {key: find(root, name) for key, name in _CORE}
    texts = {key: (element.text or "").strip() for key, element in found.items() if element is not None}
    return {key: text for key, text in texts.items() if text}


def _template(package: Package) -> dict[str, str]:
    part = package.related("", "extended-properties")
    template = None if part is None else find(package.xml(part), "app:Template")
    text = "" if template is None else (template.text or "").strip()
    return {"template": text} if text else {}


def _custom(package: Package) -> dict[str, MetadataValue]:
    part = package.related("", "custom-properties")
    found: dict[str, MetadataValue] = {}
    for item in () if part is None else package.xml(part).iter(qn("custom:property")):
        texts = [text for text in ((value.text or "").strip() for value in item.iterdescendants()) if text]
        name = _key(attribute(item, "name") or "")
        if name and texts:
            found[name] = texts[0]
    return found


def _key(name: str) -> str:
    """«Målgruppe» as malgruppe: an adviser types the names in a dialogue box."""
    plain = unicodedata.normalize("NFC", name).casefold().strip().removeprefix("ipr-lint:").replace(" ", "_")
    folded = plain.translate(str.maketrans("åø", "ao"))
    return "spraak" if folded == "sprak" else folded
