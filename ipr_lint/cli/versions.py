"""`check --versions`: drafts that are language versions of one text, and findings where their figures disagree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from ipr_lint.model import Document, FileReport, Finding, Hit

if TYPE_CHECKING:
    from ipr_lint.engine import Engine

RULE, VARIANT = "fakta-avvik", "versjon"
_LANGUAGE = re.compile(r"^(?P<stem>.+)[._-](?:nb|nn|no|en)$", re.IGNORECASE)


def siblings(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each draft its other versions: the same name apart from .nb, .nn or .en; all of them if none is so named."""
    groups: dict[str, list[str]] = {}
    for name in names:
        path = PurePath(name)
        match = _LANGUAGE.match(path.stem)
        groups.setdefault(str(path.parent / match["stem"]) if match else "", []).append(name)
    return {name: tuple(other for other in group if other != name) for group in groups.values() for name in group}


def compared(report: FileReport, others: Sequence[Document], engine: Engine) -> FileReport:
    """A report with a finding for each figure that another version gives differently."""
    from ipr_lint.engine.findings import worded
    from ipr_lint.nlp.versions import differences

    rule = next((rule for rule in engine.rules if rule.id == RULE), None)
    if rule is None or report.document is None:
        return report
    draft = engine.analyse(report.document)
    added = []
    for document in others:
        for figure, instead in differences(draft, engine.analyse(document)):
            values = {"written": draft.document.text(figure.span), "right": instead, "period": "",
                      "other": PurePath(document.path).name}
            hit = Hit(figure.span, values, variant=VARIANT, evidence=f"{values['other']} har «{instead}»")
            added.append(worded(rule, hit, draft, engine.settings.ui_lang))
    findings = [*report.findings, *(one for one in added if one)]
    return msgspec.structs.replace(report, findings=tuple(sorted(findings, key=_place)))


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.span.block, finding.span.start) if finding.span else (-1, 0)
