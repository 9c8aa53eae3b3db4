"""The house rules: types, style, layers, sizes, and nothing heavy imported before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "ipr_lint").rglob("*.py"))


@pytest.mark.parametrize(
    "command",
    [["-m", "ruff", "check", "."], ["-m", "mypy"],
     ["-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]],
    ids=["ruff", "mypy", "import-linter"],
)
def test_tool_is_content(command: list[str]) -> None:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["rules"], ["explain", "lang-setning"], ["config"], ["--version"]],
                         ids=lambda arguments: arguments[0])
def test_light_commands_never_import_spacy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom ipr_lint.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "heavy = {'spacy', 'thinc', 'numpy', 'docx', 'langdetect', 'simplemma'} & sys.modules.keys()\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_rooms_stay_small() -> None:
    limits = {path: 250 if path.name == "model.py" else 150 for path in SOURCES}
    crowded = {str(path.relative_to(ROOT)): size for path, limit in limits.items()
               if (size := path.read_text(encoding="utf-8").count("\n")) > limit}
    assert crowded == {}


def test_functions_stay_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 40
    ]
    assert long == []


def test_every_module_says_what_it_does() -> None:
    silent = [str(path.relative_to(ROOT)) for path in SOURCES
              if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_pages_made_from_the_rules_are_not_stale() -> None:
    code = "from ipr_lint.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "docs", "docs", "--check"], cwd=ROOT, capture_output=True,
                          text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "ipr_lint", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout.split(",")[0]) == (0, "ipr-lint")
