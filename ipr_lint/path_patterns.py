"""Paths as a configuration or a baseline names them: from its own folder, wherever a run was started."""

from __future__ import annotations

import os
import re
from functools import lru_cache


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path (or its tail) matches one of the glob patterns; `**` crosses folders."""
    clean = path.replace("\\", "/").removeprefix("./")
    return any(_regex(pattern).search(clean) for pattern in patterns)


def within(root: str, path: str) -> str:
    """A path from a folder, with slashes; as it is told where it lies outside, or is no path («https://…»)."""
    if "://" in path:
        return path
    folder, name = os.path.split(path)
    there = os.path.relpath(os.path.join(_real(os.path.abspath(folder)), name), root)  # noqa: PTH100, PTH118 – pathlib is slow
    return path if there.startswith("..") else there.replace(os.sep, "/")


@lru_cache(maxsize=4000)
def _real(folder: str) -> str:
    return os.path.realpath(folder)


@lru_cache(maxsize=1000)
def _regex(pattern: str) -> re.Pattern[str]:
    import fnmatch

    translated = fnmatch.translate(pattern.removeprefix("./")).replace("(?s:", "(?s:(?:^|.*/)", 1)
    return re.compile(translated)
