"""A sitemap, XML or gzip of it, in; the addresses it lists out."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable, Iterator

from lxml import etree

from ipr_lint.site.addresses import resolved, site
from ipr_lint.site.bounds import Answer, FetchError, Page

MOST_SITEMAPS = 50
MOST_BYTES = 50_000_000  # the protocol's own limit, unpacked
_SPACE = "{*}"


def is_sitemap(data: bytes) -> bool:
    """Whether bytes begin like a sitemap or an index of them."""
    head = _unpacked(data, 4000)[:4000]
    return b"<urlset" in head or b"<sitemapindex" in head


def walk(data: bytes, base: str, fetch: Callable[[str], Answer | FetchError]) -> Iterator[str | Page]:
    """The addresses of a sitemap and of the sitemaps it lists, and a page without content for what can't be read.

    `base` is where the sitemap came from, "" for a file; only sitemaps of the same site are fetched.
    """
    waiting, seen = deque([(data, base)]), 1
    while waiting:
        content, place = waiting.popleft()
        try:
            links, is_index = read(content, MOST_BYTES)
        except FetchError as error:
            yield Page(place, error=str(error))
            continue
        for address in filter(None, (resolved(link, place) for link in links)):
            if not is_index:
                yield address
            elif seen < MOST_SITEMAPS and (not base or site(address) == site(base)):
                seen += 1
                answer = fetch(address)
                if isinstance(answer, FetchError):
                    yield Page(address, error=str(answer))
                else:
                    waiting.append((answer.body, address))


def read(data: bytes, limit: int) -> tuple[list[str], bool]:
    """The addresses, and whether they are sitemaps themselves. `limit`: bytes, unpacked.

    Raises: FetchError, for anything but a sitemap; entities are not expanded and nothing is fetched.
    """
    text = _unpacked(data, limit + 1)
    if len(text) > limit or b"<!DOCTYPE" in text[:4000] or b"<!ENTITY" in text[:4000]:
        raise FetchError("ventet et sitemap i XML, uten egne entiteter og innenfor størrelsesgrensen")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    name = "" if root is None else etree.QName(root).localname
    if root is None or name not in ("urlset", "sitemapindex"):
        raise FetchError("ventet et sitemap i XML")
    parts = root.iterfind(f"{_SPACE}{'url' if name == 'urlset' else 'sitemap'}/{_SPACE}loc")
    return [(part.text or "").strip() for part in parts], name == "sitemapindex"


def _unpacked(data: bytes, limit: int) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(wbits=31).decompress(data, limit)
    except zlib.error:
        return b""
