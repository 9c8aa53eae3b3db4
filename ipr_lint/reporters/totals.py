"""Sums -> the figures of a whole run: findings by rule, LIX, key messages, the share of right names."""

from __future__ import annotations

from collections import Counter
from statistics import median

import msgspec

from ipr_lint.reporters.tally import Sums
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


def totals(sums: Sums) -> Totals:
    """The figures of all drafts that could be read; suppressed findings do not count."""
    return Totals(sums.files - sums.unreadable, _rules(sums), _lix(sums.lix), _messages(sums), _names(sums.names))


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


def _rules(sums: Sums) -> tuple[RuleTotal, ...]:
    ranked = sorted(sums.findings.items(), key=lambda item: (-item[1], item[0]))
    return tuple(RuleTotal(*key, count, sums.drafts[key]) for key, count in ranked)


def _lix(found: list[float]) -> LixTotal | None:
    if not found:
        return None
    values, limits = sorted(found), [band[0] for band in LIX_BANDS]
    bands = Counter(next(number for number, limit in enumerate(limits) if value < limit or number == len(limits) - 1)
                    for value in values)
    return LixTotal(len(values), values[0], round(median(values), 1), values[-1],
                    tuple(bands[number] for number in range(len(limits))))


def _messages(sums: Sums) -> tuple[MessageTotal, ...]:
    return tuple(MessageTotal(id_, *counts) for id_, counts in sorted(sums.messages.items()) if counts[2])


def _names(pairs: list[tuple[int, int]]) -> NamesTotal | None:
    mentions, right = (sum(column) for column in zip(*pairs, strict=True)) if pairs else (0, 0)
    if not mentions:
        return None
    return NamesTotal(mentions, right, round(right / mentions, 3), len(pairs), sum(all_ == ok for all_, ok in pairs))
