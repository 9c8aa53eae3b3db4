"""A package in; its lines of text in reading order, with the source text they make up, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipr_lint.docx_xml.hidden import Hidden
from ipr_lint.docx_xml.names import attribute, find, is_on, qn
from ipr_lint.docx_xml.package import Package
from ipr_lint.docx_xml.story import Fragment, Paragraph, Story, View
from ipr_lint.docx_xml.walk import walk


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment at its offset in the source, with the paragraph it stands in."""

    start: int
    paragraph: Paragraph
    fragment: Fragment

    @property
    def end(self) -> int:
        """Offset in the source after its last character."""
        return self.start + len(self.fragment.text)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as its reader sees it: several `w:p` where the paragraph marks between them are removed.

    `place` is body, header, footer, footnote or endnote; `start` an offset in the source, and so are the `objects`:
    where something stands that is no text.
    """

    part: str
    place: str
    paragraphs: tuple[Paragraph, ...]
    start: int
    fragments: tuple[Placed, ...]
    objects: tuple[int, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether all of it is gathered from elsewhere in the document."""
        return bool(self.fragments) and all(item.fragment.listed for item in self.fragments)

    @property
    def end(self) -> int:
        """Offset in the source after the last character."""
        return self.fragments[-1].end if self.fragments else self.start


@dataclass(frozen=True, slots=True)
class WordText:
    """All text of a draft. `source` is one line of text per Line, joined by line feeds."""

    stories: dict[str, Story]
    lines: tuple[Line, ...]
    source: str


def word_text(package: Package, view: View) -> WordText:
    """Read the body, then foot- and endnotes in the order of their marks, then page headers and footers.

    A line break inside a paragraph is a space in the source, so that a line of it stays a paragraph.
    Raises: UnreadableError when a part is broken.
    """
    hidden = Hidden(package)
    body = _story(package, package.main, view, hidden)
    stories = {package.main: body}
    groups = [(package.main, "body", [p for p in body.paragraphs if not p.gone])]
    for place in ("footnote", "endnote"):
        if (part := package.related(package.main, f"{place}s")) is not None:
            stories[part] = _story(package, part, view, hidden)
            groups.append((part, place, _noted(body, stories[part], place)))
    for place, part in page_parts(package):
        stories[part] = _story(package, part, view, hidden)
        groups.append((part, place, [p for p in stories[part].paragraphs if not p.gone]))
    lines, start = [], 0
    for part, place, paragraphs in groups:
        for joined in _joined(paragraphs):
            lines.append(_line(part, place, joined, start))
            start = lines[-1].end + 1
    texts = ("".join(item.fragment.text for item in line.fragments).replace("\n", " ") for line in lines)
    return WordText(stories, tuple(lines), "\n".join(texts))


def page_parts(package: Package) -> list[tuple[str, str]]:
    """(header or footer, part) of the page headers and footers that are printed, each part once.

    A section has those of the section before it where it names none of its own.
    """
    relations, found = package.relations(package.main), dict[str, str]()
    named: dict[tuple[str, str], str] = {}
    settings = package.related(package.main, "settings")
    even = settings is not None and bool(is_on(find(package.xml(settings), "w:evenAndOddHeaders")))
    for section in package.xml(package.main).iter(qn("w:sectPr")):
        if next(section.iterancestors(qn("w:sectPrChange")), None) is not None:
            continue  # how the section was before a tracked change
        shown = {"default", "even" if even else "", "first" if is_on(find(section, "w:titlePg")) else ""}
        for place in ("header", "footer"):
            for reference in section.iter(qn(f"w:{place}Reference")):
                part = relations.get(attribute(reference, "r:id") or "", ("", ""))[1]
                named[place, attribute(reference, "w:type") or "default"] = part
            for (owner, kind), part in named.items():
                if owner == place and kind in shown and part in package.names:
                    found.setdefault(part, place)
    return [(place, part) for part, place in found.items()]


def _story(package: Package, part: str, view: View, hidden: Hidden) -> Story:
    relations = package.relations(part)
    links = {key: target for key, (kind, target) in relations.items() if kind == "hyperlink"}
    return walk(package.xml(part), view, links, hidden)


def _noted(body: Story, notes: Story, place: str) -> list[Paragraph]:
    by_id: dict[str, list[Paragraph]] = {}
    for paragraph in notes.paragraphs:
        by_id.setdefault(paragraph.note, []).append(paragraph)
    wanted = dict.fromkeys(note for kind, note in body.notes if kind == place)
    return [paragraph for note in wanted for paragraph in by_id.get(note, ())]


def _joined(paragraphs: list[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and not (group[-1].joins and group[-1].element.getparent() is paragraph.element.getparent()):
            yield tuple(group)
            group = []
        group.append(paragraph)
    if group:
        yield tuple(group)


def _line(part: str, place: str, paragraphs: tuple[Paragraph, ...], start: int) -> Line:
    placed, objects, at = list[Placed](), list[int](), start
    for paragraph in paragraphs:
        objects += (at + offset for offset in paragraph.objects)
        for fragment in paragraph.fragments:
            placed.append(Placed(at, paragraph, fragment))
            at = placed[-1].end
    return Line(part, place, paragraphs, start, tuple(placed), tuple(objects))
