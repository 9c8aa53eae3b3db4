"""A draft -> its sentences and fragments in reading order, each with its words and the label that a table gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ipr_lint.model import Block, Kind, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.phrase_words import Word, Words, words

_LABEL = 6  # words; what is longer says more than what a row or a column is about


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or fragment of the draft: its place in reading order and its words.

    `labels`: the words of the cell that begins its row and of the one that heads its column, () outside tables.
    """

    index: int
    block: Block
    start: int
    end: int
    words: Words
    labels: tuple[tuple[Word, ...], ...] = ()

    @property
    def text(self) -> str:
        """The sentence."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class FactMention:
    """A fact stated at a span: `status` is ok, altered or outdated; `period` says when an outdated value was right.

    `aside`: a link to some page of the website, which tells the address but is not there for the facts' sake.
    `besides`: how many are named beside a number («Oslo og 64 andre»: one), and so not counted in it.
    """

    fact: str
    status: str
    unit: int
    span: Span
    period: str = ""
    aside: bool = False
    besides: int = 0


def units(draft: Analysis) -> tuple[Unit, ...]:
    """Every sentence with text, headings, cells and page footers included, in reading order."""
    return draft.memo("fact-units", lambda: tuple(_units(draft)))


def _units(draft: Analysis) -> Iterator[Unit]:
    index = 0
    labels = _labels(draft)
    for block in draft.blocks():
        for sentence in draft.sentences(block):
            text = block.text[sentence.start : sentence.end]
            told = words(text, sentence.start)
            yield Unit(index, block, sentence.start, sentence.end, told, labels.get(block.id, ()))
            index += 1


def _labels(draft: Analysis) -> Mapping[int, tuple[tuple[Word, ...], ...]]:
    """By block id of a cell: the words of the cells that begin its row and its column."""
    rows: dict[tuple[str, str], Block] = {}
    columns: dict[tuple[str, str], Block] = {}
    found = {}
    for block in draft.blocks(Kind.TABLE_CELL):
        table, row, column = (block.attributes.get(name, "") for name in ("table", "row", "column"))
        heads = (rows.setdefault((table, row), block), columns.setdefault((table, column), block))
        told = [words(head.text) for head in heads if head is not block]
        found[block.id] = tuple(label for label in told if 0 < len(label) <= _LABEL)
    return found
