"""New content for a file in; the file replaced as a whole, or an error that leaves it as it was, out."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


class ChangedError(Exception):
    """Somebody else changed the file in the meantime."""


def replace_content(path: Path, before: bytes, after: bytes) -> None:
    """Write `after` beside the file and move it into its place; links, mode and owner's rights stay.

    Raises: OSError; ChangedError, if the file no longer holds `before`.
    """
    target = path.resolve()
    mode = target.stat().st_mode & 0o7777
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "filen er skrivebeskyttet")
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        if target.read_bytes() != before:
            raise ChangedError("filen ble endret av noe annet imens")
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
