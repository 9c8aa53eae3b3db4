"""What levels and kinds of rules are called where a rule is shown to an adviser."""

from __future__ import annotations

LEVELS = {"error": "feil", "warning": "advarsel", "suggestion": "forslag", "off": "av"}
KINDS = {"krav": "krav i strategien eller loven", "feil": "språkfeil", "husstil": "husstil"}
