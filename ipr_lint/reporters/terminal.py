"""Entries -> the report that an adviser reads on a terminal: grouped, with reasons and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ipr_lint.reporters import Output, sheet
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.overview import closing, tables
from ipr_lint.reporters.sheet import Drawn, Line, Part, Row, Styled, Title
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.words import WORDS, language_name, place

STYLES = {"error": "bold red", "warning": "bold yellow", "suggestion": "bold cyan"}
_RANK = {"error": 0, "warning": 1, "suggestion": 2}
_SHOWN = 8  # places shown of one rule in one file; the rest are counted, and stand in --format concise


def piece(entry: Entry, output: Output) -> str:
    """What is said of one file; with ANSI colours only if `output.color`."""
    shown = _shown(entry.findings, output)
    if entry.error is not None or (output.quiet and not shown):
        return ""
    return sheet.render(_file(entry, shown, output), output.width, output.color)


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterator[bytes]:
    """The whole report: the files, then what is said of all of them."""
    yield from pieces
    yield sheet.render(_ending(output, sums), output.width, output.color).encode()


def _ending(output: Output, sums: Sums) -> Iterator[Part]:
    if output.statistics:
        from ipr_lint.reporters.statistics import statistics

        yield Drawn(lambda: statistics(output, sums))
    if not output.quiet:
        yield closing(output, sums)


def _file(entry: Entry, shown: list[dict[str, Any]], output: Output) -> Iterator[Part]:
    words = WORDS[output.ui_lang]
    about = [language_name(entry.language, output.rulebook, output.ui_lang)]
    if entry.channel:
        guessed = f" ({words['guessed']})" if entry.metrics.get("channel_guessed") else ""
        about.append(f"{words['channel']}: {entry.channel}{guessed}")
    yield Title(((entry.path, "bold"), ("  ", ""), (" · ".join(part for part in about if part), "dim")))
    for note in entry.notes:
        yield Line(((f"  {note}", "dim"),))
    for group in _groups(shown):
        yield from _group(group, entry, output)
    if not output.quiet:
        yield Line()
        yield from tables(entry, output)


def _shown(findings: list[dict[str, Any]], output: Output) -> list[dict[str, Any]]:
    return [f for f in findings if output.show_suppressed or not f["suppressed"]]


def _groups(findings: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Findings by rule and level, the most serious first, then as they first stand in the text."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for finding in findings:
        groups.setdefault((finding["level"], finding["rule"]), []).append(finding)
    return sorted(groups.values(), key=lambda group: _RANK[group[0]["level"]])


def _group(group: list[dict[str, Any]], entry: Entry, output: Output) -> Iterator[Part]:
    words, first = WORDS[output.ui_lang], group[0]
    rule = output.rulebook.rule(first["rule"])
    places = f"  {words['places'].format(n=len(group))}" if len(group) > 1 else ""
    yield Line()
    yield Line(((words[first["level"]], STYLES[first["level"]]), (f"  {first['rule']}", ""), (places, "dim")))
    if rule:
        yield Line(((f"{words['why']}: ", "italic"), (rule.why(output.ui_lang), "")), 2)
    last = ""
    for finding in group[:_SHOWN]:
        if finding["message"] != last:
            yield Line(((finding["message"], ""),), 2)
            last = finding["message"]
        yield _finding(finding, entry, output)
    if len(group) > _SHOWN:
        yield Line(((words["more"].format(n=len(group) - _SHOWN), "dim"),), 4)


def _finding(finding: dict[str, Any], entry: Entry, output: Output) -> Part:
    words = WORDS[output.ui_lang]
    where = place(finding, entry.format, output.ui_lang)
    if finding["suppressed"]:
        by = ", ".join(part for part in finding["suppressed"].values() if part)
        where += f" ({words['suppressed']}{': ' + by if by else ''})"
    lines = [_excerpt(finding, output.color, words["image"])]
    for fix in finding["fixes"][:1]:
        new = _instead(fix, finding["span"])
        if new.strip() and len(new) < 200:
            lines.append(((f"→ {words['fix']}: ", "dim"), (f"«{new}»", "green")))
        else:
            lines.append(((f"→ {fix['description']}", "green"),))
    if finding["evidence"] and finding["evidence"] not in finding["message"]:
        lines.append(((f"({finding['evidence']})", "dim italic"),))
    return Row(where, tuple(lines), 4)


def _instead(fix: dict[str, Any], span: dict[str, Any]) -> str:
    """What to write for the whole of the marked text; empty where a fix changes only a part of it."""
    edit = fix["edits"][0]
    whole = (edit["start"], edit["end"]) == (span["start"]["offset"], span["end"]["offset"])
    return str(edit["text"]) if whole and len(fix["edits"]) == 1 else ""


def _excerpt(finding: dict[str, Any], color: bool, image: str) -> tuple[Styled, ...]:
    if finding["span"] is None:
        return ()
    context = finding["context"]
    text = finding["span"]["text"] or ("" if context["before"] or context["after"] else image)
    shown = text if len(text) <= 160 else f"{text[:100].rstrip()} … {text[-50:].lstrip()}"
    marked = (shown, "bold underline " + STYLES[finding["level"]].split()[-1]) if color else (f"[{shown}]", "")
    return (context["before"], "dim"), marked, (context["after"], "dim")
