"""A page's bytes in; the page in UTF-8, and where it links to, out."""

from __future__ import annotations

import codecs
import re

from ipr_lint.readers.decoding import decode
from ipr_lint.readers.html_names import elements
from ipr_lint.readers.html_tree import attributes, parse
from ipr_lint.site.addresses import resolved
from ipr_lint.site.bounds import Answer

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
KINDS = frozenset({"text/html", "application/xhtml+xml", "text/plain", ""})


def in_utf8(answer: Answer) -> bytes:
    """The page as the reader wants it, from the encoding that the server or the page declares."""
    declared = _CHARSET.search(answer.body[:4000])
    for name in (answer.charset, declared[1].decode("ascii") if declared else ""):
        try:
            codec = codecs.lookup(name).name if name else "utf-8"
        except LookupError:
            continue
        if codec not in ("utf-8", "iso8859-1", "cp1252", "ascii", "utf-16"):  # the reader knows these itself
            try:
                return answer.body.decode(codec).encode("utf-8", "replace")
            except (UnicodeDecodeError, LookupError, AssertionError):
                continue
    return answer.body


def links(page: bytes, address: str) -> tuple[str, ...]:
    """The addresses a page links to, in its order and each once. Raises: UnreadableError."""
    root, _ = parse(decode(page).text)
    base = address
    found: dict[str, None] = {}
    for node, _ in elements(root):
        if node.name not in ("base", "a", "area"):
            continue
        told = attributes(node)
        target = resolved(told["href"], base) if told.get("href") else None
        if target and node.name == "base":
            base = target
        elif target and "nofollow" not in told.get("rel", "").lower().split():
            found.setdefault(target)
    return tuple(found)
