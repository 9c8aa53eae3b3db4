"""Entries -> the JSON report, version 1 (a contract: add fields freely, change or remove none)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ipr_lint.reporters import Output
from ipr_lint.reporters.arrays import array, indented
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.tally import Sums
from ipr_lint.version import __version__

VERSION = 1


def piece(entry: Entry, output: Output) -> str:
    """One file as it stands in the list of files."""
    shown = {name: getattr(entry, name) for name in entry.__struct_fields__ if name != "blocks"}
    return indented(shown, 2)


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterator[bytes]:
    """The whole report as indented JSON with a final newline."""
    tool = {"name": "ipr-lint", "version": __version__, "strategy": output.strategy, "pipelines": output.pipelines}
    yield f'{{\n "version": {VERSION},\n "tool": {indented(tool, 1)},\n "files": '.encode()
    yield from array(pieces, 2)
    yield f',\n "summary": {indented(sums.summary(), 1)}'.encode()
    if output.statistics:
        from ipr_lint.reporters.totals import totals

        yield f',\n "statistics": {indented(totals(sums), 1)}'.encode()
    yield b"\n}\n"
