"""A git revision -> only the findings in blocks that were not in the draft then."""

from __future__ import annotations

import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import msgspec

from ipr_lint import readers
from ipr_lint.config import ConfigError
from ipr_lint.model import FileReport, UnreadableError


def only_changed(report: FileReport, ref: str) -> FileReport:
    """The report less the findings in unchanged blocks; document-wide ones stay if anything at all changed.

    A draft that was not there at `ref`, or could not be read then, is all new. Raises: ConfigError for a bad `ref`.
    """
    document = report.document
    before = _content(Path(report.path), ref)
    if document is None or before is None:
        return report
    try:
        old = readers.read(Path(report.path), data=before)
    except UnreadableError:
        return report
    known = Counter((block.kind, block.text) for block in old.blocks)
    changed = set()
    for block in document.blocks:
        key = (block.kind, block.text)
        known[key] -= 1
        if known[key] < 0:
            changed.add(block.id)
    gone = any(count > 0 for count in known.values())
    kept = [f for f in report.findings if (f.span.block in changed if f.span else bool(changed) or gone)]
    return msgspec.structs.replace(report, findings=tuple(kept))


def check_ref(ref: str, folder: Path) -> None:
    """Raises: ConfigError, when git does not know the revision."""
    done = _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"], folder)
    if done.returncode:
        raise ConfigError(f"--diff-base: git kjenner ikke «{ref}» i {folder}")


def _content(path: Path, ref: str) -> bytes | None:
    """What the draft said at `ref`, under the name it had then."""
    path = path.resolve()
    done = _git(["show", f"{ref}:./{path.name}"], path.parent)
    if done.returncode:
        top = _git(["rev-parse", "--show-toplevel"], path.parent).stdout.decode().strip()
        before = _renamed(Path(top), ref).get(path) if top else None
        if before is None:
            return None
        done = _git(["show", f"{ref}:{before}"], path.parent)
    return done.stdout if done.returncode == 0 else None


@cache
def _renamed(top: Path, ref: str) -> dict[Path, str]:
    """The files of a repository that git takes for renamed since `ref`, with their names then (from the top)."""
    done = _git(["diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", ref], top)
    parts = iter(done.stdout.decode("utf-8", "surrogateescape").split("\0"))
    return {top.resolve() / new: old for _, old, new in zip(parts, parts, parts, strict=False)}


def _git(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise ConfigError(f"--diff-base: git kan ikke kjøres: {error.strerror}") from None
