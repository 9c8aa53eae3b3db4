"""Path or bytes -> Document: picks the reader by suffix."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Protocol, cast

from ipr_lint.model import Document, UnreadableError


class Reader(Protocol):
    """A reader module: `read(data, path)` makes a Document or raises UnreadableError."""

    def read(self, data: bytes, path: str) -> Document:
        """Raises: UnreadableError, with what was expected."""


_MODULES = {
    ".docx": "docx", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".txt": "text",
}
SUFFIXES = tuple(_MODULES)
MAX_BYTES = 20_000_000


def read(path: Path, name: str | None = None, data: bytes | None = None, docx_view: str = "accepted") -> Document:
    """Read a draft; `name` is what the report calls it, `data` its content where it is no file (standard input).

    `docx_view` is how the tracked changes of a Word file are read: accepted or original.

    Raises: UnreadableError.
    """
    shown = name or str(path)
    suffix = ".html" if is_address(shown) else Path(shown).suffix.lower()
    if suffix == ".doc":
        raise UnreadableError("gammelt Word-format (.doc); lagre utkastet som .docx og prøv igjen")
    if suffix in (".docm", ".dotm"):
        raise UnreadableError(f"Word-fil med makroer ({suffix}); lagre utkastet som .docx og prøv igjen")
    if suffix not in _MODULES:
        raise UnreadableError(f"ukjent filtype «{suffix}»; ventet {', '.join(SUFFIXES)}")
    content = _content(path) if data is None else data
    _check_size(len(content))
    if not content.strip():
        raise UnreadableError("filen er tom; ventet et utkast med tekst")
    if suffix == ".docx":
        from ipr_lint.readers import docx

        return docx.read(content, shown, "original" if docx_view == "original" else "accepted")
    reader = cast(Reader, importlib.import_module(f"ipr_lint.readers.{_MODULES[suffix]}"))
    return reader.read(content, shown)


def is_address(name: str) -> bool:
    """Whether a draft is called by its address on the web: such a draft is a page."""
    return name.startswith(("http://", "https://"))


def _content(path: Path) -> bytes:
    try:
        _check_size(path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("filen finnes ikke") from None
    except OSError as error:
        raise UnreadableError(f"filen kan ikke leses: {error.strerror}") from None


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise UnreadableError(f"filen er for stor ({size / 1_000_000:.0f} MB); grensen er {limit} MB")
