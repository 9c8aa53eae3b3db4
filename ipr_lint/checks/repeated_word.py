"""A word that stands twice in a row, except where Norwegian grammar or a name repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.shielded import is_parted, is_shielded, shields
from ipr_lint.nlp.tokens import token_at
from ipr_lint.nlp.wordforms import is_common
from ipr_lint.source_map import source_range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

needs = Needs.PARSE

_TWICE = re.compile(r"(?<![\w’'.@/-])([^\W\d_]+)\s+\1(?![\w’'@/-])", re.IGNORECASE)
_SHOWN = re.compile(r"\{[{<%]|!\[|<(?:img|input|svg|br|hr|video|audio|iframe|button|select|object|picture|math)\b",
                    re.IGNORECASE)
_OPENS_CLAUSE = frozenset({
    "alt", "at", "da", "de", "dei", "den", "der", "dersom", "det", "dette", "du", "eg", "fordi", "han", "ho", "hun",
    "hva", "hvem", "hvis", "hvor", "hvordan", "jeg", "korleis", "kva", "kven", "me", "noe", "når", "slik", "som", "vi"})
_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE_STRANDED = frozenset({"VERB", "AUX", "ADV", "ADP", "PART"})
_AFTER_PREPOSITION = frozenset({"ADJ", "ADV", "NUM"})
_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Repetitions that are right; all in lower case."""

    exceptions: Annotated[tuple[str, ...], Meta(description="words that may stand twice: ja ja, nei nei")]
    names: Annotated[tuple[str, ...], Meta(description="names made of one word twice: Duran Duran")]
    prepositions: Annotated[
        tuple[str, ...], Meta(description="may end one clause and begin the next phrase: «er med med en gang»")]
    pronouns: Annotated[tuple[str, ...], Meta(description="may stand twice before a verb: «er det det handler om»")]
    phrases: Annotated[tuple[str, ...], Meta(description="phrases whose first word may follow itself: «i går»")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per repeated word; variant `usikker` where both readings are possible."""
    for block in draft.blocks():
        ranges = shields(block)
        for match in _TWICE.finditer(block.text):
            word = match[1].lower()
            if word in params.exceptions or word in params.names or is_shielded(ranges, *match.span()):
                continue
            if _is_parted(draft.document.source, block, match):
                continue
            rest = block.text[match.start() + len(match[1]) :].lstrip().lower()
            if any(rest.startswith(phrase) for phrase in params.phrases):
                continue
            doubtful = _may_be_right(draft.doc(block), match, params) or _meets_heading(match)
            if doubtful and word in params.pronouns:
                continue  # «det var det det handlet om» is too common to ask about
            fix = Fix("Stryk det ene ordet", (Edit(Span(block.id, match.end(1), match.end()), ""),), safe=not doubtful)
            yield Hit(Span(block.id, *match.span()), {"word": match[1]}, "usikker" if doubtful else "", (fix,))


def _is_parted(source: str, block: Block, match: re.Match[str]) -> bool:
    """Whether a picture or what a template prints stands between the two words in the draft."""
    if is_parted(block, *match.span()):
        return True
    low = source_range(block.pieces, match.start(), match.end(1))[1]
    high = source_range(block.pieces, match.end() - len(match[1]), match.end())[0]
    return _SHOWN.search(source, low, high) is not None


def _meets_heading(match: re.Match[str]) -> bool:
    """«søndag Søndag», «Hamar Hamar»: the end of a heading, or a name, and the first word of what follows."""
    second = match[0][len(match[1]) :].lstrip()
    return second[:1].isupper() and (match[1][:1].islower() or not is_common(match[1].lower()))


def _may_be_right(doc: Doc | None, match: re.Match[str], params: Params) -> bool:
    """Whether the grammar allows the word twice: the end of one clause or phrase and the start of the next."""
    first = token_at(doc, match.start()) if doc is not None else None
    if doc is None or first is None or first.i + 2 >= len(doc):
        return False
    word, follower = match[1].lower(), doc[first.i + 2]
    before = list(doc[first.sent.start : first.i]) if doc.has_annotation("SENT_START") else []
    if word in params.prepositions:
        if follower.pos_ in _AFTER_PREPOSITION and word == "for":
            return True
        return bool(before) and before[-1].pos_ in _BEFORE_STRANDED and _has_clause(before[:-1])
    if word in params.pronouns:
        return follower.pos_ not in _NOMINAL
    if first.pos_ in _VERBAL or doc[first.i + 1].pos_ in _VERBAL:
        return _has_clause(before[:-1])
    return False


def _has_clause(before: list[Token]) -> bool:
    return any(token.lower_ in _OPENS_CLAUSE for token in before)
