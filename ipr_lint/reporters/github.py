"""Entries -> GitHub workflow commands (annotations), and a job summary where GitHub asks for one."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.rows import UNREADABLE, Row, relative, rows
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.words import count

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_SUMMARISED = 50  # findings


def piece(entry: Entry, output: Output) -> str:
    """One `::error file=...::message` per finding, or for a file that can't be read, with its row of the summary."""
    if entry.error is not None:
        path = relative(entry.path)
        command = f"::error file={_property(path)},title={UNREADABLE}::{_data(entry.error)}\n"
        return msgspec.json.encode([("error", command, _told(path, UNREADABLE, entry.error))]).decode()
    found = [(row.level, _command(row), _told(f"{row.path}:{row.line}", row.rule, row.message))
             for row in rows([entry], output.show_suppressed)]
    return msgspec.json.encode(found).decode()


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterator[bytes]:
    """The commands, the most serious first; the summary goes to $GITHUB_STEP_SUMMARY."""
    decode = msgspec.json.Decoder(list[tuple[str, str, str]]).decode
    held: dict[str, list[bytes]] = {level: [] for level in _COMMANDS}
    first, more = list[str](), 0
    for found in map(decode, pieces):
        for level in _COMMANDS:
            if commands := "".join(command for own, command, _ in found if own == level):
                held[level].append(zlib.compress(commands.encode(), 1))
        room = _SUMMARISED - len(first)
        first += [told for _, _, told in found[:room]]
        more += len(found[room:])
    if target := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(_summary(output, sums, first, more))
    for commands_ in held.values():
        yield from map(zlib.decompress, commands_)


def _command(row: Row) -> str:
    place = f"file={_property(row.path)}"
    if row.finding["span"] and row.format != "docx":
        place += f",line={row.line},col={row.column},endLine={row.end_line},endColumn={row.end_column}"
    return f"::{_COMMANDS[row.level]} {place},title={_property(row.rule)}::{_data(row.message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _told(place: str, rule: str, message: str) -> str:
    """A row of the summary; what would end a cell or its code is written otherwise."""
    plain = " ".join(message.split()).replace("<", "&lt;")
    cells = (one.replace("|", "\\|") for one in (f"`{place.replace('`', '´')}`", f"`{rule}`", plain))
    return f"| {' | '.join(cells)} |"


def _summary(output: Output, sums: Sums, first: Iterable[str], more: int) -> str:
    counts = sums.summary()
    told = ", ".join(count(counts[level], level, output.ui_lang) for level in _COMMANDS)
    lines = [f"### ipr-lint: {told}\n", "| | | |", "|---|---|---|", *first]
    if more:
        lines.append(f"| … | | +{more} |")
    return "\n".join(lines) + "\n"
