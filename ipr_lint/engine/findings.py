"""A rule and its hit -> a Finding: level, wording, fingerprint and suppression, or None where the rule is silent."""

from __future__ import annotations

import hashlib
from collections import Counter

from ipr_lint.model import Block, Document, Edit, Finding, Hit, Level, Span, Suppression
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.personal_numbers import mask
from ipr_lint.nlp.shielded import is_parted
from ipr_lint.rulebook import Rule


def worded(rule: Rule, hit: Hit, draft: Analysis, ui_lang: str) -> Finding | None:
    """The finding that a hit becomes; None if the rule does not apply to that text."""
    level = rule.level(draft.context.channel, draft.context.audience, hit.variant)
    text = ""
    if hit.span is not None:
        block = draft.document.blocks[hit.span.block]
        language = draft.language_of(block)
        if language is not None and language not in rule.file.languages and "*" not in rule.file.languages:
            return None
        if rule.file.in_code == "off" and _in_code(block, hit.span):
            return None
        level = _in_quotation(rule, level, draft, hit.span)
        text = mask(block.text)[hit.span.start : hit.span.end]
    if level is Level.OFF:
        return None
    values = {"text": text, "evidence": hit.evidence, **hit.values}
    silenced_by = _silencing(rule, hit.span, draft.document)
    return Finding(
        rule=rule.id,
        level=level,
        message=mask(rule.message(ui_lang, values, hit.variant)),
        span=hit.span,
        text=text,
        evidence=mask(hit.evidence),
        related=hit.related,
        fixes=tuple(fix for fix in hit.fixes if all(_may_enter(edit, draft) for edit in fix.edits)),
        fingerprint=fingerprint(rule.id, draft, hit),
        suppressed=(silenced_by.by, silenced_by.reason) if silenced_by else None,
        silenced_by=silenced_by,
    )


def _may_enter(edit: Edit, draft: Analysis) -> bool:
    """No change hands a personal number on, and none rewrites text with a picture or note mark in the middle."""
    block = draft.document.blocks[edit.span.block]
    return mask(edit.text) == edit.text and not is_parted(block, edit.span.start, edit.span.end)


def fingerprint(rule: str, draft: Analysis, hit: Hit) -> str:
    """16 hex digits of rule, block text, matched text and which occurrence of it; never a line number."""
    if hit.span is None:
        basis = f"{rule}\0\0{hit.variant}"
    else:
        block = draft.document.blocks[hit.span.block]
        hidden = mask(block.text)  # a hash of eleven digits is no secret
        matched = hidden[hit.span.start : hit.span.end]
        occurrence = hidden.count(matched, 0, hit.span.start) if matched else 0
        twin = draft.memo("twins", lambda: _twins(draft.document))[block.id]
        basis = f"{rule}\0{hidden}\0{matched}\0{occurrence}\0{twin}\0{hit.variant}"
    return hashlib.sha256(basis.encode()).hexdigest()[:16]


def _in_code(block: Block, span: Span) -> bool:
    """«--rules» between backticks is no word of the text, whatever a check takes it for."""
    return any(mark.kind == "code" and mark.start <= span.start and span.end <= mark.end for mark in block.marks)


def _in_quotation(rule: Rule, level: Level, draft: Analysis, span: Span) -> Level:
    told = rule.file.in_quotation
    if told == "same" or draft.quotation_at(span) is None:
        return level
    if told == "off":
        return Level.OFF
    return min(level, Level.SUGGESTION, key=lambda one: one.rank)


def _twins(document: Document) -> list[int]:
    """For each block how many before it have the same text."""
    seen: Counter[str] = Counter()
    twins = []
    for block in document.blocks:
        twins.append(seen[block.text])
        seen[block.text] += 1
    return twins


def _silencing(rule: Rule, span: Span | None, document: Document) -> Suppression | None:
    for one in document.suppressions:
        every = not one.rules and rule.topic != "unntak"  # an exception for all rules is none for those about it
        if (every or {rule.id, rule.topic} & set(one.rules)) and _covers(one, span, document):
            return one
    return None


def _covers(one: Suppression, span: Span | None, document: Document) -> bool:
    if span is None:
        return one.first_block <= 0 and one.last_block >= len(document.blocks) - 1
    if not one.first_block <= span.block <= one.last_block:
        return False
    return one.start is None or (one.start < span.end and (one.end is None or span.start < one.end))
