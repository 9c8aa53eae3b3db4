"""Source text in; the images that shortcodes make (`{{< figure … >}}`, `{% include figure.html … %}`) out.

What a site shows of them is text: the alternative and the caption, wherever the theme keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import msgspec

from ipr_lint.model import Kind
from ipr_lint.readers.assembly import Blocks, add_image
from ipr_lint.readers.masked_code import mask_code
from ipr_lint.readers.masks import MASK, template_tags
from ipr_lint.source_map import TextBuilder

_WORTH = re.compile(r"\{[{%].{0,300}?\b(?:figure|alt|caption)\b", re.DOTALL)
_NAME = re.compile(r"\{(?:\{[<%]|%)-?\s{0,9}(?:include(?:_relative|_cached)?\s{1,9})?([\w./-]{1,60})")
_VALUE = re.compile(r"""(?<![\w-])(src|alt|caption)\s{0,9}=\s{0,9}(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`)""")
_MARKUP = re.compile(r"""\\(["'\\])|(&\#?\w{2,8};)|<[^<>]{0,300}>|\]\([^()\s]{0,300}\)|\[|\*{1,3}|(?<!\w)_|_(?!\w)""")


class ShortcodeImage(msgspec.Struct, frozen=True):
    """Where a shortcode stands, its alternative (None: there is none) and where its caption stands."""

    start: int
    end: int
    alt: str | None
    caption: tuple[int, int] | None


def shortcode_images(source: str) -> list[ShortcodeImage]:
    """The images of a Markdown source in order; a shortcode between backticks is code."""
    if not _WORTH.search(source):
        return []
    return [image for start, end in template_tags(mask_code(source, MASK)) if source[start - 1:start] != "`"
            for image in _image(source[start:end], start, end)]


def _image(tag: str, start: int, end: int) -> Iterator[ShortcodeImage]:
    name = _NAME.match(tag)
    values = {match[1]: match for match in _VALUE.finditer(tag)}
    alt, caption = values.get("alt"), values.get("caption")
    figure = name is not None and name[1].startswith("figure") and "src" in values
    if name is None or name[1].startswith("/") or not (figure or alt or caption):
        return
    told = alt or caption  # Hugo takes the caption where there is no alternative
    place = _place(caption, start) if caption else None
    yield ShortcodeImage(start, end, unescape(_raw(told)) if told else None, place)


def _raw(value: re.Match[str]) -> str:
    return value[value.lastindex or 2]


def _place(value: re.Match[str], start: int) -> tuple[int, int]:
    first, last = value.span(value.lastindex or 2)
    return start + first, start + last


class Shortcodes:
    """The images of a source, added to its blocks as the reading comes to them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._left = shortcode_images(source)[::-1]

    def add(self, blocks: Blocks, end: int | None = None, hidden: bool = False) -> None:
        """Append what stands before `end` and was not added yet; drop it where it is `hidden`, as in code."""
        while self._left and (end is None or self._left[-1].start < end):
            image = self._left.pop()
            if not hidden:
                self._append(blocks, image)

    def _append(self, blocks: Blocks, image: ShortcodeImage) -> None:
        alt = {} if image.alt is None else {"alt": image.alt}
        add_image(blocks, {**alt, "part": "body"}, (image.start, image.end))
        if image.caption:
            builder, (at, end) = TextBuilder(), image.caption
            for markup in _MARKUP.finditer(self._source, at, end):
                builder.add(self._source[at:markup.start()], at)
                builder.add_as(markup[1] or unescape(markup[2] or ""), *markup.span())
                at = markup.end()
            builder.add(self._source[at:end], at)
            blocks.add(Kind.CAPTION, builder, attributes={"part": "body"})
