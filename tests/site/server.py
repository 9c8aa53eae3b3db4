"""A web site on loopback, with everything that goes wrong on the web."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """What one path answers; `after` seconds of silence first, `drip` seconds between the bytes of the body."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    fails: int = 0  # how many times it answers 503 first
    repeat: int = 1  # the body so many times over


@dataclass
class Site:
    """A running site: its address, and how often each path was asked for."""

    address: str
    replies: dict[str, Reply]
    asked: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)


def page(text: str, *links: str, lang: str = "nb") -> Reply:
    """A page with a heading, one paragraph and links."""
    linked = "".join(f'<a href="{link}">{link}</a> ' for link in links)
    return Reply(f'<html lang="{lang}"><main><h1>Side</h1><p>{text}</p></main><footer>{linked}</footer>'.encode())


def redirect(target: str) -> Reply:
    return Reply(status=302, headers={"Location": target})


def packed(reply: Reply) -> Reply:
    return Reply(gzip.compress(reply.body), headers={"Content-Encoding": "gzip"})


@contextmanager
def served(replies: dict[str, Reply]) -> Iterator[Site]:
    """Serve until the end of the block."""
    site = Site("", replies)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked[self.path] += 1
            site.agents.add(self.headers["User-Agent"])
            reply = site.replies.get(self.path, Reply(b"borte", 404))
            if site.asked[self.path] <= reply.fails:
                reply = Reply(status=503)
            self.send_response(reply.status)
            size = len(reply.body) * reply.repeat
            for name, value in {"Content-Type": reply.kind, "Content-Length": str(size), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for _ in range(reply.repeat):
                    self.wfile.write(reply.body)
                    if reply.drip:
                        self.wfile.flush()
                        time.sleep(reply.drip)
            except OSError:
                self.close_connection = True  # the other side had enough

        def log_message(self, format: str, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        site.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
