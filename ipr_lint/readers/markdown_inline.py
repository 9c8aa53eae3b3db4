"""The inline tokens of one Markdown block in; its text with pieces and marks, its images and its comments out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from ipr_lint.model import Mark
from ipr_lint.readers.markdown_lines import Inline
from ipr_lint.readers.markdown_tags import href_of, plain, tag
from ipr_lint.readers.masks import MASK
from ipr_lint.source_map import TextBuilder

_MARKS = {"link_open": "link", "strong_open": "strong", "em_open": "emphasis"}
_GAPS = frozenset({"html_inline", "image", "footnote_ref"})
_VISIBLE = re.compile(f"[^{MASK}]+")
_TASK = re.compile(r"\[[ xX]\] ")
_HIDDEN = frozenset({"script", "style", "template", "noscript", "svg", "math", "iframe", "select", "textarea"})
_HTML_MARKS = {"a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "code": "code",
               "q": "quote"}
DEEPEST = 100  # marks inside each other; more is no text


@dataclass(frozen=True, slots=True)
class Image:
    """An image met after `offset` characters of the text, and where its markup stands in the source."""

    offset: int
    attributes: dict[str, str]
    source: tuple[int, int]


@dataclass(slots=True)
class InlineText:
    """Grows while the tokens are read; `comments` are (text, source range, offset in the text)."""

    place: Inline
    builder: TextBuilder = field(default_factory=TextBuilder)
    marks: list[Mark] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[tuple[str, tuple[int, int], int]] = field(default_factory=list)
    _open: list[tuple[str, str, int, dict[str, str]]] = field(default_factory=list)
    _hidden: str = ""
    _gap: bool = False  # something without text came last
    _last: str = ""  # the last character of the text so far

    def read(self, tokens: Sequence[Token], content: str) -> None:
        """Append all tokens of this content."""
        for index, token in enumerate(tokens):
            # Only literal text at the very end is left without a place: it ends where the content ends.
            start, end = token.meta.get("at") or (len(content) - len(token.content), len(content))
            self._gap = self._gap or token.type in _GAPS
            if token.type == "html_inline":
                self._html(token.content, start, end)
            elif self._hidden:
                continue
            elif token.type in ("text", "code_inline"):
                code = token.type == "code_inline"
                task = 0 if index or code else len(match[0]) if (match := _TASK.match(token.content)) else 0
                self._code(token, content, start, end) if code else self._add(token.content[task:], start + task)
            elif token.type == "text_special":
                self._entity(token.content, start, end)
            elif token.type in ("softbreak", "hardbreak"):
                self._break(" " if token.type == "softbreak" else "\n", start, end)
            elif token.type == "image":
                self.images.append(self._image(token, start, end))
            elif token.nesting > 0 and token.type in _MARKS:
                href = {"href": href_of(token)} if token.type == "link_open" else {}
                self._begin(token.type, _MARKS[token.type], href)
            elif token.nesting < 0:
                self._close(token.type.replace("_close", "_open"))
        self.marks += (Mark(image.offset, image.offset, "object") for image in self.images)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """A range of the content, in the source."""
        if self.place.whole is not None:
            start, end = 0, 1
        return self.place.source(start), self.place.source(end)

    def _add(self, text: str, start: int) -> None:
        for match in _VISIBLE.finditer(text):
            shown, at = match[0], start + match.start()
            if shown[0] == " " and (match.start() or self._gap) and self._last in ("", " "):
                shown, at = shown[1:], at + 1  # no two spaces where a template tag or an image stood between them
            if self.place.whole is not None:
                self.builder.add_as(shown, *self.source(0, 1))
            else:
                for low, high in self.place.runs(at, at + len(shown)):
                    self.builder.add(shown[low - at:high - at], self.place.source(low))
            self._last, self._gap = shown[-1:] or self._last, False

    def _code(self, token: Token, content: str, start: int, end: int) -> None:
        inner, before = start + len(token.markup), self.builder.length
        raw = content[inner:end - len(token.markup)]
        inner += raw.replace("\n", " ") != token.content
        for number, line in enumerate(content[inner:inner + len(token.content)].split("\n")):
            if number:
                self.builder.add_as(" ", *self.source(inner - 1, inner))
            self._add(line, inner)
            inner += len(line) + 1
        self.marks.append(Mark(before, self.builder.length, "code"))

    def _entity(self, text: str, start: int, end: int) -> None:
        self.builder.add_as(text, *self.source(start, end))
        self._last = text[-1:]

    def _break(self, text: str, start: int, end: int) -> None:
        if self.builder.length and not (text == self._last == " "):
            self._entity(text, start, end)

    def _image(self, token: Token, start: int, end: int) -> Image:
        told = {"alt": plain(token.children or []).strip(), "title": str(token.attrs.get("title", ""))}
        attributes = {"src": href_of(token, "src")} | {name: text for name, text in told.items() if text}
        links = [href["href"] for _, kind, _, href in self._open if kind == "link"]
        return Image(self.builder.length, attributes | ({"href": links[-1]} if links else {}), self.source(start, end))

    def _begin(self, opener: str, kind: str, attributes: dict[str, str]) -> None:
        if len(self._open) < DEEPEST:
            self._open.append((opener, kind, self.builder.length, attributes))

    def _close(self, opener: str) -> None:
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number][0] == opener:
                _, kind, start, attributes = self._open.pop(number)
                self.marks.append(Mark(start, self.builder.length, kind, attributes))
                return

    def _html(self, text: str, start: int, end: int) -> None:
        if text.startswith("<!--"):
            self.comments.append((text[4:-3], self.source(start, end), self.builder.length))
            return
        closing, name, attributes = tag(text)
        if name in _HIDDEN:
            self._hidden = "" if closing and name == self._hidden else self._hidden or ("" if closing else name)
        elif self._hidden:
            return
        elif name == "br":
            self._break("\n", start, end)
        elif name == "img":
            kept = {key: value for key, value in attributes.items() if key in ("alt", "src", "title")}
            self.images.append(Image(self.builder.length, kept, self.source(start, end)))
        elif closing:
            self._close(name)
        elif name in _HTML_MARKS:
            kind = _HTML_MARKS[name]
            self._begin(name, kind, {"href": attributes.get("href", "")} if kind == "link" else {})
