"""Spelling: what counts as known, which slips are tried, and what is said without a word list."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.nlp.spelling import NoWordList, Speller, slips, speller
from ipr_lint.rulebook import Rulebook


@pytest.fixture
def mine() -> Speller:
    listed = {"prosjekter", "klima", "budsjett", "transport"}
    return Speller(listed.__contains__, frozenset({"byvekst"}), frozenset({"bil"}))


@pytest.mark.parametrize("word", ["prosjekter", "klimabudsjett", "biltransport", "byvekst", "klimas", "klimatransport"])
def test_known_words(mine: Speller, word: str) -> None:
    assert mine.knows(word)


@pytest.mark.parametrize("word", ["prosjeter", "klimabudsjet", "prossjekter", "prjosekter"])
def test_unknown_words(mine: Speller, word: str) -> None:
    assert not mine.knows(word)


@pytest.mark.parametrize("wrong", ["prosjeter", "prossjekter", "prosjketer", "prosjekterr", "prosjektrr"])
def test_the_word_meant_is_one_slip_away(mine: Speller, wrong: str) -> None:
    assert mine.meant(wrong) == ["prosjekter"]


def test_the_first_letter_stays() -> None:
    assert all(one.startswith("k") for one in slips("kommune"))


def test_without_a_list_the_hint_names_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DICPATH")
    with pytest.raises(NoWordList, match="hunspell-no"):
        speller("nb", (str(tmp_path),), ("nb_NO",), frozenset())


def test_without_a_list_the_rule_is_skipped(book: Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DICPATH", str(tmp_path))
    monkeypatch.setattr("ipr_lint.checks.spelling.speller", lambda language, folders, *rest: speller(
        language, (str(tmp_path),), *rest))
    engine = Engine(book, Settings(select=("stavefeil",)))
    report = engine.lint(readers.read(Path("utkast.txt"), data=b"Kommunene har flere prosjeter i regionen."))
    assert report.findings == ()
    assert [(skip.rule, skip.reason) for skip in report.skipped] == [
        ("stavefeil", "stavekontroll er ikke installert, se «ipr-lint explain stavefeil»")]
