"""Names of checks -> their modules, ours or plug-ins'."""

from __future__ import annotations

import importlib
from typing import Any


def check_module(name: str) -> Any:
    """The check of that name, ours or a plug-in's (entry point group `ipr_lint.checks`); None if there is none."""
    module = f"ipr_lint.checks.{name.replace('-', '_')}"
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
    from importlib.metadata import entry_points  # slow to import, and seldom needed

    for entry in entry_points(group="ipr_lint.checks", name=name):
        return entry.load()
    return None
