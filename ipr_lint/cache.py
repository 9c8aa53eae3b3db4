"""Entries kept under a hash of content, rules, settings, pipeline and version, so that unchanged drafts are quick."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import msgspec

from ipr_lint import cache_folder
from ipr_lint.config import Settings, matches
from ipr_lint.reporters.located import Entry
from ipr_lint.rulebook import Rulebook
from ipr_lint.version import __version__

_FORMAT = 1


class Cache:
    """One JSON file per draft in the user's cache folder ($IPR_LINT_CACHE_DIR moves it)."""

    def __init__(self, book: Rulebook, settings: Settings, pipeline: str) -> None:
        self._settings = settings
        today = settings.today or date.today()
        neutral = msgspec.structs.replace(settings, paths=(), fail_on="error", baseline="", exclude=(), waivers=())
        self._base = hashlib.sha256()
        for part in (_FORMAT, __version__, book.digest, pipeline, today.isoformat()):
            self._base.update(f"{part}\0".encode())
        self._base.update(msgspec.json.encode(neutral, order="sorted"))

    def key(self, draft: tuple[str, bytes | None]) -> str | None:
        """The key of a draft; None if it can't be read."""
        name, data = draft
        try:
            content = Path(name).read_bytes() if data is None else data
        except OSError:
            return None
        digest = self._base.copy()
        waivers = [waiver for waiver in self._settings.waivers if matches(name, waiver.files)]
        digest.update(msgspec.json.encode([self._settings.tables(name), waivers]))
        digest.update(f"\0{Path(name).suffix.lower()}\0".encode() + content)
        return digest.hexdigest()[:40]

    def get(self, key: str, name: str) -> Entry | None:
        """What was found then, under the name the draft has now."""
        try:
            entry = msgspec.json.decode(self._path(key).read_bytes(), type=Entry)
        except (OSError, msgspec.MsgspecError):
            return None
        entry.path = name
        return entry

    def put(self, key: str, entry: Entry) -> None:
        """Keep an entry."""
        cache_folder.write(self._path(key), [msgspec.json.encode(entry)])

    @staticmethod
    def _path(key: str) -> Path:
        return cache_folder.folder() / "entries" / key[:2] / f"{key[2:]}.json"
