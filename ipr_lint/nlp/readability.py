"""Analysis -> the running text that readability counts, and the formulas on it: LIX, RIX, OVIX, Flesch and shares.

LIX and its parts: Björnsson, Läsbarhet (1968). RIX: Anderson, Journal of Reading 26 (1983). OVIX: Hultman & Westman,
Gymnasistsvenska (1977). Nominal quotient: Melin & Lange, Att analysera text. Flesch Reading Ease: Flesch, Journal of
Applied Psychology 32 (1948). Nothing is rounded here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipr_lint.model import Block, Kind, Span
from ipr_lint.nlp.sentences import letters, words

if TYPE_CHECKING:
    from ipr_lint.nlp.analysis import Analysis

LONG_WORD = 6  # letters; a word with more is long (Björnsson)
_WHOLE_SENTENCE = 8  # words; a paragraph that is shorter and has no end mark is a byline, a label or an address
_MARKS = (".", "?", "!", "…")
_OPENING = "«“„\"'([–—- \u00a0"
_CLOSING = "»”’\"')] \u00a0"
_NORWEGIAN = ("nb", "nn")


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence: where it stands, its words, how many of them are long."""

    span: Span
    words: tuple[str, ...]
    long: int


def measured(draft: Analysis) -> tuple[Measured, ...]:
    """The sentences that count, in the language most of the text is in.

    Headings, list fragments, tables, quote blocks, boilerplate, addresses and text in other languages do not count;
    list items that are whole sentences do.
    """
    return draft.memo("measured", lambda: tuple(_measure(draft)))


def _measure(draft: Analysis) -> list[Measured]:
    found = []
    for block in draft.blocks(Kind.PARAGRAPH, Kind.LIST_ITEM):
        if draft.role(block) == "boilerplate" or not _counts(block) or not _same_language(draft, block):
            continue
        for sentence in draft.sentences(block):
            text = block.text[sentence.start : sentence.end]
            tokens = tuple(match[0] for match in words(text))
            if tokens:
                long = sum(letters(token) > LONG_WORD for token in tokens)
                found.append(Measured(Span(block.id, sentence.start, sentence.end), tokens, long))
    return found


def _counts(block: Block) -> bool:
    """Whether a block is running text: it ends as a sentence does, or (a paragraph) is as long as one."""
    ends = block.text.rstrip(_CLOSING).endswith(_MARKS)
    if block.kind is Kind.LIST_ITEM:
        return ends and not block.text.lstrip(_OPENING)[:1].islower()  # «… og bussene billigere.» ends a list
    return ends or len(block.text.split()) >= _WHOLE_SENTENCE


def _same_language(draft: Analysis, block: Block) -> bool:
    own, main = draft.language_of(block), draft.language
    return own == main or (own in _NORWEGIAN and main in _NORWEGIAN)


def lix(sentences: Sequence[Measured]) -> float | None:
    """Words per sentence + long words in per cent of the words; None without words."""
    count, long = _totals(sentences)
    return count / len(sentences) + 100 * long / count if count else None


def rix(sentences: Sequence[Measured]) -> float | None:
    """Long words per sentence."""
    count, long = _totals(sentences)
    return long / len(sentences) if count else None


def mean_length(sentences: Sequence[Measured]) -> float | None:
    """Words per sentence."""
    count, _ = _totals(sentences)
    return count / len(sentences) if count else None


def long_share(sentences: Sequence[Measured]) -> float | None:
    """Long words in per cent of the words."""
    count, long = _totals(sentences)
    return 100 * long / count if count else None


def ovix(sentences: Sequence[Measured]) -> float | None:
    """Word variation: log n / log (2 - log u / log n) for n words, u different ones; None where it is not defined."""
    tokens = [word.lower() for sentence in sentences for word in sentence.words]
    count, unique = len(tokens), len(set(tokens))
    if count < 2 or unique == count:
        return None
    return math.log(count) / math.log(2 - math.log(unique) / math.log(count))


def flesch(sentences: Sequence[Measured]) -> float | None:
    """Flesch Reading Ease of English text: 206.835 - 1.015 words per sentence - 84.6 syllables per word."""
    from ipr_lint.nlp.english import syllables

    count, _ = _totals(sentences)
    if not count:
        return None
    spoken = sum(syllables(word) for sentence in sentences for word in sentence.words)
    return 206.835 - 1.015 * count / len(sentences) - 84.6 * spoken / count


def heaviest(sentences: Sequence[Measured], count: int) -> list[Measured]:
    """The sentences without which LIX would fall most, the worst first; none that would raise it; else the only one."""
    total, long = _totals(sentences)
    number = len(sentences)
    if number < 2:
        return list(sentences[:count])

    def without(one: Measured) -> float:
        rest = total - len(one.words)
        return rest / (number - 1) + 100 * (long - one.long) / rest if rest else math.inf

    now = total / number + 100 * long / total
    ranked = sorted(sentences, key=lambda one: (without(one), one.span.block, one.span.start))
    return [one for one in ranked[:count] if without(one) < now]


def _totals(sentences: Sequence[Measured]) -> tuple[int, int]:
    return sum(len(one.words) for one in sentences), sum(one.long for one in sentences)
