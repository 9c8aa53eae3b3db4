"""spaCy without its command line, whose imports (typer, weasel, httpx, requests …) are a quarter of a cold start."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_COMMANDS, _INFO = "spacy.cli", "spacy.cli.info"


def spacy() -> Any:
    """The module. `spacy/__init__` wants one function of its command line (`spacy.info`): it gets one that imports the
    real one when it is called, and whoever imports `spacy.cli` afterwards gets that whole."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {_COMMANDS: ModuleType(_COMMANDS), _INFO: ModuleType(_INFO)}
    stand_ins[_INFO].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        return importlib.import_module("spacy")
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    return importlib.import_module(_INFO).info(*arguments, **options)
