"""Findings known from before -> marked as suppressed; the rest is new. Keyed on rule, path and fingerprint."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click
import msgspec

from ipr_lint.config import ConfigError
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.rows import relative

Key = tuple[str, str, str]


class File(msgspec.Struct, forbid_unknown_fields=True):
    """ipr-lint-baseline.json: [path, rule, fingerprint, count] rows, sorted."""

    version: int
    findings: list[tuple[str, str, str, int]]


def apply(found: list[Entry], path: Path, prune: bool, not_run: frozenset[str] = frozenset()) -> None:
    """Mark known findings as suppressed by the baseline; say on standard error what it knows that is gone.

    Nothing can be said of the rules that were `not_run`. Raises: ConfigError, when the file can't be read.
    """
    known = _read(path)
    left = _mark(found, known, path)
    linted = {relative(entry.path) for entry in found if entry.error is None}
    stale = +Counter({key: count for key, count in left.items()
                      if key[1] not in not_run and (key[0] in linted or not Path(key[0]).exists())})
    if not stale:
        return
    if prune:
        _write(path, known - stale)
        click.echo(f"ipr-lint: strøk {stale.total()} funn som ikke lenger finnes, fra {path}", err=True)
    else:
        click.echo(f"ipr-lint: {path} har {stale.total()} funn som ikke lenger finnes; --prune-baseline stryker dem",
                   err=True)


def mark(found: list[Entry], path: Path) -> None:
    """Mark known findings as suppressed by the baseline, and say nothing. Raises: ConfigError."""
    _mark(found, _read(path), path)


def _mark(found: list[Entry], known: Counter[Key], path: Path) -> Counter[Key]:
    """Mark them; what the baseline knows beyond them is returned."""
    left = Counter(known)
    for entry in found:
        for finding in entry.findings:
            key = _key(entry, finding)
            if left[key] and not finding["suppressed"]:
                left[key] -= 1
                finding["suppressed"] = {"by": "baseline", "reason": path.name}
    return left


def write(found: list[Entry], path: Path) -> int:
    """Write all findings that are not suppressed as known, and say how many they are. Raises: ConfigError."""
    counts = Counter(_key(entry, finding) for entry in found for finding in entry.findings if not finding["suppressed"])
    _write(path, counts)
    return counts.total()


def _key(entry: Entry, finding: dict[str, Any]) -> Key:
    return relative(entry.path), finding["rule"], finding["fingerprint"]


def _read(path: Path) -> Counter[Key]:
    try:
        file = msgspec.json.decode(path.read_bytes(), type=File)
    except FileNotFoundError:
        raise ConfigError(f"{path}: baseline-filen finnes ikke; lag den med --write-baseline") from None
    except (OSError, msgspec.MsgspecError) as error:
        raise ConfigError(f"{path}: ventet en baseline-fil: {error}") from None
    return Counter({(one, rule, print_): count for one, rule, print_, count in file.findings})


def _write(path: Path, counts: Counter[Key]) -> None:
    file = File(1, sorted((*key, count) for key, count in counts.items() if count > 0))
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n")
    except OSError as error:
        raise ConfigError(f"{path}: kan ikke skrives: {error.strerror}") from None
