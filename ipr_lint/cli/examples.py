"""A rule and its own examples -> what they claim that is not so; used by the tests and by `ipr-lint rules --test`."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.engine.findings import worded
from ipr_lint.engine.selection import selected
from ipr_lint.model import Abstain, Document, Finding, Hit
from ipr_lint.rulebook import Example, Rule
from ipr_lint.source_map import source_range

_SUFFIX = {"text": ".txt", "markdown": ".md", "html": ".html"}


def check_examples(rule: Rule, engine: Engine) -> Iterator[str]:
    """One line for each example of a rule that does not hold; `engine` lends facts and pipelines."""
    for kind, items in (("good", rule.file.good), ("bad", rule.file.bad)):
        for number, item in enumerate(items, start=1):
            example = Example(item) if isinstance(item, str) else item
            for problem in _problems(rule, engine, example, kind == "bad"):
                yield f"{rule.path}: {kind} {number}: {problem}"


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """«a ⟦b⟧ c» -> («a b c», [(2, 3)])."""
    plain, spans, opened = "", [], []
    for part in re.split("([⟦⟧])", text):
        if part == "⟦":
            opened.append(len(plain))
        elif part == "⟧":
            spans.append((opened.pop(), len(plain)))
        else:
            plain += part
    return plain, sorted(spans)


def _problems(rule: Rule, engine: Engine, example: Example, bad: bool) -> Iterator[str]:
    text, wanted = unmark(example.text)
    document = readers.read(Path("eksempel" + _SUFFIX[example.format]), data=text.encode())
    document = msgspec.structs.replace(document, metadata={**document.metadata, **example.metadata})
    pairs = list(_findings(rule, engine, document, example))
    found = sorted(_place(document, finding) for _, finding in pairs if finding.span)
    if not bad:
        if pairs:
            yield f"ventet ingen funn, fikk {[text[a:b] for a, b in found] or pairs[0][1].message}"
        return
    if not wanted and (len(pairs) != 1 or pairs[0][1].span is not None):
        yield f"ventet ett funn for hele dokumentet, fikk {[(f.text, f.message) for _, f in pairs]}"
    if wanted and found != wanted:
        yield f"ventet {[text[a:b] for a, b in wanted]} {wanted}, fikk {[text[a:b] for a, b in found]} {found}"
    if example.variant and any(hit.variant != example.variant for hit, _ in pairs):
        yield f"ventet varianten «{example.variant}», fikk {sorted({hit.variant for hit, _ in pairs})}"
    if example.fixed is not None and (fixed := _fixed(document, pairs)) != example.fixed:
        yield f"ventet rettet til «{example.fixed}», fikk «{fixed}»"


def _findings(rule: Rule, engine: Engine, document: Document, example: Example) -> Iterator[tuple[Hit, Finding]]:
    settings = msgspec.structs.replace(
        msgspec.convert(example.config, Settings), channel=example.channel, audience=example.audience,
        platform=example.platform, today=date.fromisoformat(example.today))
    draft = engine.analyse(document, settings)
    rule = next(iter(selected(dataclasses.replace(engine.rulebook, rules=(rule,)), settings)), rule)
    if rule.file.level == "off" and not rule.file.audiences:  # its examples hold once a configuration asks for it
        rule = dataclasses.replace(rule, file=msgspec.structs.replace(rule.file, level="suggestion"))
    for hit in rule.check.run(draft, rule.params):
        if not isinstance(hit, Abstain) and (finding := worded(rule, hit, draft, "nb")):
            yield hit, finding


def _place(document: Document, finding: Finding) -> tuple[int, int]:
    assert finding.span is not None
    return source_range(document.blocks[finding.span.block].pieces, finding.span.start, finding.span.end)


def _fixed(document: Document, pairs: list[tuple[Hit, Finding]]) -> str:
    edits = []
    for _, finding in pairs:
        for edit in finding.fixes[0].edits if finding.fixes else ():
            pieces = document.blocks[edit.span.block].pieces
            edits.append((source_range(pieces, edit.span.start, edit.span.end), edit.text))
    text = document.source
    for (start, end), new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
