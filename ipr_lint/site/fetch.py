"""An address in; what the server answers, within bounds of size, time, redirects and attempts, out."""

from __future__ import annotations

import time
import zlib
from threading import Lock

import httpcore

from ipr_lint.site.addresses import resolved, site
from ipr_lint.site.bounds import Answer, FetchError, Limits
from ipr_lint.site.network import Backend, PrivateAddressError
from ipr_lint.version import __version__

AGENT = f"ipr-lint/{__version__}"
_HEADERS: list[tuple[bytes | str, bytes | str]] = [
    ("User-Agent", AGENT), ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.8,*/*;q=0.1"),
    ("Accept-Encoding", "gzip")]
_AGAIN = frozenset({429, 500, 502, 503, 504})
_TROUBLE = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError)
LONGEST_WAIT = 30.0  # seconds; how long a server may ask us to wait before the next attempt


class Fetcher:
    """Fetches from one site at a measured pace; may be used from several threads."""

    def __init__(self, limits: Limits, named: frozenset[str]) -> None:
        """`named` are the hosts that the user wrote: the only ones that may stand in a private network."""
        self.limits = limits
        self.deadline = time.monotonic() + limits.seconds
        self.pause = limits.pause
        self._pool = httpcore.ConnectionPool(
            network_backend=Backend(named, self.deadline), max_connections=limits.workers)
        self._lock = Lock()
        self._next = 0.0

    def get(self, address: str, anywhere: bool = False) -> Answer:
        """Follow redirects within the site; `anywhere` out of it as well, for the address the user wrote.

        Raises: FetchError.
        """
        seen = {address}
        here = site(address)
        for _ in range(self.limits.redirects + 1):
            answer, target = self._attempts(address)
            if target is None:
                return answer
            if target in seen:
                raise FetchError("siden viser videre til seg selv")
            if not anywhere and site(target) != here:
                raise FetchError(f"siden viser videre til et annet nettsted: {target}")
            seen.add(target)
            address = target
        raise FetchError(f"siden viser videre mer enn {self.limits.redirects} ganger")

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def _attempts(self, address: str) -> tuple[Answer, str | None]:
        wait = self.limits.backoff
        for left in range(self.limits.retries, -1, -1):
            try:
                answer, target, asked = self._once(address)
                if answer.status not in _AGAIN or not left:
                    return answer, target
                wait = max(wait, min(asked, LONGEST_WAIT))
            except PrivateAddressError as error:
                raise FetchError(str(error)) from None
            except _TROUBLE as error:
                if not left or time.monotonic() >= self.deadline:
                    raise FetchError(_told(error)) from None
            time.sleep(max(0.0, min(wait, self.deadline - time.monotonic())))
            wait *= 2
        raise AssertionError("the last attempt returns or raises")

    def _once(self, address: str) -> tuple[Answer, str | None, float]:
        """One request: the answer, where it redirects to, and how many seconds the server asks us to wait."""
        self._take_turn()
        slow = min(15.0, self.limits.page_seconds)
        until = time.monotonic() + self.limits.page_seconds
        times = {"connect": slow, "read": slow, "write": slow, "pool": None}
        with self._pool.stream("GET", address, headers=_HEADERS, extensions={"timeout": times}) as response:
            told = {name.decode("ascii", "replace").lower(): value.decode("latin-1") for name, value in
                    response.headers}
            body = b"" if 300 <= response.status < 400 else self._body(response, told, until)
        target = resolved(told["location"], address) if response.status in (301, 302, 303, 307, 308) and \
            "location" in told else None
        kind, _, rest = told.get("content-type", "text/html").partition(";")
        charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'")
        asked = told.get("retry-after", "")
        answer = Answer(address, response.status, kind.strip().lower(), charset, body, told.get("x-robots-tag", ""))
        return answer, target, float(asked) if asked.isdigit() else 0.0

    def _body(self, response: httpcore.Response, told: dict[str, str], until: float) -> bytes:
        coding = told.get("content-encoding", "identity").strip().lower()
        if coding not in ("identity", "gzip", "x-gzip"):
            raise FetchError(f"ukjent innholdskoding «{coding}»")
        unpack = None if coding == "identity" else zlib.decompressobj(wbits=47)
        parts, size = [], 0
        try:
            for chunk in response.iter_stream():
                part = unpack.decompress(chunk, self.limits.size + 1 - size) if unpack else chunk
                size += len(part)
                if size > self.limits.size:
                    raise FetchError(f"siden er større enn {self.limits.size / 1_000_000:g} MB")
                if time.monotonic() > until:
                    raise FetchError(f"siden kom ikke innen {self.limits.page_seconds:g} sekunder")
                parts.append(part)
        except zlib.error:
            raise FetchError("siden er skadet (ugyldig gzip)") from None
        return b"".join(parts)

    def _take_turn(self) -> None:
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next)
            self._next = turn + self.pause
        if turn >= self.deadline:
            raise FetchError("tiden for hele kjøringen er ute")
        time.sleep(turn - now)


def _told(error: Exception) -> str:
    if isinstance(error, httpcore.TimeoutException):
        return "siden svarer ikke i tide"
    if isinstance(error, httpcore.ConnectError):
        return f"ingen forbindelse: {error}" if str(error) else "ingen forbindelse"
    return "forbindelsen ble brutt"
