"""Comment and note marks, in the order of the document, in; where comments and notes belong out."""

from __future__ import annotations

from itertools import islice

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, qn
from ipr_lint.docx_xml.story import CommentMark, Paragraph, Story

COMMENT_MARKS = {
    qn("w:commentRangeStart"): "start", qn("w:commentRangeEnd"): "end", qn("w:commentReference"): "reference",
}
NOTE_MARKS = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_MOST_OPEN = 20  # comments over each other; more are no longer people's


class Remarks:
    """Writes the comments and notes of a part into its story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._open: dict[str, None] = {}

    def mark(self, element: _Element, paragraph: Paragraph | None) -> None:
        """A comment mark is met in a paragraph, or between paragraphs."""
        index, at = len(self._story.paragraphs), 0
        if paragraph is not None:
            index, at = paragraph.number - 1, paragraph.length
        elif element.tag != qn("w:commentRangeStart") and index:
            index, at = index - 1, self._story.paragraphs[-1].length
        comment, kind = attribute(element, "w:id") or "", COMMENT_MARKS[element.tag]
        self._story.comments.append(CommentMark(comment, kind, index, at))
        if kind == "start":
            self._open[comment] = None
        else:
            self._open.pop(comment, None)

    def note(self, element: _Element) -> None:
        """A note mark that a reader sees is met."""
        kind, note = NOTE_MARKS[element.tag], attribute(element, "w:id") or ""
        self._story.notes.append((kind, note))
        self._hold(kind, note)

    def boxed(self, paragraph: Paragraph) -> None:
        """A paragraph of a text box is met."""
        self._hold("textbox", str(paragraph.number))

    def _hold(self, kind: str, key: str) -> None:
        for comment in islice(reversed(self._open), _MOST_OPEN):
            self._story.held.setdefault(comment, []).append((kind, key))
