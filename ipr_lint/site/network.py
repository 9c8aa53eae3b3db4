"""A host to connect to in; a connection that never leads into a private network, and never outlasts the run, out."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterable
from typing import Any

import httpcore

Options = Iterable[Any] | None
_LAST_32_BITS = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::/96")))  # RFC 6052, 4291
_LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")  # RFC 8215: leads wherever the local network says


class PrivateAddressError(Exception):
    """A host leads into a private or local network although nobody named it."""


class Backend(httpcore.NetworkBackend):
    """Resolves a name once, checks every address, and connects to what was checked.

    `named` hosts are the ones the user wrote, and may be anywhere. After `deadline` (time.monotonic) nothing is read.
    """

    def __init__(self, named: frozenset[str], deadline: float) -> None:
        self._named = named
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
                    socket_options: Options = None) -> httpcore.NetworkStream:
        """Raises: PrivateAddressError, httpcore.ConnectError."""
        addresses = _addresses(host, port)
        if host not in self._named and not all(_is_public(address) for address in addresses):
            raise PrivateAddressError(f"{host} er en adresse i et privat nett")
        failed: httpcore.ConnectError | None = None
        for address in addresses:
            try:
                stream = self._plain.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
                return _Bounded(stream, self)
            except httpcore.ConnectError as error:
                failed = error
        raise failed or httpcore.ConnectError(f"{host} har ingen adresse")

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def left(self, timeout: float | None) -> float:
        """The timeout, cut to what is left of the run. Raises: httpcore.ReadTimeout, when nothing is."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("tiden for hele kjøringen er ute")
        return left if timeout is None else min(left, timeout)


class _Bounded(httpcore.NetworkStream):
    """A connection whose reads end with the run, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, backend: Backend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None,
                  timeout: float | None = None) -> httpcore.NetworkStream:
        left = self._backend.left(timeout)
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, left), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore.ConnectError(f"{host} finnes ikke: {error.strerror}") from None
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def _is_public(address: str) -> bool:
    one = ipaddress.ip_address(address.partition("%")[0])
    inner = _embedded(one) if isinstance(one, ipaddress.IPv6Address) else None
    if one in _LOCAL_NAT64:
        return False
    return all(each.is_global and not each.is_multicast for each in (one, inner) if each is not None)


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a gateway would make of an IPv6 one: mapped, 6to4, Teredo, NAT64 and the old ::/96."""
    if any(address in network for network in _LAST_32_BITS):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
