"""Pages of the web as drafts: the channel they are for, and the posts of a WordPress export among the paths."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ipr_lint.cli.run import Draft
from ipr_lint.config import PathTable, Settings

CHANNEL = "nettsak"  # what a page is unless the page or the configuration says otherwise
_PAGES = ("http://*", "https://*", "*.xml/*")


def as_pages(settings: Settings) -> Settings:
    """The settings, with the channel of web pages for those that say nothing else."""
    return msgspec.structs.replace(settings, paths=(PathTable(_PAGES, channel=CHANNEL), *settings.paths))


def is_export(path: str) -> bool:
    """Whether a path may be a WordPress export."""
    return Path(path).suffix.lower() == ".xml"


def posts(paths: list[str]) -> tuple[list[Draft], list[tuple[str, str]]]:
    """The posts of these exports, and what is wrong with those that can't be read."""
    from ipr_lint.model import UnreadableError
    from ipr_lint.readers import wxr

    found: list[Draft] = []
    errors = []
    for path in paths:
        try:
            found += [(post.name, post.data) for post in wxr.posts(Path(path))]
        except UnreadableError as error:
            errors.append((path, str(error)))
    return found, errors
