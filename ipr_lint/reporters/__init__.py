"""Report -> text. One module per format; positions in lines and columns are made here and nowhere else."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from ipr_lint.reporters.entry import Entry
    from ipr_lint.rulebook import Rulebook

_MODULES = {
    "text": "terminal", "concise": "concise", "json": "json", "sarif": "sarif", "github": "github",
    "gitlab": "gitlab", "junit": "junit", "rdjson": "rdjson", "html": "html",
}
FORMATS = tuple(_MODULES)


class Output(msgspec.Struct, frozen=True):
    """A finished run as the reporters see it; everything but colour and width decides the bytes of the report."""

    entries: Sequence[Entry]
    rulebook: Rulebook
    strategy: str = ""
    pipelines: Mapping[str, str] = {}
    ui_lang: str = "nb"
    fail_on: str = "error"
    color: bool = False
    width: int = 100
    show_suppressed: bool = False
    statistics: bool = False
    quiet: bool = False


class Reporter(Protocol):
    """A reporter module, ours or a plug-in's (entry point group `ipr_lint.reporters`)."""

    def render(self, output: Output) -> str:
        """The whole report, ending in a newline unless empty."""


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
