"""Rulebook, and a linted draft if there is one -> the strategy's measures, each with what the draft shows of it."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

from ipr_lint.engine.selection import is_off
from ipr_lint.facts import Texts
from ipr_lint.facts.strategy import Measure, Part, Strategy
from ipr_lint.model import Context, FileReport
from ipr_lint.rulebook import Rule, Rulebook

Status = Literal["error", "warning", "suggestion", "ok", "unchecked", "human", "listed"]
_WORST: tuple[Status, ...] = ("error", "warning", "suggestion", "ok", "unchecked")


class RuleResult(msgspec.Struct, frozen=True):
    """One rule of a measure: `unchecked` when it is off for this draft or could give no verdict, for `reason`."""

    id: str
    status: Status
    count: int = 0
    reason: str = ""


class Row(msgspec.Struct, frozen=True):
    """One measure; `human` when no rule checks it, `listed` without a draft."""

    id: str
    strategy: str
    group: str
    text: str
    status: Status
    rules: tuple[RuleResult, ...]
    reason: str = ""
    reminder: str = ""


class Matrix(msgspec.Struct, frozen=True):
    """The strategy with its rows; `heads` are the four strategies with name and text."""

    title: str
    period: str
    path: str | None
    channel: str | None
    heads: dict[str, tuple[str, str]]
    rows: tuple[Row, ...]

    def counts(self) -> dict[str, int]:
        """How many measures have each status."""
        return dict(Counter(row.status for row in self.rows))


def matrix(book: Rulebook, report: FileReport | None, language: str) -> Matrix:
    """The matrix in `nb`, with the strategy's own words, or in `en`, with our translation."""
    strategy = book.facts.get(Strategy)
    results = _results(book, report)
    heads = {part.id: (part.name.of(language), _in(language, part)) for part in strategy.strategies}
    extra = (
        Measure("NAVN", "", strategy.naming.text, strategy.naming.en, strategy.naming.rules),
        Measure("BUDSKAP", "", strategy.messages.text, strategy.messages.en, strategy.messages.rules),
    )
    heads = {"": (Texts("navn og budskap", "names and messages").of(language), "")} | heads
    rows = [_row(measure, "", results, report, language, strategy.groups) for measure in extra]
    rows += [_row(measure, part.id, results, report, language, strategy.groups)
             for part in strategy.strategies for measure in part.measures]
    return Matrix(strategy.title, strategy.period, report.path if report else None,
                  report.context.channel if report else None, heads, tuple(rows))


def _results(book: Rulebook, report: FileReport | None) -> dict[str, RuleResult]:
    if report is None:
        return {rule.id: RuleResult(rule.id, "listed") for rule in book.rules}
    found = [finding for finding in report.findings if finding.suppressed is None]
    skipped = {skip.rule: skip.reason for skip in report.skipped}
    results = {}
    for rule in book.rules:
        own = [finding for finding in found if finding.rule == rule.id]
        if own:
            worst = max(own, key=lambda one: one.level.rank).level.value
            results[rule.id] = RuleResult(rule.id, worst, len(own))  # type: ignore[arg-type]
        elif rule.id in skipped or not _applies(rule, report.context):
            results[rule.id] = RuleResult(rule.id, "unchecked", 0, skipped.get(rule.id, ""))
        else:
            results[rule.id] = RuleResult(rule.id, "ok")
    return results


def _applies(rule: Rule, context: Context) -> bool:
    """Whether a rule looks at drafts of this channel; a check for some channels only names them in its values."""
    only = getattr(rule.params, "channels", None) or (getattr(rule.params, "channel", None) or context.channel,)
    return context.channel in only and not is_off(rule, context)


def _in(language: str, one: Measure | Part) -> str:
    return one.en if language == "en" else one.text


def _row(measure: Measure, strategy: str, results: dict[str, RuleResult], report: FileReport | None,
         language: str, groups: dict[str, str]) -> Row:
    rules = tuple(results[rule] for rule in measure.rules if rule in results)
    if not rules:
        status: Status = "human"
    elif report is None:
        status = "listed"
    else:
        status = min((rule.status for rule in rules), key=_WORST.index)
    group = groups.get(measure.group, measure.group) if language == "en" else measure.group
    return Row(measure.id, strategy, group, _in(language, measure), status, rules,
               measure.reason.of(language) if measure.reason else "",
               measure.reminder.of(language) if measure.reminder else "")
