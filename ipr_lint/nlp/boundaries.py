"""Sentences as LIX counts them -> sentences as a reader hears them: cut at colons and glued headings, too.

LIX knows no sentence end but . ? ! and … ; a new sentence after a colon, or after a heading that lost its line break,
is one to the reader all the same. The colon is decided by what follows, the missing end mark by the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ipr_lint.facts.abbreviations import Abbreviations
from ipr_lint.nlp.sentences import Sentence, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLON = re.compile(r"(?P<before>[^\s(«\"]{0,60}):(?=\s+(?:[-–—] ?|[«\"“])?[A-ZÆØÅ])")
_UNMARKED = ")]%"
_TITLE = 60  # characters
_HEADING = 14  # tokens; a longer stretch without end mark is no heading, caption or byline
_OPENING = "«\"“–—-("


def refine(text: str, sentences: Sequence[Sentence], abbreviations: Abbreviations,
           doc: Doc | None = None) -> list[Sentence]:
    """The same sentences, cut at colons before a new sentence and, with a parsed `doc`, at gaps without end mark."""
    cuts = set(_colons(text, frozenset(abbreviations.labels)))
    if doc is not None and doc.has_annotation("DEP"):
        cuts |= set(_gaps(text, doc))
    return [part for one in sentences for part in _cut(text, one, sorted(c for c in cuts if one.start < c < one.end))]


def _colons(text: str, labels: frozenset[str]) -> Iterator[int]:
    for match in _COLON.finditer(text):
        if match["before"].lower() not in labels and not _in_title(text, match.end()):
            yield match.end()


def _in_title(text: str, at: int) -> bool:
    """Whether a place is inside «Title: Subtitle», a short quotation without end marks."""
    start, end = text.rfind("«", max(0, at - _TITLE), at), text.find("»", at, at + _TITLE)
    inside = text[start + 1 : end] if 0 <= start < end else "."
    return not any(mark in inside for mark in ".?!»")


def _gaps(text: str, doc: Doc) -> Iterator[int]:
    """Where the parser begins a sentence with a capital, number or dash after a word that has no end mark.

    A name is what the parser most often takes for a beginning, so before one only a phrase without verb may end.
    """
    for before, after in pairwise(doc.sents):
        first, bare = after[0], text[: after.start_char].rstrip()
        opens = first.text[0].isupper() or first.text[0].isdigit() or first.text[0] in _OPENING
        if not opens or len(before) > _HEADING or not (bare[-1:].isalnum() or bare[-1:] in tuple(_UNMARKED)):
            continue
        has_verb = any("VerbForm=Fin" in token.morph for token in before)
        if first.pos_ != "PROPN" or (not has_verb and len(before) > 1):
            yield len(bare)


def _cut(text: str, sentence: Sentence, cuts: Sequence[int]) -> Iterator[Sentence]:
    if not cuts:
        yield sentence
        return
    start = sentence.start
    for end in (*cuts, sentence.end):
        while start < end and text[start].isspace():
            start += 1
        if any(char.isalnum() for char in text[start:end]):
            yield Sentence(start, end, sum(1 for _ in words(text[start:end])))
        start = end
