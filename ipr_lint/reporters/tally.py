"""Entry -> Tally, what one file adds to the figures of a run; Tallies -> Sums, all that is kept of a long report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec

from ipr_lint.reporters.entry import Entry


class Tally(msgspec.Struct, array_like=True):
    """The figures of one file; `rules` has rule, level and number of the findings that are not suppressed."""

    path: str
    error: str | None
    crashed: tuple[str, ...]
    suppressed: int
    rules: list[tuple[str, str, int]]
    lix: float | None
    names: tuple[int, int] | None  # mentions, and the right ones among them
    messages: list[tuple[str, bool, bool, bool]]  # id, found, contradicted, checked


def tally(entry: Entry) -> Tally:
    """Count the findings of one file."""
    shown = Counter((f["rule"], f["level"]) for f in entry.findings if not f["suppressed"])
    lix, figures = entry.metrics.get("lix"), entry.metrics
    return Tally(
        entry.path, entry.error, entry.crashed, len(entry.findings) - shown.total(),
        [(rule, level, count) for (rule, level), count in shown.items()],
        float(lix) if isinstance(lix, int | float) else None,
        (int(figures["names"]), int(figures["names_right"])) if figures.get("names") else None,
        [(m["id"], bool(m["found"]), bool(m["contradicted"]), bool(m["checked"])) for m in entry.messages],
    )


class Sums:
    """Adds up tallies. A run of ten thousand pages keeps these instead of their entries: that memory stays flat."""

    def __init__(self) -> None:
        self.files = self.unreadable = self.suppressed = 0
        self.levels: Counter[str] = Counter()
        self.failures: list[str] = []  # «path: error» of each file that can't be read
        self.crashes: dict[str, list[str]] = {}  # crash -> paths
        # Of those that can be read:
        self.findings: Counter[tuple[str, str]] = Counter()  # by rule and level
        self.drafts: Counter[tuple[str, str]] = Counter()  # that have findings of this rule and level
        self.lix: list[float] = []
        self.names: list[tuple[int, int]] = []
        self.messages: dict[str, list[int]] = {}  # id -> found, contradicted, checked

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Sums:
        """The sums of these files."""
        sums = cls()
        for entry in entries:
            sums.add(tally(entry))
        return sums

    def add(self, one: Tally) -> None:
        """Count one more file."""
        self.files += 1
        self.suppressed += one.suppressed
        for _, level, count in one.rules:
            self.levels[level] += count
        for crash in one.crashed:
            self.crashes.setdefault(crash, []).append(one.path)
        if one.error is not None:
            self.unreadable += 1
            self.failures.append(f"{one.path}: {one.error}")
            return
        for rule, level, count in one.rules:
            self.findings[rule, level] += count
            self.drafts[rule, level] += 1
        self.lix += [one.lix] if one.lix is not None else []
        self.names += [one.names] if one.names else []
        for id_, *said in one.messages:
            counts = self.messages.setdefault(id_, [0, 0, 0])
            for place, yes in enumerate(said):
                counts[place] += yes

    def summary(self) -> dict[str, Any]:
        """Counts over all files, as the JSON report has them; suppressed findings count only as such."""
        return {"files": self.files, "unreadable": self.unreadable,
                **{level: self.levels[level] for level in ("error", "warning", "suggestion")},
                "suppressed": self.suppressed}
