"""Entries -> the figures of a whole run: findings by rule, LIX, key messages, the share of right names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

import msgspec

from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.words import LIX_BANDS, TOTALS_WORDS


class RuleTotal(msgspec.Struct, frozen=True):
    """How often a rule fired at a level, and in how many drafts."""

    rule: str
    level: str
    findings: int
    files: int


class LixTotal(msgspec.Struct, frozen=True):
    """LIX over the drafts that have one; `bands` counts them by the upper limits 30, 40, 50, 60 and above."""

    files: int
    lowest: float
    median: float
    highest: float
    bands: tuple[int, ...]


class MessageTotal(msgspec.Struct, frozen=True):
    """In how many of the drafts that were looked at a key message is referred to, and in how many it is denied."""

    id: str
    files: int
    contradicted: int
    checked: int


class NamesTotal(msgspec.Struct, frozen=True):
    """Mentions of the organisation or the area, how many are named as page 1 of the strategy wants it, and where.

    `share` is right/mentions, between 0 and 1; `files` have mentions, and `clean` of those only right ones.
    """

    mentions: int
    right: int
    share: float
    files: int
    clean: int


class Totals(msgspec.Struct, frozen=True):
    """The figures of a run; None where no draft gave any."""

    files: int
    rules: tuple[RuleTotal, ...]
    lix: LixTotal | None
    messages: tuple[MessageTotal, ...]
    names: NamesTotal | None


def totals(entries: Sequence[Entry]) -> Totals:
    """Count over all drafts that could be read; suppressed findings do not count."""
    read = [entry for entry in entries if entry.error is None]
    return Totals(len(read), _rules(read), _lix(read), _messages(read), _names(read))


def lix_told(lix: LixTotal, language: str) -> str:
    """«LIX: median 41,2, fra 30,1 til 55,0»."""
    shown = {name: f"{getattr(lix, name):.1f}" for name in ("median", "lowest", "highest")}
    if language == "nb":
        shown = {name: value.replace(".", ",") for name, value in shown.items()}
    return TOTALS_WORDS[language]["lix"].format(**shown)


def names_told(names: NamesTotal, language: str) -> str:
    """«36 av 55 omtaler er riktige (65 %) …»."""
    return TOTALS_WORDS[language]["names"].format(
        right=names.right, mentions=names.mentions, share=int(names.share * 100), clean=names.clean, files=names.files)


def _rules(entries: Sequence[Entry]) -> tuple[RuleTotal, ...]:
    found: Counter[tuple[str, str]] = Counter()
    files: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        for finding in entry.findings:
            if not finding["suppressed"]:
                key = finding["rule"], finding["level"]
                found[key] += 1
                files[key].add(number)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(RuleTotal(*key, count, len(files[key])) for key, count in ranked)


def _lix(entries: Sequence[Entry]) -> LixTotal | None:
    values = sorted(value for entry in entries if isinstance(value := entry.metrics.get("lix"), int | float))
    if not values:
        return None
    limits = [band[0] for band in LIX_BANDS]
    bands = Counter(next(number for number, limit in enumerate(limits) if value < limit or number == len(limits) - 1)
                    for value in values)
    return LixTotal(len(values), values[0], round(median(values), 1), values[-1],
                    tuple(bands[number] for number in range(len(limits))))


def _messages(entries: Sequence[Entry]) -> tuple[MessageTotal, ...]:
    found: dict[str, list[int]] = {}
    for entry in entries:
        for message in entry.messages:
            counts = found.setdefault(message["id"], [0, 0, 0])
            counts[0] += bool(message["found"])
            counts[1] += bool(message["contradicted"])
            counts[2] += bool(message["checked"])
    return tuple(MessageTotal(id_, *counts) for id_, counts in sorted(found.items()) if counts[2])


def _names(entries: Sequence[Entry]) -> NamesTotal | None:
    pairs = [(int(entry.metrics["names"]), int(entry.metrics["names_right"])) for entry in entries
             if entry.metrics.get("names")]
    mentions, right = (sum(column) for column in zip(*pairs, strict=True)) if pairs else (0, 0)
    if not mentions:
        return None
    return NamesTotal(mentions, right, round(right / mentions, 3), len(pairs), sum(all_ == ok for all_, ok in pairs))
