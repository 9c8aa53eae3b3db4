"""Findings with fixes in; the source with those that can be made together, without harm to its markup, out."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ipr_lint import readers
from ipr_lint.fixing.edits import SourceEdit, applied, in_source
from ipr_lint.model import Document, Edit, Finding, Fix, UnreadableError
from ipr_lint.readers.decoding import Decoded

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&.)]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One fix: what it does to the blocks, and to the source."""

    edits: tuple[Edit, ...]
    source: tuple[SourceEdit, ...]


def proposals(document: Document, findings: Iterable[Finding], unsafe: bool) -> list[Proposal]:
    """The first allowed fix of each finding that touches no earlier one; only safe ones unless `unsafe`."""
    taken: list[SourceEdit] = []
    found = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safe), None) or (
            finding.fixes[0] if unsafe and finding.fixes else None)
        proposal = _proposal(document, fix) if fix else None
        if proposal and not any(_touched(taken, edit) for edit in proposal.source):
            for edit in proposal.source:
                insort(taken, edit)
            found.append(proposal)
    return found


def made(document: Document, decoded: Decoded, wanted: Sequence[Proposal]) -> tuple[str, int]:
    """The source with as many proposals as leave every other word and the structure as they were, and how many."""
    kept = _harmless(document, decoded, list(wanted))
    return applied(document.source, (edit for one in kept for edit in one.source)), len(kept)


def _proposal(document: Document, fix: Fix) -> Proposal | None:
    edits: list[SourceEdit] = []
    for edit in fix.edits:
        part = in_source(document, edit)
        if part is None or any(one.touches(other) for one in part for other in edits):
            return None
        edits += part
    newline = "\r\n" if "\r\n" in document.source else "\n"
    written = [replace(edit, text=edit.text.replace("\n", newline)) for edit in edits]
    if document.format == "html":
        written = [replace(edit, text=html.escape(edit.text, quote=False)) for edit in written]
    return Proposal(fix.edits, tuple(written)) if written else None


def _touched(taken: list[SourceEdit], edit: SourceEdit) -> bool:
    at = bisect_left(taken, edit)
    return any(edit.touches(other) for other in taken[max(0, at - 1):at + 2])


def _harmless(document: Document, decoded: Decoded, wanted: list[Proposal]) -> list[Proposal]:
    """All of them if that does no harm, else as many as halving finds."""
    if not wanted or _does_no_harm(document, decoded, wanted):
        return wanted
    if len(wanted) == 1:
        escaped = [replace(one, source=tuple(_escaped(edit) for edit in one.source)) for one in wanted]
        return escaped if document.format == "markdown" and _does_no_harm(document, decoded, escaped) else []
    half = len(wanted) // 2
    first, second = (_harmless(document, decoded, part) for part in (wanted[:half], wanted[half:]))
    both = [*first, *second]
    return both if _does_no_harm(document, decoded, both) else first


def _does_no_harm(document: Document, decoded: Decoded, wanted: Sequence[Proposal]) -> bool:
    """Read the result: it must have the same blocks, and in them exactly the text that the fixes ask for."""
    text = applied(document.source, (edit for one in wanted for edit in one.source))
    try:
        after = readers.read(Path(document.path), data=decoded.encode(text))
    except (UnreadableError, UnicodeEncodeError):
        return False
    if len(after.blocks) != len(document.blocks):
        return False
    edits: dict[int, list[Edit]] = {}
    for one in wanted:
        for edit in one.edits:
            edits.setdefault(edit.span.block, []).append(edit)
    for before, now in zip(document.blocks, after.blocks, strict=True):
        same = before.kind == now.kind and before.level == now.level
        if not same and document.format != "text":  # there kinds are guessed from how lines end
            return False
        if _expected(before.text, edits.get(before.id, [])).split() != now.text.split():
            return False
    return True


def _expected(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end), reverse=True):
        text = text[:edit.span.start] + edit.text + text[edit.span.end:]
    return text


def _escaped(edit: SourceEdit) -> SourceEdit:
    """«17. mai» at the start of a Markdown paragraph would be a list."""
    return replace(edit, text=_MARKUP.sub(r"\\\g<0>", edit.text))
