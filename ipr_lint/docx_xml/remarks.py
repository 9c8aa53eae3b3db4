"""Comment marks, in the order of the document, in; where each comment begins and ends out."""

from __future__ import annotations

from lxml.etree import _Element

from ipr_lint.docx_xml.names import attribute, qn
from ipr_lint.docx_xml.story import CommentMark, Paragraph, Story

COMMENT_MARKS = {
    qn("w:commentRangeStart"): "start", qn("w:commentRangeEnd"): "end", qn("w:commentReference"): "reference",
}


class Remarks:
    """Writes the comments of a part into its story."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def mark(self, element: _Element, paragraph: Paragraph | None) -> None:
        """A comment mark is met in a paragraph, or between paragraphs."""
        index, at = len(self._story.paragraphs), 0
        if paragraph is not None:
            index, at = paragraph.number - 1, paragraph.length
        elif element.tag != qn("w:commentRangeStart") and index:
            index, at = index - 1, self._story.paragraphs[-1].length
        comment = attribute(element, "w:id") or ""
        self._story.comments.append(CommentMark(comment, COMMENT_MARKS[element.tag], index, at))
