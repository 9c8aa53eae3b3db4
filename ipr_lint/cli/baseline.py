"""Findings known from before -> marked as suppressed; the rest is new. Keyed on rule, path and fingerprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from ipr_lint.config import ConfigError
from ipr_lint.path_patterns import within
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.rows import relative

Key = tuple[str, str, str]


class File(msgspec.Struct, forbid_unknown_fields=True):
    """ipr-lint-baseline.json: [path, rule, fingerprint, count] rows, sorted."""

    version: int
    findings: list[tuple[str, str, str, int]]


def through(
    entries: Iterable[Entry], path: Path, prune: bool, not_run: frozenset[str] = frozenset()
) -> Iterator[Entry]:
    """The entries one by one, known findings marked as suppressed; at the end, on standard error, what is gone.

    Nothing can be said of the rules that were `not_run`. Raises: ConfigError, when the file can't be read.
    """
    known = _read(path)
    left, linted = Counter(known), set[str]()
    for entry in entries:
        _mark(entry, left, path)
        if entry.error is None:
            linted.add(_name(entry, path))
        yield entry
    stale = +Counter({key: count for key, count in left.items()
                      if key[1] not in not_run and (key[0] in linted or not _is_there(key, path))})
    if stale and prune:
        _write(path, known - stale)
        click.echo(f"ipr-lint: strøk {stale.total()} funn som ikke lenger finnes, fra {path}", err=True)
    elif stale:
        click.echo(f"ipr-lint: {path} har {stale.total()} funn som ikke lenger finnes; --prune-baseline stryker dem",
                   err=True)


def written(entries: Iterable[Entry], path: Path, not_run: frozenset[str] = frozenset()) -> Iterator[Entry]:
    """The entries one by one, all findings marked as known; at the end they are written. Raises: ConfigError.

    What the file knows of other drafts that are still there, and of the rules that were `not_run`, stays in it.
    """
    counts, linted = Counter[Key](), set[str]()
    for entry in entries:
        here = Counter(_key(entry, finding, path) for finding in entry.findings if not finding["suppressed"])
        counts.update(here)
        linted.add(_name(entry, path))
        _mark(entry, here, path)
        yield entry
    before = _read(path) if path.exists() else Counter[Key]()
    kept = {key: count for key, count in before.items()
            if _is_there(key, path) and (key[0] not in linted or key[1] in not_run)}
    _write(path, counts + Counter(kept))
    click.echo(f"ipr-lint: skrev {counts.total()} funn til {path}", err=True)


def mark(found: Iterable[Entry], path: Path) -> None:
    """Mark known findings as suppressed by the baseline, and say nothing. Raises: ConfigError."""
    left = _read(path)
    for entry in found:
        _mark(entry, left, path)


def _mark(entry: Entry, left: Counter[Key], path: Path) -> None:
    """Mark the findings of an entry that are left of the baseline, and take them from it."""
    for finding in entry.findings:
        key = _key(entry, finding, path)
        if left[key] > 0 and not finding["suppressed"]:
            left[key] -= 1
            finding["suppressed"] = {"by": "baseline", "reason": path.name}


def _key(entry: Entry, finding: dict[str, Any], path: Path) -> Key:
    return _name(entry, path), finding["rule"], finding["fingerprint"]


def _name(entry: Entry, path: Path) -> str:
    """The draft as seen from the folder of the baseline, wherever the run was started."""
    return within(str(path.resolve().parent), relative(entry.path))


def _is_there(key: Key, path: Path) -> bool:
    return (path.resolve().parent / key[0]).exists()


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
