"""Entries in; what a format writes about each, from the cache where it was written before, and the sums, out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from ipr_lint.reporters import FORMATS, Output, Piecewise
from ipr_lint.reporters.tally import Sums, Tally, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipr_lint.cache import Cache
    from ipr_lint.reporters.entry import Entry

_APART = ("rulebook", "entries", "statistics")  # of an Output: no part of what is written about one file


class Piece(msgspec.Struct, array_like=True, frozen=True):
    """What a format writes about one file (UTF-8), and what the file adds to the figures of the run."""

    tally: Tally
    text: bytes


class Desk:
    """Writes a report file by file: neither the entries nor the pieces of a long run need be held together."""

    def __init__(self, reporter: Piecewise, format_: str, output: Output, cache: Cache | None = None) -> None:
        """Pieces are kept in `cache`; not those of a plug-in's format, which may change without a new version here."""
        self._reporter = reporter
        self._output = output
        self._cache = cache if format_ in FORMATS else None
        told = [getattr(output, name) for name in output.__struct_fields__ if name not in _APART]
        self._view = msgspec.json.encode([format_, os.getcwd(), *told])  # noqa: PTH109 – pathlib is slow
        self._decode = msgspec.msgpack.Decoder(Piece).decode
        self.sums = Sums()

    def known(self, key: bytes, name: str) -> Piece | None:
        """The piece that the cache has for the entry with that key."""
        if self._cache is None or (kept := self._cache.piece(key, self._seen_as(name))) is None:
            return None
        try:
            return self._decode(kept)
        except msgspec.MsgspecError:
            return None

    def piece(self, entry: Entry, key: bytes | None = None) -> Piece:
        """The piece for an entry, now also in the cache if the entry may be kept there."""
        piece = Piece(tally(entry), self._reporter.piece(entry, self._output).encode())
        if self._cache and key:
            self._cache.put_piece(key, self._seen_as(entry.path), msgspec.msgpack.encode(piece))
        return piece

    def report(self, found: Iterable[Entry | Piece]) -> Iterator[bytes]:
        """The parts of the report; `sums` holds all files when it is written to its end."""
        return iter(self._reporter.frame(self._output, self._texts(found), self.sums))

    def _texts(self, found: Iterable[Entry | Piece]) -> Iterator[bytes]:
        for one in found:
            piece = one if isinstance(one, Piece) else self.piece(one)
            self.sums.add(piece.tally)
            yield piece.text

    def _seen_as(self, name: str) -> bytes:
        return self._view + name.encode("utf-8", "surrogateescape")
