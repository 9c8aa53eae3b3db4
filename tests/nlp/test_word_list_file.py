"""The sorted file finds exactly the forms that were written to it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ipr_lint.nlp.word_list_file import WordListFile, write

WORDS = st.text(alphabet="abcdeæøå-'", min_size=1, max_size=6)


@given(st.dictionaries(WORDS, WORDS, min_size=1, max_size=40), st.lists(WORDS, max_size=20))
def test_every_form_is_found_and_no_other(words: dict[str, str], others: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ord.txt")
        write(path, words)
        file = WordListFile(path)
        assert {form: file.get(form) for form in words} == words
        assert all(file.get(other) == words.get(other) for other in others)
