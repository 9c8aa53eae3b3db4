"""Where everything that may be thrown away is kept, and how it is written: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def folder() -> Path:
    """$IPR_LINT_CACHE_DIR, else the user's cache folder."""
    if told := os.environ.get("IPR_LINT_CACHE_DIR"):
        return Path(told)
    from platformdirs import user_cache_path

    return user_cache_path("ipr-lint")


def remove(name: str) -> None:
    """Throw away one file of the folder."""
    try:
        (folder() / name).unlink(missing_ok=True)
    except OSError:
        return


def write(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file in one step; where that can't be done, the next run is only slower."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.writelines(parts)
        Path(file.name).replace(path)
    except OSError:
        return
