"""Round trips over varied Word files; benchmarks/word_roundtrip.py has LibreOffice open the results as well."""

from __future__ import annotations

import pytest

from tests.word.corpus import corpus
from tests.word.roundtrip import check

CORPUS = corpus()


@pytest.mark.parametrize("name", CORPUS)
def test_comments_and_changes_leave_the_draft_as_it_was(name: str) -> None:
    done = check(CORPUS[name], name)
    assert done.comments >= 2
    assert done.changes >= 1
