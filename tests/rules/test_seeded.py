"""Drafts with one or two planted errors each: at least 95 of 100 are found, at exactly their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.model import FileReport, Finding, Level
from ipr_lint.rulebook import Rulebook
from ipr_lint.source_map import source_range
from ipr_lint.typed_yaml import parse

FOLDER = Path(__file__).parents[2] / "fixtures" / "seeded"
RECALL = 0.95


@dataclass(frozen=True)
class Seed:
    """An error planted in a file; `place` is None for one that concerns the whole draft."""

    file: str
    rule: str
    place: tuple[int, int] | None


def _index() -> dict[str, list[dict[str, Any]]]:
    path = FOLDER / "seeds.yaml"
    index: dict[str, list[dict[str, Any]]] = parse(path, path.read_text(encoding="utf-8"))
    return index


def _seeds(file: str, entries: list[dict[str, Any]]) -> Iterator[Seed]:
    text = (FOLDER / file).read_text(encoding="utf-8")
    for entry in entries:
        if "text" not in entry:
            yield Seed(file, entry["rule"], None)
            continue
        at = -1
        for _ in range(entry.get("nth", 1)):
            at = text.index(entry["text"], at + 1 if at < 0 else at + len(entry["text"]))
        yield Seed(file, entry["rule"], (at, at + len(entry["text"])))


@pytest.fixture(scope="module")
def reports(book: Rulebook) -> dict[str, FileReport]:
    engine = Engine(book, Settings(today=date(2025, 3, 10)))
    return {file: engine.lint(readers.read(FOLDER / file)) for file in _index()}


def _place(report: FileReport, finding: Finding) -> tuple[int, int] | None:
    assert report.document is not None
    span = finding.span
    return span and source_range(report.document.blocks[span.block].pieces, span.start, span.end)


def test_there_are_sixty_drafts_and_each_is_listed() -> None:
    drafts = {path.name for path in FOLDER.iterdir() if path.suffix != ".yaml"}
    assert drafts == set(_index())
    assert len(drafts) >= 60


def test_planted_errors_are_found_where_they_stand(reports: dict[str, FileReport]) -> None:
    seeds = [seed for file, entries in _index().items() for seed in _seeds(file, entries)]
    found = {(file, finding.rule, _place(report, finding))
             for file, report in reports.items() for finding in report.findings}
    missed = [seed for seed in seeds if (seed.file, seed.rule, seed.place) not in found]
    assert 1 - len(missed) / len(seeds) >= RECALL, "\n".join(map(str, missed))


def test_no_language_error_is_reported_that_was_not_planted(reports: dict[str, FileReport], book: Rulebook) -> None:
    seeds = {(seed.rule, seed.file, seed.place) for file, entries in _index().items() for seed in _seeds(file, entries)}
    kinds = {rule.id: rule.file.kind for rule in book.rules}
    extra = [(finding.rule, file, finding.text) for file, report in reports.items() for finding in report.findings
             if finding.level is Level.ERROR and kinds[finding.rule] == "feil"
             and (finding.rule, file, _place(report, finding)) not in seeds]
    assert extra == []
