"""A start address or a sitemap in; the pages of the site, in the order in which they are linked, out."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from urllib.parse import urlsplit

from ipr_lint.model import UnreadableError
from ipr_lint.site.addresses import is_page, site
from ipr_lint.site.bounds import Answer, FetchError, Limits, Page, Tally
from ipr_lint.site.fetch import Fetcher
from ipr_lint.site.pages import KINDS, Told, in_utf8, told
from ipr_lint.site.robots import Robots
from ipr_lint.site.sitemaps import is_sitemap, walk

MOST_ADDRESSES = 50_000


class Crawl:
    """One run over one site. A sitemap's pages are taken as listed; from any other page the links are followed."""

    def __init__(self, start: str, limits: Limits, sitemap: bytes | None = None) -> None:
        """`start` is the user's address; with the content of a local `sitemap`, no host counts as named."""
        named: frozenset[str] = frozenset() if sitemap is not None else frozenset({urlsplit(start).hostname or ""})
        self.limits = limits
        self.tally = Tally()
        self._start = start
        self._sitemap = sitemap
        self._fetcher = Fetcher(limits, named)
        self._queue: deque[tuple[str, str]] = deque()  # address, linked from
        self._known: set[str] = set()
        self._contents: set[bytes] = set()
        self._taken: set[str] = set()  # canonical addresses of the pages so far
        self._follow = True
        self._first: Answer | None = None
        self._troubles: list[Page] = []

    def pages(self) -> Iterator[Page]:
        """Fetch page after page, some at a time; the order does not depend on which comes first."""
        try:
            self._begin()
            yield from self._troubles
            yield from self._all()
        except FetchError as error:
            yield Page(self._start, error=str(error))
        finally:
            self._fetcher.close()

    def _all(self) -> Iterator[Page]:
        if not self._queue:
            why = "robots.txt tillater ikke at siden hentes" if self.tally.forbidden else "ingen sider å hente"
            yield Page(self._start, error=why)
        taken = 0
        with ThreadPoolExecutor(self.limits.workers) as pool:
            while self._queue and taken < self.limits.pages:
                batch = [self._queue.popleft() for _ in range(min(len(self._queue), self.limits.workers * 2))]
                answers = pool.map(self._fetch, [address for address, _ in batch])
                for (address, source), answer in zip(batch, answers, strict=True):
                    page = self._page(address, source, answer) if taken < self.limits.pages else None
                    self.tally.left += taken >= self.limits.pages
                    if page:
                        taken += 1
                        yield page
        self.tally.left += len(self._queue)

    def _begin(self) -> None:
        """Fetch what the user named, and fill the queue. Raises: FetchError."""
        content = self._sitemap
        if content is None:
            self._first = self._fetcher.get(self._start, anywhere=True)
            self._start = self._first.address  # a redirect may have told where the site is
            content = self._first.body if self._first.status == 200 and is_sitemap(self._first.body) else None
        if content is None:
            listed: tuple[str, ...] = (self._start,)
        else:
            self._follow = False
            found = list(islice(walk(content, self._start, self._fetch), MOST_ADDRESSES))
            listed = tuple(one for one in found if isinstance(one, str))
            self._troubles = [one for one in found if isinstance(one, Page)]
            self._start = self._start if self._first else next(iter(listed), self._start)
            if not found:
                raise FetchError("sitemapet har ingen adresser")
        self._robots = Robots(self._fetcher, self._start)
        if self._robots.trouble:
            raise FetchError(self._robots.trouble)
        self._enqueue(listed, "")

    def _enqueue(self, addresses: tuple[str, ...], source: str) -> None:
        """Add addresses of this site that are new; many more than will be fetched are not even remembered."""
        here = site(self._start)
        scheme = urlsplit(self._start).scheme
        for found in addresses:
            if site(found) != here or len(self._known) >= self.limits.pages * 50 + 1000:
                continue
            address = scheme + found[found.index(":"):]
            if address in self._known or (source and not is_page(address)):
                continue
            self._known.add(address)
            if self._robots.allows(address):
                self._queue.append((address, source))
            else:
                self.tally.forbidden += 1

    def _fetch(self, address: str) -> Answer | FetchError:
        if self._first and self._first.address == address:
            return self._first
        try:
            return self._fetcher.get(address)
        except FetchError as error:
            return error

    def _page(self, address: str, source: str, answer: Answer | FetchError) -> Page | None:
        """The page to lint; None for what is counted in the tally instead."""
        if isinstance(answer, FetchError):
            return Page(address, error=str(answer))
        if answer.status in (404, 410) and source:
            self.tally.dead.append((address, source))
            return None
        if answer.status != 200:
            return Page(address, error=f"siden svarte {answer.status}")
        if answer.kind not in KINDS:
            self.tally.others += 1
            return None
        digest = hashlib.sha256(answer.body).digest()
        if digest in self._contents or (answer.address != address and answer.address in self._known):
            self.tally.copies += 1
            return None
        self._known.add(answer.address)
        self._contents.add(digest)
        data = in_utf8(answer)
        try:
            says = told(data, answer.address, answer.robots)
        except UnreadableError as error:
            return Page(answer.address, error=str(error))
        self._enqueue(says.links if self._follow else (), answer.address)
        return Page(answer.address, data) if self._is_wanted(says, answer.address) else None

    def _is_wanted(self, says: Told, address: str) -> bool:
        """Neither hidden from robots nor another address of a page that was taken before."""
        own = says.canonical or address
        if says.hidden:
            self.tally.hidden += 1
            return False
        self.tally.copies += (copy := own in self._taken)
        self._taken.add(own)
        return not copy
