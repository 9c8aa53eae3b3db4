"""A link as it stands on a page in; the address it leads to, in one spelling, out."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

LONGEST = 2000  # characters; what browsers and servers agree on
_PORTS = {"http": 80, "https": 443}
# Not pages; a crawl need not fetch them to know.
_FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|zip|gz|jpe?g|png|gif|svg|webp|avif|ico|mp[34]|m4[av]|mov|webm|ics|"
                    r"css|js|json|xml|rss|atom|woff2?|ttf|eps|csv)\Z", re.IGNORECASE)
_TRACKING = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid)=[^&]*")


def resolved(link: str, base: str) -> str | None:
    """The absolute address of a link, without fragment and tracking; None if it leads to no page of the web."""
    try:
        parts = urlsplit(urljoin(base, link.strip()[:LONGEST + 1]))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host or parts.username or len(link) > LONGEST:
        return None
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    shown = f"[{name}]" if ":" in name else name
    place = shown if port in (None, _PORTS[parts.scheme]) else f"{shown}:{port}"
    path = quote(_flat(parts.path), safe="/%:@!$&'()*+,;=~-._")
    query = quote(_TRACKING.sub("", parts.query).lstrip("&"), safe="/%:@!$&'()*+,;=~-._?")
    return SplitResult(parts.scheme, place, path, query, "").geturl()


def is_page(address: str) -> bool:
    """Whether an address may be a page: no picture or document, and no path that repeats itself for ever."""
    path = urlsplit(address).path
    segments = [segment for segment in path.split("/") if segment]
    return not _FILES.search(path) and all(segments.count(segment) < 4 for segment in set(segments))


def site(address: str) -> tuple[str, int]:
    """Host and port: addresses with the same belong to one site, whether http or https by default ports."""
    parts = urlsplit(address)
    port = parts.port or _PORTS[parts.scheme]
    return parts.hostname or "", 443 if port == 80 else port


def _flat(path: str) -> str:
    """`/a/../b/` -> `/b/`."""
    flat = posixpath.normpath(path) if path else "/"
    flat = "/" + flat.lstrip("/")
    return flat + "/" if path.endswith("/") and flat != "/" else flat
