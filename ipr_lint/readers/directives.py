"""The text of a comment in; the rules it silences and its reason out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIRECTIVE = re.compile(r"ipr-lint: ?(?P<action>ignorer|av|på|paa)\b[ :]*(?P<rules>[^–—]*?)"
                        r"(?: [–—-]{1,3} (?P<reason>.*))?\Z", re.IGNORECASE)
_EVERYTHING = frozenset({"alt", "alle", "all"})


@dataclass(frozen=True, slots=True)
class Directive:
    """«ignorer …»: rule ids or topics, () for every rule, and why. `action` is `ignorer`, `av` or `på`."""

    rules: tuple[str, ...]
    reason: str = ""
    action: str = "ignorer"


def parse(text: str) -> Directive | None:
    """Read «ipr-lint: ignorer REGEL, REGEL – grunn»; None for any other comment. «alt» or no rule means every rule."""
    asked = parse_any(text)
    return asked if asked and asked.action == "ignorer" else None


def parse_any(text: str) -> Directive | None:
    """As `parse`, and the ranges that «ipr-lint: av REGEL – grunn» begins and «ipr-lint: på REGEL» ends as well."""
    match = _DIRECTIVE.match(" ".join(text[:2000].split()))
    if match is None:
        return None
    rules = tuple(rule for rule in re.split(r"[,\s]+", match["rules"].strip().lower()) if rule)
    action = match["action"].lower().replace("paa", "på")
    return Directive(() if _EVERYTHING.issuperset(rules) else rules, (match["reason"] or "").strip(), action)
