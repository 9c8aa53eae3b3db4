"""Personal numbers: birth, D-, H- and synthetic test numbers; the number itself is in no value of the hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ipr_lint.checks import NoParams
from ipr_lint.model import Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.personal_numbers import find

needs = Needs.TEXT
Params = NoParams


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit per number in the text, its span only; one for each link, image or key of the metadata that holds any."""
    for block in draft.blocks():
        for start, end in find(block.text):
            yield Hit(Span(block.id, start, end))
        for mark in block.marks:
            if _has_number(mark.attributes.values()):
                yield Hit(block.span(mark.start, mark.end), evidence="i adressen eller beskrivelsen bak teksten")
        if _has_number(block.attributes.values()):
            yield Hit(block.span(), evidence="i adressen eller alternativteksten til bildet")
    shown = {block.text for block in draft.blocks()}  # a title in the front matter is read as a heading, too
    for key in _keys(draft.context.metadata, shown):
        yield Hit(None, evidence=f"i egenskapen «{key}»")


def _has_number(values: Iterable[str]) -> bool:
    return any(True for value in values for _ in find(value))


def _keys(metadata: Mapping[str, str | tuple[str, ...]], shown: set[str]) -> Iterator[str]:
    for key, value in metadata.items():
        if value not in shown and _has_number([value] if isinstance(value, str) else value):
            yield key
