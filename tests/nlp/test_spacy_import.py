"""spaCy is imported without its command line, and is whole all the same."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from ipr_lint.nlp.spacy_import import spacy
module = spacy()
assert module is spacy()
assert not [name for name in sys.modules if name.startswith(("spacy.cli", "weasel", "typer"))]
assert [token.text for token in module.blank("nb")("Kommunene møttes.")] == ["Kommunene", "møttes", "."]
assert "spaCy version" in str(module.info(silent=True)) or module.info(silent=True)["spacy_version"]
import spacy.cli
assert spacy.cli.info.__module__ == "spacy.cli.info"
"""


def test_the_command_line_comes_when_it_is_asked_for() -> None:
    subprocess.run([sys.executable, "-W", "ignore", "-c", CODE], check=True)
