"""The text of a comment in; the rules it silences and its reason out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIRECTIVE = re.compile(r"\s*ipr-lint:\s*ignorer\b[ \t:]*(?P<rules>[^–—\n]*?)(?:\s+[–—-]{1,3}\s+(?P<reason>.*)|\s*)\Z",
                        re.IGNORECASE | re.DOTALL)
_EVERYTHING = frozenset({"alt", "alle", "all"})


@dataclass(frozen=True, slots=True)
class Directive:
    """«ignorer …»: rule ids or topics, () for every rule, and why."""

    rules: tuple[str, ...]
    reason: str = ""


def parse(text: str) -> Directive | None:
    """Read «ipr-lint: ignorer REGEL, REGEL – grunn»; None for any other comment. «alt» or no rule means every rule."""
    match = _DIRECTIVE.match(text[:2000])
    if match is None:
        return None
    rules = tuple(rule for rule in re.split(r"[,\s]+", match["rules"].strip().lower()) if rule)
    return Directive(() if _EVERYTHING.issuperset(rules) else rules, (match["reason"] or "").strip())
