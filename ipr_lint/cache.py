"""Entries, and what was written about them, kept under a hash of content, rules, settings, pipeline and version."""

from __future__ import annotations

import hashlib
import os
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from ipr_lint import cache_folder
from ipr_lint.config import Settings
from ipr_lint.path_patterns import matches
from ipr_lint.readers import is_address
from ipr_lint.reporters.entry import Entry
from ipr_lint.rulebook import Rulebook
from ipr_lint.version import __version__

if TYPE_CHECKING:
    import sqlite3

_NAME = "entries.sqlite3"
_FORMAT = 2
_KEPT = 14  # days; what a draft gives today is of no use for much longer, as the date counts
_BATCH = 50  # entries written at a time
_WAIT = 2.0  # seconds for another process to finish writing


class Cache:
    """A table in a file of the user's cache folder ($IPR_LINT_CACHE_DIR moves it); where it fails, runs are slower."""

    def __init__(self, book: Rulebook, settings: Settings, pipeline: str) -> None:
        self._settings = settings
        today = settings.today or date.today()
        neutral = msgspec.structs.replace(
            settings, paths=(), fail_on="error", baseline="", exclude=(), waivers=(), root="")
        self._base = hashlib.sha256()
        for part in (_FORMAT, __version__, book.digest, pipeline, today.isoformat()):
            self._base.update(f"{part}\0".encode())
        self._base.update(msgspec.json.encode(neutral, order="sorted"))
        self._decode = msgspec.json.Decoder(Entry).decode
        self._new: list[tuple[bytes, int, bytes]] = []
        self._table: sqlite3.Connection | None = None

    def key(self, name: str, content: bytes) -> bytes:
        """The key of a draft of that name and content."""
        digest = self._base.copy()
        waivers = [waiver for waiver in self._settings.waivers if matches(self._settings.named(name), waiver.files)]
        digest.update(msgspec.json.encode([self._settings.tables(name), waivers]))
        kind = "page" if is_address(name) else os.path.splitext(name)[1].lower()  # noqa: PTH122 – pathlib is slow
        digest.update(f"\0{kind}\0".encode() + content)
        return digest.digest()[:20]

    def has(self, key: bytes) -> bool:
        """Whether there is an entry under that key."""
        return self._row("1", key) is not None

    def get(self, key: bytes, name: str) -> Entry | None:
        """What was found then, under the name the draft has now."""
        row = self._row("entry", key)
        try:
            entry = self._decode(row) if row is not None else None
        except msgspec.MsgspecError:
            return None
        if entry is not None:
            entry.path = name
        return entry

    def put(self, key: bytes, entry: Entry) -> None:
        """Keep an entry; it is written with the next ones, or by `close`."""
        self._put(key, msgspec.json.encode(entry))

    def piece(self, key: bytes, view: bytes) -> bytes | None:
        """What was written about the entry with that key in the same view: format, options, name."""
        piece: bytes | None = self._row("entry", _viewed(key, view))
        return piece

    def put_piece(self, key: bytes, view: bytes, piece: bytes) -> None:
        """Keep what was written about an entry."""
        self._put(_viewed(key, view), piece)

    def close(self) -> None:
        """Write what is left to write."""
        if self._new:
            self._write()
        if self._table is not None:
            self._table.close()
            self._table = None

    def _row(self, column: str, key: bytes) -> Any:
        """None where there is none, or no table to look in."""
        import sqlite3

        try:
            row = self._opened().execute(f"SELECT {column} FROM entries WHERE key = ?", (key,)).fetchone()  # noqa: S608
        except (OSError, sqlite3.Error):
            return None
        return row[0] if row else None

    def _put(self, key: bytes, row: bytes) -> None:
        self._new.append((key, int(time.time() // 86400), row))
        if len(self._new) >= _BATCH:
            self._write()

    def _write(self) -> None:
        import sqlite3

        new, self._new = self._new, []
        try:
            with self._opened() as table:
                table.execute("DELETE FROM entries WHERE day < ?", (new[0][1] - _KEPT,))
                table.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", new)
        except sqlite3.OperationalError:  # locked, read-only, full: the next run is only slower
            return
        except (OSError, sqlite3.DatabaseError):  # no longer a database
            self._table = None
            cache_folder.remove(_NAME)

    def _opened(self) -> sqlite3.Connection:
        """Raises: OSError, sqlite3.Error."""
        import sqlite3

        if self._table is None:
            folder = cache_folder.folder()
            folder.mkdir(parents=True, exist_ok=True)
            self._table = sqlite3.connect(folder / _NAME, timeout=_WAIT)
            self._table.execute("PRAGMA synchronous = OFF")  # a table lost in a power cut is made again
            self._table.execute("CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, day INTEGER, entry BLOB)")
        return self._table


def _viewed(key: bytes, view: bytes) -> bytes:
    return hashlib.sha256(key + view).digest()[:20]
