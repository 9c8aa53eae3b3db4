"""Paths from the command line -> the drafts to read: folders walked, .gitignore and excludes honoured."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ipr_lint.path_patterns import matches
from ipr_lint.readers import SUFFIXES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from ipr_lint.config import Settings


@dataclass(frozen=True)
class _Ignore:
    """A .gitignore file: where the folder it stands in begins in our paths, and what a path is called from there."""

    root: Path
    spec: GitIgnoreSpec
    prefix: str = ""

    def ignores(self, path: Path, is_folder: bool) -> bool:
        relative = self.prefix + path.relative_to(self.root).as_posix()
        return self.spec.match_file(relative + "/" if is_folder else relative)


Specs = tuple[_Ignore, ...]


def drafts(paths: Iterable[str], settings: Settings, force_exclude: bool) -> Iterator[tuple[Path, str | None]]:
    """Each draft once, in the order given and sorted within folders, with an error where there is none to read.

    A file that is named is read even if excluded, unless `force_exclude` (what pre-commit wants).
    """
    seen: set[Path] = set()
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found = [draft for draft in _walk(path, _inherited(path)) if not is_excluded(draft, settings)]
            if not found:
                yield path, f"mappen har ingen utkast; ventet filer av typen {', '.join(SUFFIXES)}"
        else:
            found = [path] if not (force_exclude and is_excluded(path, settings)) else []
        for draft in found:
            if draft not in seen:
                seen.add(draft)
                yield draft, None


def is_excluded(path: Path, settings: Settings) -> bool:
    """Whether a configuration leaves a draft out."""
    return bool(settings.exclude) and matches(settings.named(str(path)), settings.exclude)


def _walk(folder: Path, specs: Specs) -> Iterator[Path]:
    if spec := _spec(folder):
        specs = (*specs, _Ignore(folder, spec))
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        path = Path(entry.path)
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith((".", "~$")) or any(spec.ignores(path, is_folder) for spec in specs):
            continue
        if is_folder:
            yield from _walk(path, specs)
        elif path.suffix.lower() in SUFFIXES and entry.is_file():
            yield path


def _spec(folder: Path) -> GitIgnoreSpec | None:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def _inherited(folder: Path) -> Specs:
    """The .gitignore files above a folder, up to the root of its git checkout."""
    full = folder.resolve()
    above: list[Path] = []
    for parent in full.parents:
        if ((above[-1] if above else full) / ".git").exists():
            break
        above.append(parent)
    else:
        return ()
    found = ((parent, _spec(parent)) for parent in reversed(above))
    return tuple(_Ignore(folder, spec, f"{full.relative_to(parent).as_posix()}/") for parent, spec in found if spec)
