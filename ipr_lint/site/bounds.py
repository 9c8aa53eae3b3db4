"""What a crawl may cost, what a server answers, and how a page fails: the nouns of the site rooms."""

from __future__ import annotations

from dataclasses import dataclass, field


class FetchError(Exception):
    """A page can't be had; the message says why in one Norwegian line."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a crawl. Seconds for times, bytes for sizes."""

    pages: int = 200
    size: int = 5_000_000
    seconds: float = 900.0
    page_seconds: float = 30.0
    redirects: int = 5
    retries: int = 2
    workers: int = 4
    pause: float = 0.2  # between the starts of two requests
    backoff: float = 1.0  # before the second attempt; doubled each time


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in the end: `address` is the one after redirects; `kind` the media type, lower case."""

    address: str
    status: int
    kind: str
    charset: str
    body: bytes
    robots: str = ""  # the header X-Robots-Tag


@dataclass(frozen=True, slots=True)
class Page:
    """An address with its content, or with why it has none."""

    address: str
    data: bytes | None = None
    error: str = ""


@dataclass(slots=True)
class Tally:
    """What the crawl did not bring home, for a line each: nothing is skipped silently."""

    dead: list[tuple[str, str]] = field(default_factory=list)  # address, the page that links to it
    forbidden: int = 0
    hidden: int = 0  # pages that ask robots not to index them
    copies: int = 0
    others: int = 0  # neither HTML nor text
    left: int = 0  # known, but beyond the number of pages
