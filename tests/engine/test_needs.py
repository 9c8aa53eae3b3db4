"""A check gets what it says it needs, and no more: so it must say all of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.model import Document, Needs
from ipr_lint.nlp.pipelines import Pipelines
from ipr_lint.rulebook import Rulebook

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def drafts() -> list[Document]:
    return [readers.read(path) for path in sorted(FIXTURES.rglob("*")) if path.suffix in readers.SUFFIXES]


def engine_of(book: Rulebook, ids: list[str]) -> Engine:
    made = Engine(book, Settings(select=tuple(ids), today=date(2025, 3, 10)))
    made.rules = [rule for rule in made.rules if rule.id in ids]  # «kanal» and «budskap» are topics, too
    return made


def test_rules_that_need_no_tags_never_ask_for_them(
    book: Rulebook, drafts: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    linter = engine_of(book, [rule.id for rule in book.rules if not rule.check.needs & (Needs.LEMMAS | Needs.PARSE)])
    monkeypatch.setattr(linter.pipelines, "parse", lambda texts: pytest.fail("parsed"))
    assert sum(len(linter.lint(draft).findings) for draft in drafts) > len(drafts)


def test_rules_that_need_lemmas_find_the_same_without_a_parser(book: Rulebook, drafts: list[Document]) -> None:
    ids = [rule.id for rule in book.rules if Needs.LEMMAS in rule.check.needs and Needs.PARSE not in rule.check.needs]
    lean, full = engine_of(book, ids), engine_of(book, ids)
    full.pipelines = Pipelines()
    for draft in drafts:
        ours, theirs = lean.lint(draft), full.lint(draft)
        assert (ours.findings, ours.messages, ours.crashed) == (theirs.findings, theirs.messages, theirs.crashed)
        assert "passive_share" not in ours.metrics
    assert lean.pipelines._norwegian is not None
    assert "parser" not in lean.pipelines._norwegian.pipe_names
