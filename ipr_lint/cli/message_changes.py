"""Two rulebooks -> which of the message rules' own examples they judge differently: what an edited wording does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ipr_lint import readers, rulebook
from ipr_lint.cli.examples import unmark
from ipr_lint.engine import Engine
from ipr_lint.nlp.messages import verdicts
from ipr_lint.rulebook import Example

_SUFFIX = {"text": ".txt", "markdown": ".md", "html": ".html"}


def changes(edited: Engine) -> Iterator[str]:
    """One line for each example and message whose verdict is not the shipped rulebook's."""
    shipped = Engine(rulebook.load(), edited.settings)
    for rule in edited.rules:
        for kind, items in (("good", rule.file.good), ("bad", rule.file.bad)):
            for number, item in enumerate(items, start=1):
                example = Example(item) if isinstance(item, str) else item
                before, after = _states(shipped, example), _states(edited, example)
                for id_ in sorted(before.keys() | after.keys()):
                    if before.get(id_) != after.get(id_):
                        yield f"{rule.id}, {kind} {number}: {id_} var {before.get(id_)}, blir {after.get(id_)}"


def _states(engine: Engine, example: Example) -> dict[str, str]:
    text, _ = unmark(example.text)
    document = readers.read(Path("eksempel" + _SUFFIX[example.format]), data=text.encode())
    return {one.message.id: _state(bool(one.stated), bool(one.denied)) for one in verdicts(engine.analyse(document))}


def _state(stated: bool, denied: bool) -> str:
    return ("formidlet og motsagt" if denied else "formidlet") if stated else "motsagt" if denied else "ikke nevnt"
