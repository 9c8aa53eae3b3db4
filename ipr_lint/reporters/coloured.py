"""The parts of a report for a terminal in; its lines as rich draws them, with ANSI colours or without, out."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ipr_lint.reporters.sheet import GAP, LABEL, Line, Part, Row, Styled, Title


def drawn(parts: Iterable[Part], width: int, color: bool) -> str:
    """The lines, ending in a newline; none ends in a space."""
    console = Console(
        file=io.StringIO(), force_terminal=color, no_color=not color, width=width,
        color_system="standard" if color else None, highlight=False, soft_wrap=False, legacy_windows=False,
        emoji=False,
    )
    for part in parts:
        console.print(_renderable(part))
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().split("\n"))


def _renderable(part: Part) -> RenderableType:
    if isinstance(part, Line):
        return Padding(_text(part.words), (0, 0, 0, part.indent))
    if isinstance(part, Title):
        return Rule(_text(part.words), align="left", style="dim")
    if isinstance(part, Row):
        grid = Table.grid(padding=(0, GAP))
        grid.add_column(no_wrap=True, style="dim", min_width=LABEL)
        grid.add_column(overflow="fold")
        for number, words in enumerate(part.lines):
            grid.add_row("" if number else Text(part.label), _text(words))
        return Padding(grid, (0, 0, 0, part.indent))
    return part.make()


def _text(words: Iterable[Styled]) -> Text:
    return Text.assemble(*words)
