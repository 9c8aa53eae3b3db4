"""The checked-in drafts are what the script makes: change the script, then run `python -m tests.word.drafts`."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.word.drafts import DRAFTS, FOLDER


@pytest.mark.parametrize("name", DRAFTS)
def test_the_checked_in_draft_is_up_to_date(name: str) -> None:
    # Compared part by part: another zlib may pack the same parts into other bytes.
    with zipfile.ZipFile(FOLDER / name) as stored, zipfile.ZipFile(io.BytesIO(DRAFTS[name]())) as made:
        assert {part: stored.read(part) for part in stored.namelist()} == {
            part: made.read(part) for part in made.namelist()}
