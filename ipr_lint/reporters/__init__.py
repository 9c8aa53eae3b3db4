"""Report -> text. One module per format; positions in lines and columns are made here and nowhere else.

A format is made in one of two ways: file by file (`Piecewise`: nothing is held but sums, and what was written of a file
can be kept in the cache), or from all entries at once (`Whole`).
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import msgspec

if TYPE_CHECKING:
    from ipr_lint.reporters.entry import Entry
    from ipr_lint.reporters.tally import Sums
    from ipr_lint.rulebook import Rulebook

_MODULES = {
    "text": "terminal", "concise": "concise", "json": "json", "sarif": "sarif", "github": "github",
    "gitlab": "gitlab", "junit": "junit", "rdjson": "rdjson", "html": "html",
}
FORMATS = tuple(_MODULES)


class Output(msgspec.Struct, frozen=True):
    """A finished run as the reporters see it; everything but colour and width decides the bytes of the report."""

    rulebook: Rulebook
    entries: Sequence[Entry] = ()  # only for a format that is made at once
    few: bool = True  # so few files that there is room for a table about each
    strategy: str = ""
    pipelines: Mapping[str, str] = {}
    ui_lang: str = "nb"
    fail_on: str = "error"
    color: bool = False
    width: int = 100
    show_suppressed: bool = False
    statistics: bool = False
    quiet: bool = False


@runtime_checkable
class Whole(Protocol):
    """A reporter module that needs all entries, ours or a plug-in's (entry point group `ipr_lint.reporters`)."""

    def render(self, output: Output) -> str:
        """The whole report, ending in a newline unless empty."""


class Piecewise(Protocol):
    """A reporter module that takes one entry at a time, ours or a plug-in's."""

    def piece(self, entry: Entry, output: Output) -> str:
        """What the report says of one file, whatever the others are."""

    def frame(self, output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterable[bytes]:
        """The report in parts (UTF-8): the pieces, each used once and in order, and what is written around them.

        `sums` covers the files whose pieces have been taken so far: all of them after the last piece.
        """


Reporter = Whole | Piecewise


def reporter(name: str) -> Reporter:
    """The reporter for a format. Raises: KeyError for an unknown one."""
    if name in _MODULES:
        module: Reporter = importlib.import_module(f"ipr_lint.reporters.{_MODULES[name]}")
        return module
    from importlib.metadata import entry_points  # slow to import, and seldom needed

    for entry in entry_points(group="ipr_lint.reporters", name=name):
        loaded: Reporter = entry.load()
        return loaded
    raise KeyError(name)
