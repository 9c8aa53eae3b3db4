"""An annotated Word file in; its comments with what they stand on, and the file with changes settled, out."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from ipr_lint.docx_xml.draft import WordText, word_text
from ipr_lint.docx_xml.names import qn
from ipr_lint.docx_xml.package import Package
from tests.word.package import archive

W = qn("w:p").removesuffix("p")
RUN_PARENTS = {"p", "ins", "del", "moveTo", "moveFrom", "hyperlink", "sdtContent", "smartTag", "fldSimple", "bdo",
               "rubyBase", "rt"}


@dataclass(frozen=True)
class Comment:
    """A comment, the text of each of its paragraphs, and the characters of the draft it stands on."""

    author: str
    paragraphs: tuple[str, ...]
    on: str
    id: str


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def comments(data: bytes) -> list[Comment]:
    """In the order of the comments part; text as it was before ipr-lint's changes."""
    before = rejected(data)
    draft = word_text(Package(before), "accepted")
    places = _ranges(draft)
    found = []
    for comment in etree.fromstring(parts(data)["word/comments.xml"]):
        key = str(comment.get(f"{W}id"))
        start, end = places.get(key, (0, 0))
        lines = tuple("".join(str(text.text) for text in p.iter(f"{W}t")) for p in comment)
        found.append(Comment(str(comment.get(f"{W}author")), lines, draft.source[start:end], key))
    return found


def _ranges(draft: WordText) -> dict[str, tuple[int, int]]:
    lines = {(line.part, p.number): (line, p) for line in draft.lines for p in line.paragraphs}
    marks: dict[tuple[str, str], int] = {}
    for part, story in draft.stories.items():
        for mark in story.comments:
            line, paragraph = lines[part, mark.paragraph + 1]
            before = sum(p.length for p in line.paragraphs if p.number < paragraph.number)
            marks[mark.id, mark.kind] = line.start + before + mark.at
    return {key: (at, marks[key, "end"]) for (key, kind), at in marks.items() if kind == "start"}


def ours(data: bytes) -> list[Comment]:
    return [comment for comment in comments(data) if comment.author == "ipr-lint"]


def accepted(data: bytes) -> bytes:
    """After «Godta alle» for the changes ipr-lint tracked, those of others left as they are."""
    return _settled(data, keep="ins", drop="del")


def rejected(data: bytes) -> bytes:
    """After «Forkast alle» for the changes ipr-lint tracked."""
    return _settled(data, keep="del", drop="ins")


def source(data: bytes) -> str:
    return word_text(Package(data), "accepted").source


def _settled(data: bytes, keep: str, drop: str) -> bytes:
    found: dict[str, str | bytes] = {**parts(data)}
    for name, content in parts(data).items():
        if name.startswith("word/") and name.endswith(".xml") and b"ipr-lint" in content and "comments" not in name:
            root = etree.fromstring(content)
            for change in [item for item in root.iter(f"{W}{drop}") if _is_ours(item)]:
                _take_out(change)
            for change in [item for item in root.iter(f"{W}{keep}") if _is_ours(item)]:
                _unwrap(change)
            found[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return archive(found)


def _is_ours(change: _Element) -> bool:
    return str(change.get(f"{W}author", "")).startswith("ipr-lint")


def _unwrap(change: _Element) -> None:
    for text in change.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for child in list(change):
        change.addprevious(child)
    _take_out(change)


def _take_out(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def assert_valid(data: bytes) -> None:
    """The rules of WordprocessingML that a careless writer breaks."""
    for name, content in parts(data).items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(content)
        for element in root.iter(etree.Element):
            _check(element, name)
        ids = [item.get(f"{W}id") for tag in ("ins", "del") for item in root.iter(f"{W}{tag}") if _is_ours(item)]
        assert len(ids) == len(set(ids))
    _check_comment_marks(data)


def _check(element: _Element, part: str) -> None:
    tag = str(element.tag).removeprefix(W)
    above = [str(item.tag).removeprefix(W) for item in element.iterancestors()]
    if tag == "r":
        assert above[0] in RUN_PARENTS, (part, above[0])
    if tag in ("ins", "del") and len(element) and str(element[0].tag).removeprefix(W) == "r":
        inside = above[:above.index("p")]
        assert tag not in inside
        inner = {str(child.tag).removeprefix(W) for child in element}
        assert inner <= {"r", "del", "commentRangeStart", "commentRangeEnd"}
    if tag in ("t", "delText"):
        run = above.index("r")
        deleted = any(name in ("del", "moveFrom") for name in above[run:above.index("p")])
        assert (tag == "delText") == ("del" in above[run:above.index("p")]) or deleted
    if tag.startswith("commentR"):
        assert "txbxContent" not in above
        assert part == "word/document.xml"


def _check_comment_marks(data: bytes) -> None:
    found = parts(data)
    if "word/comments.xml" not in found:
        return
    root = etree.fromstring(found["word/document.xml"])
    marks = {tag: [str(item.get(f"{W}id")) for item in root.iter(f"{W}{tag}")]
             for tag in ("commentRangeStart", "commentRangeEnd", "commentReference")}
    keys = [str(comment.get(f"{W}id")) for comment in etree.fromstring(found["word/comments.xml"])]
    assert len(keys) == len(set(keys))
    assert sorted(marks["commentReference"]) == sorted(keys)
    assert sorted(marks["commentRangeStart"]) == sorted(marks["commentRangeEnd"])
    order = {item: index for index, item in enumerate(root.iter())}
    starts = {item.get(f"{W}id"): order[item] for item in root.iter(f"{W}commentRangeStart")}
    assert all(starts[item.get(f"{W}id")] < order[item] for item in root.iter(f"{W}commentRangeEnd"))
