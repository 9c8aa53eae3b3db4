"""FileReport -> Entry: the JSON report's entry for a file, with line, column and offset made from the source map."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from msgspec import to_builtins

from ipr_lint.model import Coverage, Document, FileReport, Finding, Span
from ipr_lint.nlp.personal_numbers import masked
from ipr_lint.reporters.entry import Entry, Place, Region
from ipr_lint.rulebook import Rulebook
from ipr_lint.source_map import LINE_END, source_range

_AROUND = 60


class Locator:
    """Turns spans of one document into regions."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._counted = _counted(document)
        self._lines = [0, *(match.end() for match in LINE_END.finditer(document.source))]

    def region(self, span: Span) -> Region:
        """Where a span stands in the source."""
        block = self._document.blocks[span.block]
        start, end = source_range(block.pieces, span.start, span.end)
        location: dict[str, str | int] | None = None
        run = next((p.run for p in block.pieces if p.run and (p.end > span.start or p.start == p.end)), None)
        if run:
            location = {"part": run.part, "paragraph": run.paragraph, **self._counted.get(span.block, {})}
        return Region(self._place(start), self._place(end), self._document.text(span), location)

    def excerpt(self, span: Span) -> dict[str, str | int]:
        """The words around a span in its block, what kind of block it is, and the span itself."""
        block = self._document.blocks[span.block]
        text = block.text
        start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
        before, after = text[start : span.start], text[span.end : end]
        if start > 0:
            before = "… " + before.partition(" ")[2].lstrip()
        if end < len(text):
            after = after.rpartition(" ")[0].rstrip(" .,;:–") + " …"
        return {"before": before, "after": after, "kind": block.kind.value,
                "block": span.block, "start": span.start, "end": span.end}

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._lines, offset)
        return Place(line, offset - self._lines[line - 1] + 1, offset)


def _counted(document: Document) -> dict[int, dict[str, str | int]]:
    """Where a Word block stands as a reader counts: which paragraph with text outside tables, or table and row."""
    found: dict[int, dict[str, str | int]] = {}
    count: dict[str, int] = {}
    for block in document.blocks if document.format == "docx" else ():
        if "table" in block.attributes:
            found[block.id] = {name: int(block.attributes[name]) for name in ("table", "row")}
        else:
            part = block.attributes.get("part", "")
            count[part] = count.get(part, 0) + bool(block.text.strip())
            found[block.id] = {"counted": count[part], **({"box": 1} if part == "textbox" else {})}
    return found


def locate(report: FileReport, rulebook: Rulebook, with_text: bool = False) -> Entry:
    """The entry of one file; `with_text` adds the blocks of the draft."""
    document = report.document
    if document is None:
        return Entry(report.path, None, None, None, (), [], {}, [], [], report.error, report.crashed)
    document = masked(document)  # no format may show a personal number
    locator = Locator(document)
    return Entry(
        path=report.path,
        format=document.format,
        language=report.language,
        channel=report.context.channel,
        audience=report.context.audience,
        findings=to_builtins([_finding(finding, locator, rulebook) for finding in report.findings]),
        metrics=dict(report.metrics),
        messages=to_builtins([_message(coverage, locator) for coverage in report.messages]),
        skipped=[{"rule": skip.rule, "reason": skip.reason} for skip in report.skipped],
        error=report.error,
        crashed=report.crashed,
        notes=document.notes,
        blocks=[{"id": b.id, "kind": b.kind.value, "level": b.level, "text": b.text} for b in document.blocks]
        if with_text else None,
    )


def _finding(finding: Finding, locator: Locator, rulebook: Rulebook) -> dict[str, Any]:
    rule = rulebook.rule(finding.rule)
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "kind": rule.file.kind if rule else "krav",
        "clause": rule.file.clause if rule else "",
        "message": finding.message,
        "evidence": finding.evidence,
        "span": locator.region(finding.span) if finding.span else None,
        "context": locator.excerpt(finding.span) if finding.span else None,
        "related": [locator.region(span) for span in finding.related],
        "fixes": [
            {"description": fix.description, "applicability": fix.applicability,
             "edits": [{"start": region.start.offset, "end": region.end.offset, "text": edit.text}
                       for edit in fix.edits for region in (locator.region(edit.span),)]}
            for fix in finding.fixes
        ],
        "fingerprint": finding.fingerprint,
        "suppressed": {"by": finding.suppressed[0], "reason": finding.suppressed[1]} if finding.suppressed else None,
    }


def _message(coverage: Coverage, locator: Locator) -> dict[str, Any]:
    regions = [locator.region(span) for span in coverage.evidence]
    return {
        "id": coverage.id,
        "found": coverage.found,
        "contradicted": coverage.contradicted,
        "prominence": coverage.prominence,
        "evidence": [{"text": region.text, "span": region} for region in regions],
        "checked": coverage.checked,
    }
