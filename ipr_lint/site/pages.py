"""A page's bytes in; the page in UTF-8, and what it says to robots (links, canonical address, noindex), out."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ipr_lint.readers.decoding import decode
from ipr_lint.readers.html_names import elements
from ipr_lint.readers.html_tree import attributes, parse
from ipr_lint.site.addresses import resolved, site
from ipr_lint.site.bounds import Answer

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_ROBOTS = frozenset({"robots", "ipr-lint"})
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


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of itself: where it links to (each once), the address it is a copy of, and «noindex»."""

    links: tuple[str, ...]
    canonical: str | None
    hidden: bool


def told(page: bytes, address: str, header: str = "") -> Told:
    """Read a page's links and its words to robots; `header` is its X-Robots-Tag. Raises: UnreadableError.

    «nofollow», for the page or for a link, is heeded. A canonical address on another site is none of ours.
    """
    root, _ = parse(decode(page).text)
    base, canonical = address, None
    words = _words(header)
    found: dict[str, None] = {}
    for node, _ in elements(root):
        if node.name not in ("base", "a", "area", "link", "meta"):
            continue
        says = attributes(node)
        target = resolved(says["href"], base) if says.get("href") else None
        relation = says.get("rel", "").lower().split()
        if node.name == "meta":
            words |= _words(says.get("content", "")) if says.get("name", "").strip().lower() in _ROBOTS else set()
        elif target and node.name == "base":
            base = target
        elif target and node.name == "link":
            canonical = target if "canonical" in relation and site(target) == site(address) else canonical
        elif target and "nofollow" not in relation:
            found.setdefault(target)
    return Told(() if words & {"nofollow", "none"} else tuple(found), canonical, bool(words & {"noindex", "none"}))


def _words(text: str) -> set[str]:
    return {word.strip() for word in text.lower().split(",")}
