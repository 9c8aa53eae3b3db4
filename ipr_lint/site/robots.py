"""A site's robots.txt in; which addresses may be fetched, and how fast, out."""

from __future__ import annotations

from urllib.parse import urljoin

from protego import Protego

from ipr_lint.site.bounds import FetchError
from ipr_lint.site.fetch import AGENT, Fetcher

_NAME = AGENT.partition("/")[0]
LONGEST_PAUSE = 10.0  # seconds; a site that asks for more is fetched at this pace, and the time limit ends the run


class Robots:
    """RFC 9309: a file that isn't there allows all, a server in trouble allows nothing."""

    def __init__(self, fetcher: Fetcher, start: str) -> None:
        """Fetch the file, and set the pace it asks for."""
        self._rules: Protego | None = None
        self.trouble = ""
        try:
            answer = fetcher.get(urljoin(start, "/robots.txt"))
        except FetchError as error:
            self.trouble = f"robots.txt kan ikke hentes: {error}"
            return
        if answer.status >= 500:
            self.trouble = f"robots.txt kan ikke hentes: siden svarte {answer.status}"
            return
        text = answer.body[:500_000].decode("utf-8", "replace") if answer.status == 200 else ""
        self._rules = Protego.parse(text)
        asked = self._rules.crawl_delay(_NAME)
        if asked:
            fetcher.pause = max(fetcher.pause, min(float(asked), LONGEST_PAUSE))

    def allows(self, address: str) -> bool:
        """Whether the site lets us fetch an address."""
        return self._rules is not None and bool(self._rules.can_fetch(address, _NAME))
