"""A package annotated before in; the same without the comments ipr-lint wrote then."""

from __future__ import annotations

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, find, qn
from ipr_lint.docx_xml.package import Package
from ipr_lint.docx_xml.saving import Saver
from ipr_lint.reporters.docx_comments import AUTHOR
from ipr_lint.reporters.docx_wording import ENTERED

_MARKS = frozenset(qn(f"w:comment{name}") for name in ("RangeStart", "RangeEnd", "Reference"))
_START, _END = qn("w:commentRangeStart"), qn("w:commentRangeEnd")
_CHANGES = frozenset({qn("w:ins"), qn("w:del")})
_PARAGRAPH_ID = qn("w14:paraId")


def remove_old(package: Package, saver: Saver) -> None:
    """Take out our comments, but for those that tell of a change of ours that nobody has accepted or rejected yet."""
    part = package.related(package.main, "comments")
    if part is None:
        return
    ours = [item for item in package.xml(part) if attribute(item, "w:author") == AUTHOR]
    body = package.xml(package.main)
    pending = _pending(body)
    gone = [item for item in ours if (attribute(item, "w:id") or "") not in pending or not _tells_of_change(item)]
    if not gone:
        return
    ids = {attribute(item, "w:id") or "" for item in gone}
    paragraph_ids = {paragraph.get(_PARAGRAPH_ID) or "" for item in gone for paragraph in item} - {""}
    for item in gone:
        saver.changed(part).remove(item)
    _unmark(saver.changed(package.main), ids)
    _forget(package, saver, paragraph_ids)


def _tells_of_change(comment: _Element) -> bool:
    text = "".join(str(part) for part in comment.itertext())
    return any(told in text for told in ENTERED)


def _pending(body: _Element) -> set[str]:
    """Ids of comments with a tracked change by ipr-lint inside their range."""
    open_ids: dict[str, None] = {}
    found: set[str] = set()
    for element in body.iter():
        key = attribute(element, "w:id") or ""
        if element.tag == _START:
            open_ids[key] = None
        elif element.tag == _END:
            open_ids.pop(key, None)
        elif element.tag in _CHANGES and (attribute(element, "w:author") or "").startswith(AUTHOR):
            found.update(open_ids)
    return found


def _unmark(body: _Element, ids: set[str]) -> None:
    for element in [item for item in body.iter(*_MARKS) if attribute(item, "w:id") in ids]:
        parent = element.getparent()
        if parent is None:
            continue
        parent.remove(element)
        holder = parent.getparent()
        emptied = parent.tag == qn("w:r") and len(parent) == (find(parent, "w:rPr") is not None)
        if emptied and holder is not None:
            holder.remove(parent)


def _forget(package: Package, saver: Saver, paragraph_ids: set[str]) -> None:
    """Drop what newer versions of Word keep about those comments in parts of their own."""
    durable: set[str] = set()
    parts = (item for item in package.relations(package.main).values() if "comments" in item[0])
    for _, part in sorted(parts, reverse=True):  # commentsIds, which links the two kinds of id, before the others
        if part not in package.names or not paragraph_ids:
            continue
        for item in list(package.xml(part)):
            values = {str(name).rpartition("}")[2]: str(value) for name, value in item.attrib.items()}
            if values.get("paraIdParent") in paragraph_ids:  # somebody's answer now stands alone
                saver.changed(part)
                del item.attrib[next(name for name in item.attrib if str(name).endswith("}paraIdParent"))]
            if values.get("paraId") in paragraph_ids or values.get("durableId") in durable - {""}:
                durable.add(values.get("durableId", ""))
                saver.changed(part).remove(item)
