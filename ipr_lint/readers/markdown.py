"""Markdown in; a Document whose blocks know where every character stands in the source out."""

from __future__ import annotations

from ipr_lint.model import Document, Kind, UnreadableError
from ipr_lint.readers import front_matter
from ipr_lint.readers.assembly import Blocks
from ipr_lint.readers.decoding import decode
from ipr_lint.readers.markdown_blocks import Walk
from ipr_lint.readers.markdown_lines import Lines
from ipr_lint.readers.markdown_positions import parser
from ipr_lint.readers.masks import mask_templates
from ipr_lint.readers.metadata import language, normalised
from ipr_lint.readers.shortcode_images import Shortcodes
from ipr_lint.readers.suppressing import Suppressing, whole_file
from ipr_lint.source_map import TextBuilder


def read(data: bytes, path: str) -> Document:
    """Read CommonMark with front matter, tables and footnotes; code blocks, comments and template tags are not text.

    The front matter's title is a heading where the text has none of its own on level 1, as sites show it.
    Raises: UnreadableError, for binary data and invalid front matter.
    """
    decoded = decode(data)
    source = decoded.text
    head = front_matter.read(source)
    metadata = normalised(head.pairs)
    suppressing = Suppressing(source)
    lines = Lines(mask_templates(source), head.end)
    try:
        tokens = parser().parse(lines.text)
    except RecursionError:
        raise UnreadableError("for mange nivåer inni hverandre; ventet en tekst i Markdown") from None
    blocks = Blocks()
    if head.title and not any(token.tag == "h1" for token in tokens):
        blocks.add(Kind.HEADING, _title(source, *head.title), level=1, attributes={"part": "body"})
    Walk(lines, blocks, suppressing, Shortcodes(source)).read(tokens)
    suppressions = suppressing.finish(blocks)
    if head.ignored is not None:
        suppressions = (whole_file(head.ignored, head.reason, len(blocks), (0, head.end)), *suppressions)
    declared = metadata.get("spraak")
    return Document(
        path, "markdown", source, tuple(blocks), metadata, language(declared if isinstance(declared, str) else None),
        suppressions, (*decoded.notes, *suppressing.notes), decoded.encoding,
    )


def _title(source: str, start: int, end: int) -> TextBuilder:
    builder = TextBuilder()
    builder.add(source[start:end], start)
    return builder

