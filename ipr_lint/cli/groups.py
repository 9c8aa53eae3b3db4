"""Drafts of several folders -> those that share a configuration together: the nearest one above each counts for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ipr_lint import config
from ipr_lint.cli.files import is_excluded
from ipr_lint.cli.options import settings_of
from ipr_lint.config import Settings

Draft = tuple[str, bytes | None]


def by_configuration(
    drafts: list[Draft], named: frozenset[str], settings: Settings, start: Path, options: dict[str, Any]
) -> list[tuple[Settings, list[Draft]]]:
    """Settings and their drafts, those of `settings` (the configuration at or above `start`) first.

    What is told on the command line counts for all. A nested configuration excludes what was not `named`.
    Raises: ConfigError, click.UsageError.
    """
    if options.get("config_"):
        return [(settings, drafts)]
    main, nearest = config.find(start), dict[Path, Path | None]()
    groups: dict[Path | None, list[Draft]] = {main: []}
    for draft in drafts:
        folder = Path(draft[0]).parent
        if draft[1] is None and folder not in nearest:
            nearest[folder] = config.find(folder)
        groups.setdefault(main if draft[1] is not None else nearest[folder], []).append(draft)
    found = [(settings, groups.pop(main))]
    for path, some in groups.items():
        own, _ = settings_of(options, path.parent if path else Path(some[0][0]).parent)
        kept = [one for one in some if not is_excluded(Path(one[0]), own)
                or (one[0] in named and not options["force_exclude"])]
        found.append((own, kept))
    return [group for group in found if group[1]] or found[:1]
