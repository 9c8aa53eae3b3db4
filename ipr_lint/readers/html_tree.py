"""HTML source in; a parsed tree whose text nodes can be followed back to the source, character by character, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

Node = Any  # justhtml's Element, Text and Comment share no exported type
BARE = "\ufdd1"  # stands for a «<» that opens nothing: the parser takes quadratic time over many of them in one text
_BARE = re.compile(r"<(?![A-Za-z/!?])")
_RUN = re.compile(r"[^&<\r\x00]+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{0,31});?")


def parse(source: str) -> tuple[Node, str]:
    """The tree as browsers build it, and the text it was built from, which matches `source` offset by offset."""
    from justhtml import JustHTML  # takes a while to import, and Markdown without HTML needs none of it

    shown = _BARE.sub(BARE, source)
    return JustHTML(shown, sanitize=False, track_node_locations=True).root, shown


def attributes(node: Node) -> dict[str, str]:
    """An element's attributes; one without a value is ""."""
    return {name: value or "" for name, value in (node.attrs or {}).items()}


def text_of(node: Node) -> str:
    """All text inside a node, white space collapsed."""
    parts, waiting = [], [node]
    while waiting:
        one = waiting.pop()
        if one.name == "#text":
            parts.append(one.data or "")
        else:
            waiting += reversed(one.children or [])
    return " ".join("".join(parts).replace(BARE, "<").split())


def followed(node: Node, shown: str) -> Iterator[tuple[str, int, int, bool]]:
    """A text node as (text, start, end, verbatim) with offsets in the source.

    Where a tree was repaired, one text node can have come from several places; what can't be followed has no extent.
    """
    text, at, done = node.data or "", node.origin_offset, 0
    if at is None:
        at = len(shown)
    elif shown.startswith(text, at):
        yield text, at, at + len(text), True
        return
    while done < len(text):
        step = _step(text, done, shown, at)
        if step is None:
            yield text[done:], at, at, False
            return
        length, end, verbatim = step
        if length:
            yield text[done:done + length], at, end, verbatim
        done, at = done + length, end


def _step(text: str, done: int, shown: str, at: int) -> tuple[int, int, bool] | None:
    """The next piece: how much text it makes, where it ends in the source, whether it is verbatim; None if lost."""
    if run := _RUN.match(shown, at):
        length = min(run.end() - at, len(text) - done)
        return (length, at + length, True) if text.startswith(shown[at:at + length], done) else None
    if at >= len(shown):
        return None
    if shown[at] == "\r":
        return int(text[done] == "\n"), at + (2 if shown.startswith("\r\n", at) else 1), False
    if shown[at] == "\x00":
        return int(text[done] == "\ufffd"), at + 1, False
    if shown[at] == "<":
        end = shown.find("-->" if shown.startswith("<!--", at) else ">", at)
        return None if end < 0 else (0, end + (3 if shown.startswith("<!--", at) else 1), False)
    entity = _ENTITY.match(shown, at)
    decoded = unescape(entity[0]) if entity else "&"
    if entity and decoded != entity[0] and text.startswith(decoded, done):
        return len(decoded), entity.end(), False
    return (1, at + 1, True) if text[done] == "&" else None
