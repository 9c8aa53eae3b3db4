"""Fixtures that several rooms share: the shipped rulebook and one engine with everything loaded once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ipr_lint import rulebook
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.rulebook import Rulebook

os.environ["DICPATH"] = str(Path(__file__).parent / "wordlists")  # a small list of our own, whatever is installed


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return rulebook.load()


@pytest.fixture(scope="session")
def engine(book: Rulebook) -> Engine:
    return Engine(book, Settings())
