"""Texts made to be slow or to mislead, as they came up in trials; what is quick is measured in steps, not in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.engine import Engine
from ipr_lint.model import Document
from ipr_lint.nlp.analysis import plain
from ipr_lint.nlp.tokens import token_at, token_before


def draft(text: str, name: str = "a.md") -> Document:
    return readers.read(Path(name), data=text.encode())


def test_endless_runs_of_marks_are_not_taken_apart_by_spacy(engine: Engine) -> None:
    text = "Se " + "«" * 300 + " her: vi drar hjem…"
    assert len(plain(text)) == len(text)
    document = draft(text, "a.txt")
    doc = engine.analyse(document).doc(document.blocks[0])
    assert doc is not None
    assert len(doc) < 20  # was 300 and more
    assert (doc[0].text, doc[-2].text) == ("Se", "hjem")


@pytest.mark.parametrize("text", ["om {{ .Site.Title }}.", "om {{ .Title }} og {{ tall }} til", "den {% dato %}, sa"])
def test_spaces_around_template_tags_are_left_alone(text: str, engine: Engine) -> None:
    """The page puts words there; the fix made «om{{ .Site.Title }}.» of it."""
    assert [f for f in engine.lint(draft(f"Les mer {text}\n")).findings if f.rule == "tegn"] == []


def test_other_misplaced_spaces_are_still_found(engine: Engine) -> None:
    found = [f for f in engine.lint(draft("Se **Hamar** , «A» &amp; [B](b.md)  og <!-- x --> C .\n")).findings
             if f.rule == "tegn"]
    assert len(found) >= 3


def test_tokens_by_their_place(engine: Engine) -> None:
    (doc,) = engine.pipelines.parse(["Planen koster 45 millioner."])
    starting = [token_at(doc, at) for at in (0, 1, 7, 14, 99)]
    ending = [token_before(doc, at) for at in (0, 6, 5, 16, 27)]
    assert [one and one.text for one in starting] == ["Planen", None, "koster", "45", None]
    assert [one and one.text for one in ending] == [None, "Planen", None, "45", "."]
