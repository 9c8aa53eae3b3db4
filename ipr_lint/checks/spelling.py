"""Misspelled words: unknown, rare in the draft, and one slip away from a common word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Abstain, Block, Edit, Fix, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_shielded, shields
from ipr_lint.nlp.spelling import NoWordList, Speller, speller

needs = Needs.TEXT

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SHORT_QUOTE = re.compile(r"«[^«»]{1,40}»")
_AROUND = 3  # words on either side whose company tells a foreign phrase


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where word lists are, and which words to leave alone."""

    folders: Annotated[tuple[str, ...], Meta(description="where Hunspell lists stand; {language} is nb or nn")]
    names: Annotated[dict[str, tuple[str, ...]], Meta(description="file names of each language's list, without suffix")]
    extra: Annotated[tuple[str, ...], Meta(description="right words that the lists lack, lower case")]
    short_parts: Annotated[tuple[str, ...], Meta(description="first parts of compounds with two or three letters")]
    missing: Annotated[str, Meta(description="what the report says where no word list is installed")]
    shortest: Annotated[int, Meta(ge=3, description="shortest word judged, in letters")]
    at_most: Annotated[int, Meta(ge=1, description="a word used more often than this is meant as it stands")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One hit per word; names, capitals, quoted words and foreign phrases are left alone."""
    extra, short = frozenset(params.extra), frozenset(params.short_parts)
    blocks = [block for block in draft.blocks() if block.kind is not Kind.IMAGE]
    counts = Counter(match[0].lower() for block in blocks for match in _WORD.finditer(block.text))
    for block in blocks:
        language = draft.language_of(block) or "nb"
        if language not in params.names:
            continue
        try:
            mine = speller(language, params.folders, params.names[language], extra, short)
        except NoWordList:
            yield Abstain(params.missing)
            return
        yield from _misspelled(block, mine, counts, params)


def _misspelled(block: Block, mine: Speller, counts: Counter[str], params: Params) -> Iterator[Hit]:
    left_alone = (*shields(block), *(match.span() for match in _SHORT_QUOTE.finditer(block.text)),
                  *((mark.start, mark.end) for mark in block.marks if mark.kind == "emphasis"))
    words = list(_WORD.finditer(block.text))
    for index, match in enumerate(words):
        word = match[0]
        if len(word) < params.shortest or not _is_plain(block.text, match) or counts[word.lower()] > params.at_most:
            continue
        if is_shielded(left_alone, *match.span()) or mine.knows(word.lower()):
            continue
        meant = mine.meant(word.lower())
        near = [one[0] for one in words[max(0, index - _AROUND) : index + _AROUND + 1] if one is not match]
        if meant and not _is_english(word) and not any(_is_foreign(one, mine) for one in near):
            right = meant[0].capitalize() if word[0].isupper() else meant[0]
            span = Span(block.id, *match.span())
            yield Hit(span, {"found": word, "right": right}, fixes=(Fix(f"Skriv «{right}»", (Edit(span, right),)),))


def _is_plain(text: str, match: re.Match[str]) -> bool:
    """A small word, or one whose capital opens a sentence; no part of «satsings- og …», «13-åringen», «journ.anm.»."""
    word = match[0]
    if not word.isalpha() or not word[1:].islower():
        return False
    if text[match.end() : match.end() + 1] in "-’'/@_" and match.end() < len(text):
        return False
    if text[match.start() - 1 : match.start()] in ("-", "–", "/", ".", "’", "'", "@", "_"):
        return False
    if re.match(r"\.[^\W\d_]", text[match.end() :]):
        return False
    return word[0].islower()


def _is_foreign(word: str, mine: Speller) -> bool:
    return word.islower() and len(word) > 3 and not mine.knows(word) and not mine.meant(word)


def _is_english(word: str) -> bool:
    import simplemma

    return bool(simplemma.is_known(word, lang="en"))
