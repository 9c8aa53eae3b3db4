"""Entries -> what stands below the findings: key messages, figures, what was not checked, the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.sheet import Drawn, Line, Part
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.words import WORDS, count, lix_band

if TYPE_CHECKING:
    from rich.console import RenderableType


def tables(entry: Entry, output: Output) -> Iterator[Part]:
    """Message coverage, figures and skipped rules of one file."""
    words = WORDS[output.ui_lang]
    if any(message["checked"] for message in entry.messages):
        yield Drawn(lambda: _messages(entry, output)) if output.few else _messages_line(entry, output)
    if figures := _figures(entry, output.ui_lang):
        yield Line(((f"{words['metrics']}: ", "bold"), (figures, "")))
    if entry.skipped:
        reasons: dict[str, list[str]] = {}
        for skip in entry.skipped:
            reasons.setdefault(skip["reason"], []).append(skip["rule"])
        told = "; ".join(f"{', '.join(dict.fromkeys(rules))} ({reason})" for reason, rules in reasons.items())
        yield Line(((f"{words['skipped']}: ", "bold"), (told, "dim")))
    yield Line()


def _messages_line(entry: Entry, output: Output) -> Part:
    words = WORDS[output.ui_lang]
    told = [f"{m['id']} ({words['denied']})" if m["contradicted"] else f"{m['id']} ({words.get(m['prominence'] or '')})"
            for m in entry.messages if m["found"] or m["contradicted"]]
    return Line(((f"{words['messages']}: ", "bold"), (", ".join(told) or f"– {words['missing']}", "")))


def _messages(entry: Entry, output: Output) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    words = WORDS[output.ui_lang]
    table = Table(title=words["messages"], title_justify="left", title_style="bold", box=None, pad_edge=False,
                  show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    titles = message_titles(output)
    for message in entry.messages:
        if message["contradicted"]:
            mark = Text(f"! {words['denied']}", style="yellow")
        elif message["found"]:
            mark = Text(f"✓ {words.get(message['prominence'] or '', words['found'])}", style="green")
        else:
            mark = Text(f"– {words['missing']}", style="dim")
        evidence = message["evidence"][0]["text"] if message["evidence"] else ""
        shown = evidence if len(evidence) <= 90 else evidence[:88].rsplit(" ", 1)[0] + " …"
        table.add_row(Text.assemble((message["id"], "bold"), " ", titles.get(message["id"], "")), mark,
                      Text(f"«{shown}»" if shown else "", style="dim"))
    return table


def message_titles(output: Output) -> dict[str, str]:
    """What the six messages are called, from the same file that says how they are recognised."""
    _, data = output.rulebook.facts.files().get("messages.yaml", (None, {"messages": []}))
    return {message["id"]: message["title"][output.ui_lang] for message in data["messages"]}


def _figures(entry: Entry, language: str) -> str:
    words, figures = WORDS[language], entry.metrics
    parts = [f"{figures[key]} {words['1' + key if figures[key] == 1 else key]}" for key in ("words", "sentences")
             if figures.get(key) is not None]
    lix, flesch = figures.get("lix"), figures.get("flesch")  # Flesch is there when the text is English
    if isinstance(flesch, int | float):
        parts.append(f"Flesch {_decimal(flesch, language)}")
    elif isinstance(lix, int | float):
        parts.append(f"LIX {_decimal(lix, language)} ({lix_band(lix, language)})")
    return " · ".join(parts)


def _decimal(value: float, language: str) -> str:
    return f"{value:.1f}".replace(".", "," if language == "nb" else ".")


def closing(output: Output, sums: Sums) -> Part:
    """One line: whether the draft is ready, and the counts."""
    words, counts = WORDS[output.ui_lang], sums.summary()
    told = [count(counts[level], level, output.ui_lang) for level in ("error", "warning", "suggestion")
            if counts[level]]
    if counts["suppressed"]:
        told.append(f"{counts['suppressed']} {words['suppressed']}")
    if counts["unreadable"]:
        files = words["1files" if counts["unreadable"] == 1 else "files"]
        told.append(f"{counts['unreadable']} {files} {words['unreadable']}")
    failing = counts["error"] or counts["unreadable"]
    head, style = (words["fail"], "bold red") if failing else (
        (words["ok"], "bold green") if told else (words["clean"], "bold green"))
    if counts["files"] > 1:
        told.insert(0, f"{counts['files']} {words['files']}")
    return Line(((head, style), (f": {', '.join(told)}." if told else ".", "")))
