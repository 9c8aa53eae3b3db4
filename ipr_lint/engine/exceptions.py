"""Settings -> what is excepted in a file: rules its path table ignores, and waivers with owner, reason and expiry."""

from __future__ import annotations

import msgspec

from ipr_lint.config import Settings, Waiver
from ipr_lint.model import Context, Finding
from ipr_lint.path_patterns import matches
from ipr_lint.rulebook import Rule

ABOUT_SUPPRESSIONS = "unntak"


def running(rules: tuple[Rule, ...], path: str, settings: Settings) -> list[Rule]:
    """The rules for a file: less those that its path tables ignore, those about suppressions last."""
    ignored = {name for table in settings.tables(path) for name in table.ignore}
    kept = [rule for rule in rules if not {rule.id, rule.topic} & ignored]
    return sorted(kept, key=lambda rule: rule.topic == ABOUT_SUPPRESSIONS)


def names(rules: list[Rule], all_rules: tuple[Rule, ...]) -> frozenset[str]:
    """The ids of the rules that run, and the topics all of whose rules do."""
    ids = {rule.id for rule in rules}
    topics = {rule.topic for rule in rules}
    whole = {topic for topic in topics if all(rule.id in ids for rule in all_rules if rule.topic == topic)}
    return frozenset(ids | whole)


def waivers(path: str, settings: Settings) -> tuple[Waiver, ...]:
    """The waivers for a file."""
    return tuple(waiver for waiver in settings.waivers if matches(settings.named(path), waiver.files))


def waived(finding: Finding, topic: str, told: tuple[Waiver, ...], context: Context) -> Finding:
    """The finding, suppressed if a waiver that has not expired covers its rule."""
    for waiver in told:
        if waiver.rule in (finding.rule, topic) and context.today <= waiver.expires and finding.suppressed is None:
            return msgspec.structs.replace(finding, suppressed=(waiver.owner, waiver.reason))
    return finding
