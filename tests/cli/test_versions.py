"""`check --versions` finds the figures that the language versions of one text give differently, and only those."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from ipr_lint.cli import main
from ipr_lint.cli.versions import siblings

_NB = """# Vil ha flere tog

Møtet er 12. mai 2025 kl. 9. I dag reiser 14 prosent flere enn i fjor, og 2,3 millioner mennesker bor i området.
Meld deg på til mote@osloregionen.no.
"""
_EN = """# More trains, please

The meeting is on 12 May 2025 at 9:00. Today 14 percent more travel than last year. Sign up: mote@osloregionen.no.
"""


def _found(folder: Path, nb: str, en: str) -> list[tuple[str, str]]:
    paths = [folder / "sak.nb.md", folder / "sak.en.md"]
    for path, text in zip(paths, (nb, en), strict=True):
        path.write_text(text, encoding="utf-8")
    arguments = ["check", "--versions", "--format", "json", "--exit-zero", "--select", "fakta-avvik", "--channel",
                 "internt", *map(str, paths)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    data = json.loads(result.output)
    return [(Path(file["path"]).name, finding["span"]["text"]) for file in data["files"]
            for finding in file["findings"]]


def test_versions_that_agree_are_left_alone(tmp_path: Path) -> None:
    assert _found(tmp_path, _NB, _EN) == []


def test_another_date_is_found_in_both(tmp_path: Path) -> None:
    found = _found(tmp_path, _NB, _EN.replace("12 May", "13 May"))
    assert found == [("sak.nb.md", "12. mai 2025"), ("sak.en.md", "13 May 2025")]


def test_another_figure_time_and_address_are_found(tmp_path: Path) -> None:
    changed = _EN.replace("14 percent", "41 percent").replace("at 9:00", "at 10:00").replace("mote@", "post@")
    found = dict.fromkeys(text for name, text in _found(tmp_path, _NB, changed) if name == "sak.nb.md")
    assert list(found) == ["kl. 9", "14 prosent", "mote@osloregionen.no"]


def test_versions_are_told_by_their_names() -> None:
    assert siblings(["a.nb.md", "b.md", "a.en.md"]) == {
        "a.nb.md": ("a.en.md",), "a.en.md": ("a.nb.md",), "b.md": ()}
    assert siblings(["norsk.md", "engelsk.md"]) == {"norsk.md": ("engelsk.md",), "engelsk.md": ("norsk.md",)}
