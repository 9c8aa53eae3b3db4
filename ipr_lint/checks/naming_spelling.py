"""The name spelled otherwise than it should be, and «IPR» alone before the text has said which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.facts.names import Names
from ipr_lint.model import Block, Edit, Fix, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.mentions import Form, spotter

needs = Needs.TEXT
Params = NoParams

_ALONE = re.compile(r"(?<![\w(«-])IPR(?=s?\b)(?!\))")
# A word before «IPR» that makes it another council's name, or the kind of council.
_NAMED = re.compile(r"(?:[A-ZÆØÅ][\w-]*|\b(?:et|eit|en|ein|slike|andre|alle|flere|fleire|nye|an|other)) $")
_DEFINED = re.compile(r"\(IPR\)")


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit per misspelled name; one for the first «IPR» that nothing explains."""
    yield from _misspelled(draft)
    if (alone := _first_alone(draft)) is not None:
        yield alone


def _misspelled(draft: Analysis) -> Iterator[Hit]:
    find = spotter(draft.facts.get(Names)).find
    for block in _written(draft):
        for place in find(block):
            if place.correct and place.form in (Form.BARE, Form.FULL):
                span = Span(block.id, place.start, place.name_end)
                fix = Fix(f"Skriv «{place.correct}»", (Edit(span, place.correct),), safe=True)
                wrong = block.text[place.start : place.name_end]
                yield Hit(span, {"correct": place.correct}, fixes=(fix,), evidence=f"skrevet «{wrong}»")


def _first_alone(draft: Analysis) -> Hit | None:
    names = draft.facts.get(Names)
    find = spotter(names).find
    if not any(names.area in block.text for block in _written(draft)):
        return None
    for block in _written(draft):
        named = [place for place in find(block) if place.form in (Form.FULL, Form.LEGAL)]
        explained = [place.start for place in named] + [m.start() for m in _DEFINED.finditer(block.text)]
        for match in _ALONE.finditer(block.text):
            if any(position <= match.start() for position in explained):
                return None
            if _NAMED.search(block.text, max(0, match.start() - 40), match.start()) is None:
                span = Span(block.id, match.start(), match.end())
                fix = Fix(f"Skriv «{names.organisation}»", (Edit(span, names.organisation),))
                values = {"correct": names.organisation}
                return Hit(span, values, variant="forkortet", fixes=(fix,), evidence="det finnes flere råd med IPR")
        if explained:
            return None
    return None


def _written(draft: Analysis) -> Iterator[Block]:
    return (block for block in draft.blocks() if block.kind is not Kind.IMAGE)
