"""A file is replaced as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint.fixing.files import ChangedError, replace_content


def test_content_mode_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_bytes(b"en")
    file.chmod(0o640)
    link.symlink_to(file)
    replace_content(link, b"en", b"to")
    assert (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink()) == (b"to", 0o640, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"noe annet")
    with pytest.raises(ChangedError):
        replace_content(file, b"en", b"to")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"noe annet"]
