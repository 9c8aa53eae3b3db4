"""Word comments of the form «ipr-lint: ignorer REGEL – grunn» in; suppressions with their author out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ipr_lint.docx_xml.draft import Line, WordText
from ipr_lint.docx_xml.names import attribute, qn
from ipr_lint.docx_xml.package import Package
from ipr_lint.docx_xml.story import CommentMark
from ipr_lint.docx_xml.title import title_block
from ipr_lint.model import Block, Suppression
from ipr_lint.readers.directives import parse
from ipr_lint.source_map import source_range


def suppressions(package: Package, draft: WordText, blocks: tuple[Block, ...]) -> tuple[Suppression, ...]:
    """One suppression per comment that asks for it; one on the title counts for the whole document."""
    return tuple(_suppressions(package, draft, blocks))


def _suppressions(package: Package, draft: WordText, blocks: tuple[Block, ...]) -> Iterator[Suppression]:
    part = package.related(package.main, "comments")
    if part is None:
        return
    ranges = _ranges(draft)
    title = title_block(blocks)
    extents = [source_range(block.pieces, 0, len(block.text)) for block in blocks]
    for comment in package.xml(part).iter(qn("w:comment")):
        asked = parse("".join(text.text or "" for text in comment.iter(qn("w:t"))))
        places = ranges.get(attribute(comment, "w:id") or "", ()) if asked else ()
        at, touched = next(((at, found) for at in places if (found := _touched(extents, *at))), ((0, 0), []))
        if asked is None or not touched:
            continue
        by = attribute(comment, "w:author") or ""
        if touched == [title]:
            yield Suppression(asked.rules, 0, len(blocks) - 1, asked.reason, by, source=at)
        elif len(touched) == 1 and blocks[touched[0]].text:
            start, end = _inside(blocks[touched[0]], *at)
            yield Suppression(asked.rules, touched[0], touched[0], asked.reason, by, start, end, at)
        else:
            yield Suppression(asked.rules, touched[0], touched[-1], asked.reason, by, source=at)


def _ranges(draft: WordText) -> dict[str, list[tuple[int, int]]]:
    """Comment id -> its range in the source, then what a comment on nothing in particular belongs to.

    That is the note or text box whose mark it stands on, as Word allows no comments inside, else its paragraph.
    """
    places = {(line.part, paragraph.number): line for line in draft.lines for paragraph in line.paragraphs}
    elsewhere = _elsewhere(draft)
    starts: dict[str, int] = {}
    found: dict[str, list[tuple[int, int]]] = {}
    for part, story in draft.stories.items():
        for mark in story.comments:
            line = places.get((part, mark.paragraph + 1))
            if line is None:
                continue
            at = _offset(line, mark)
            if mark.kind == "start":
                starts[mark.id] = at
            elif mark.kind == "end" and mark.id in starts:
                found.setdefault(mark.id, []).append((starts[mark.id], max(at, starts[mark.id])))
                found[mark.id] += _held(story.held.get(mark.id, []), elsewhere)
            elif mark.kind == "reference":
                found.setdefault(mark.id, []).append((line.start, line.end))
    return found


def _elsewhere(draft: WordText) -> dict[tuple[str, str], tuple[int, int]]:
    """The range in the source of each note, and of each paragraph of a text box, by what marks it in the body."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for line in draft.lines:
        first = line.paragraphs[0]
        if line.place in ("footnote", "endnote"):
            key = (line.place, first.note)
            found[key] = (found.get(key, (line.start, 0))[0], line.end)
        elif line.place == "body" and first.textbox:
            found["textbox", str(first.number)] = (line.start, line.end)
    return found


def _held(keys: list[tuple[str, str]], elsewhere: dict[tuple[str, str], tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The range of all that is held, kind by kind: the lines of boxes, and those of notes, follow each other."""
    for kind in ("textbox", "footnote", "endnote"):
        ranges = [elsewhere[key] for key in keys if key[0] == kind and key in elsewhere]
        if ranges:
            yield ranges[0][0], ranges[-1][1]


def _offset(line: Line, mark: CommentMark) -> int:
    before = sum(paragraph.length for paragraph in line.paragraphs if paragraph.number <= mark.paragraph)
    return line.start + before + mark.at


def _touched(extents: list[tuple[int, int]], start: int, end: int) -> list[int]:
    """The blocks in a range of the source; `extents` begin in the order of the blocks, those of images are empty."""
    found: list[int] = []
    for index in range(bisect_right(extents, (end, end)) - 1, -1, -1):
        low, high = extents[index]
        if (low < end and high > start and start < end) or start <= low == high <= end:
            found.append(index)
        elif low < high <= start:
            break
    return found[::-1]


def _inside(block: Block, start: int, end: int) -> tuple[int, int]:
    """The part of a block's text that stands in a range of the source."""
    low, high = len(block.text), 0
    for piece in block.pieces:
        cut = (max(piece.source_start, start), min(piece.source_end, end))
        if cut[0] >= cut[1]:
            continue
        shift = piece.start - piece.source_start
        low = min(low, cut[0] + shift if piece.verbatim else piece.start)
        high = max(high, cut[1] + shift if piece.verbatim else piece.end)
    return low, max(low, high)
