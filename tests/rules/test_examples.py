"""Every rule proves itself: its good and bad examples are run as they stand in the YAML."""

from __future__ import annotations

import pytest

from ipr_lint import rulebook
from ipr_lint.cli.examples import check_examples
from ipr_lint.engine import Engine
from ipr_lint.rulebook import Rule, Rulebook


def test_every_rule_file_is_valid(book: Rulebook) -> None:
    assert [str(complaint) for complaint in book.complaints] == []


@pytest.mark.parametrize("rule", rulebook.load().rules, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule, engine: Engine) -> None:
    assert list(check_examples(rule, engine)) == []


@pytest.mark.parametrize("rule", rulebook.load().rules, ids=lambda rule: rule.id)
def test_every_rule_has_three_good_and_three_bad_examples(rule: Rule) -> None:
    assert len(rule.file.good) >= 3
    assert len(rule.file.bad) >= 3
