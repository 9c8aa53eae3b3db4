"""Entries -> the report that an adviser reads on a terminal: grouped, with reasons and what to write instead."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import msgspec
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.overview import closing, tables
from ipr_lint.reporters.statistics import statistics
from ipr_lint.reporters.words import WORDS, place

STYLES = {"error": "bold red", "warning": "bold yellow", "suggestion": "bold cyan"}
_RANK = {"error": 0, "warning": 1, "suggestion": 2}
_SHOWN = 8  # places shown of one rule in one file; the rest are counted, and stand in --format concise


def render(output: Output) -> str:
    """The whole report; with ANSI colours only if `output.color`."""
    console = Console(
        file=io.StringIO(), force_terminal=output.color, no_color=not output.color, width=output.width,
        color_system="standard" if output.color else None, highlight=False, soft_wrap=False, legacy_windows=False,
        emoji=False,
    )
    for entry in output.entries:
        if entry.error is None:
            plain = msgspec.to_builtins(entry)
            if output.quiet and not _shown(plain["findings"], output):
                continue
            console.print(Group(*_file(entry, plain, output)))
    if output.statistics:
        console.print(statistics(output))
    if not output.quiet:
        console.print(closing(output))
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().split("\n"))


def _file(entry: Entry, plain: dict[str, Any], output: Output) -> Iterator[RenderableType]:
    words = WORDS[output.ui_lang]
    about = [words.get(entry.language or "", entry.language or "")]
    if entry.channel:
        guessed = f" ({words['guessed']})" if entry.metrics.get("channel_guessed") else ""
        about.append(f"{words['channel']}: {entry.channel}{guessed}")
    title = Text.assemble((entry.path, "bold"), "  ", (" · ".join(part for part in about if part), "dim"))
    yield Line(title, align="left", style="dim")
    for note in entry.notes:
        yield Text(f"  {note}", style="dim")
    for group in _groups(_shown(plain["findings"], output)):
        yield from _group(group, entry, output)
    if not output.quiet:
        yield Text()
        yield from tables(entry, output)


def _shown(findings: list[dict[str, Any]], output: Output) -> list[dict[str, Any]]:
    return [f for f in findings if output.show_suppressed or not f["suppressed"]]


def _groups(findings: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Findings by rule and level, the most serious first, then as they first stand in the text."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for finding in findings:
        groups.setdefault((finding["level"], finding["rule"]), []).append(finding)
    return sorted(groups.values(), key=lambda group: _RANK[group[0]["level"]])


def _group(group: list[dict[str, Any]], entry: Entry, output: Output) -> Iterator[RenderableType]:
    words, first = WORDS[output.ui_lang], group[0]
    rule = output.rulebook.rule(first["rule"])
    places = f"  {words['places'].format(n=len(group))}" if len(group) > 1 else ""
    yield Text()
    yield Text.assemble((f"{words[first['level']]}", STYLES[first["level"]]), f"  {first['rule']}", (places, "dim"))
    if rule:
        why = Text.assemble((f"{words['why']}: ", "italic"), rule.why(output.ui_lang))
        yield Padding(why, (0, 0, 0, 2))
    last = ""
    for finding in group[:_SHOWN]:
        if finding["message"] != last:
            yield Padding(Text(finding["message"]), (0, 0, 0, 2))
            last = finding["message"]
        yield Padding(_finding(finding, entry, output), (0, 0, 0, 4))
    if len(group) > _SHOWN:
        yield Padding(Text(words["more"].format(n=len(group) - _SHOWN), style="dim"), (0, 0, 0, 4))


def _finding(finding: dict[str, Any], entry: Entry, output: Output) -> RenderableType:
    words = WORDS[output.ui_lang]
    where = place(finding, entry.format, output.ui_lang)
    if finding["suppressed"]:
        by = ", ".join(part for part in finding["suppressed"].values() if part)
        where += f" ({words['suppressed']}{': ' + by if by else ''})"
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim", min_width=13)
    grid.add_column(overflow="fold")
    grid.add_row(where, _excerpt(finding, output.color))
    for fix in finding["fixes"][:1]:
        new = "».. «".join(edit["text"] for edit in fix["edits"])
        if new.strip() and len(new) < 200:
            grid.add_row("", Text.assemble((f"→ {words['fix']}: ", "dim"), (f"«{new}»", "green")))
        else:
            grid.add_row("", Text(f"→ {fix['description']}", style="green"))
    if finding["evidence"] and finding["evidence"] not in finding["message"]:
        grid.add_row("", Text(f"({finding['evidence']})", style="dim italic"))
    return grid


def _excerpt(finding: dict[str, Any], color: bool) -> Text:
    if finding["span"] is None:
        return Text("")
    context, text = finding["context"], finding["span"]["text"]
    shown = text if len(text) <= 160 else f"{text[:100].rstrip()} … {text[-50:].lstrip()}"
    marked = (shown, "bold underline " + STYLES[finding["level"]].split()[-1]) if color else f"[{shown}]"
    return Text.assemble((context["before"], "dim"), marked, (context["after"], "dim"))
