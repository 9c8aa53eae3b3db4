"""A single link, image or inline HTML tag of a Markdown text in; its target, description or attributes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from markdown_it.token import Token

from ipr_lint.readers.masks import MASK

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][-\w:.]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def tag(text: str) -> tuple[bool, str, dict[str, str]]:
    """An inline HTML tag as (closing, name, attributes); the name is "" for declarations and the like."""
    match = _TAG.match(text)
    if match is None:
        return False, "", {}
    found = {key.lower(): unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(text, match.end())}
    return bool(match[1]), match[2].lower(), found


def href_of(token: Token, name: str = "href") -> str:
    """A link's target; "" where a template tag makes it."""
    target = str(token.attrs.get(name, ""))
    return "" if "%EF%B7%90" in target or MASK in target else target


def plain(tokens: Sequence[Token]) -> str:
    """The text of an image's description."""
    parts = []
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content.replace(MASK, ""))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(plain(token.children or []))
    return "".join(parts)
