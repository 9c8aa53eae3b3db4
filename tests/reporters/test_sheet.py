"""The light layout of a terminal report gives the bytes that rich gives, whatever stands in the draft."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from ipr_lint.reporters import coloured, sheet
from ipr_lint.reporters.sheet import Line, Part, Row, Title

CHARS = "abcæøå ÅÉ  -–«».,→\u00a0\n█✓€…\u00ad\t漢🙂\u0301\u2060"
TEXT = st.text(CHARS, max_size=250) | st.lists(st.text(CHARS, max_size=30), max_size=30).map(" ".join)
WORDS = st.lists(TEXT, max_size=3).map(lambda texts: tuple((text, "dim") for text in texts))
PART = st.one_of(
    st.builds(Line, WORDS, st.integers(0, 4)),
    st.builds(Title, st.lists(TEXT, min_size=1, max_size=2).map(lambda texts: tuple((f"a{one}", "") for one in texts))),
    st.builds(Row, st.text("linje 4:12(unntatt) æ", max_size=60), st.lists(WORDS, min_size=1, max_size=3).map(tuple),
              st.just(4)),
)


@settings(max_examples=400, deadline=None)
@given(parts=st.lists(PART, max_size=4), width=st.sampled_from([60, 100]))
def test_plain_lines_are_those_of_rich(parts: list[Part], width: int) -> None:
    assert sheet.render(parts, width, color=False) == coloured.drawn(parts, width, color=False)


def test_characters_laid_out_without_rich_take_one_column() -> None:
    ordinary = [chr(code) for code in range(0x30000) if sheet._ORDINARY.fullmatch(chr(code)) and code != 10]
    assert len(ordinary) > 700
    assert [char for char in ordinary if cell_len(char) != 1] == []


def test_colours_are_there_when_asked_for() -> None:
    assert "\x1b[" in sheet.render([Line((("Feil", "bold red"),))], 80, color=True)
    assert "\x1b" not in sheet.render([Line((("Feil", "bold red"),))], 80, color=False)


@pytest.mark.parametrize("format_", ["text", "concise", "json"])
def test_a_cached_run_imports_neither_rich_nor_the_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                          format_: str) -> None:
    monkeypatch.setenv("IPR_LINT_CACHE_DIR", str(tmp_path / ".cache"))
    for number in range(7):
        (tmp_path / f"{number}.md").write_text(f"# Utkast {number}\n\nKommunene kom kom til Hamar.\n", "utf-8")
    code = ("import sys\nfrom ipr_lint.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
            "heavy = {'rich.console', 'spacy', 'lxml', 'ipr_lint.engine', 'ipr_lint.nlp.analysis', 'pathspec'}\n"
            "print(sorted(heavy & sys.modules.keys()), file=sys.stderr)")
    told = [sys.executable, "-c", code, "check", "--format", format_, str(tmp_path)]
    first, second = (subprocess.run(told, capture_output=True, text=True, check=True) for _ in range(2))
    assert first.stdout == second.stdout
    assert "dobbeltord" in second.stdout
    assert second.stderr.splitlines()[-1] == "[]"
