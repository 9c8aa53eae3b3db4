"""A draft and what a channel's part looks like -> whether the draft has that part."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ipr_lint.facts import Texts
from ipr_lint.facts.organisation import Contacts
from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Block, Kind
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.announcements import dated_blocks
from ipr_lint.nlp.contacts import contact_blocks, emails, has_role, phones
from ipr_lint.nlp.dates import times
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find

_OPENING, _ENDING = 8, 10  # blocks from the start and from the end
_URL = re.compile(r"https?://|www\.|(?<![\w@.-])[\w-]{2,40}\.(?:no|com|org|eu|net|info)(?![\w@])", re.IGNORECASE)
_NAME = r"[A-ZÆØÅ][\wæøå'’-]{1,20}(?:\s(?:[A-ZÆØÅ]\.|[A-ZÆØÅ][\w'’-]{1,20})){1,3}"
_BY = r"(?:(?:[^\W\d]{2,25}\s)?[Aa]v|[Tt]ekst:?|[Kk]ronikk:?|[Bb]y)\s"  # «Av», «Skrevet av», «Kronikk av»
_BYLINE = re.compile(rf"^\W{{0,3}}(?:(?P<by>{_BY})(?:[a-zæøå][\w-]{{1,40}}\s){{0,4}})?{_NAME}(?P<then>\W|$)")
_NAME_ENDS = re.compile(rf"\W*$|\s?[,(|/–&]|\s(?:og|and)\s{_NAME}|\s(?:i|ved|for|in|of|at)\s[A-ZÆØÅ]")
_BYLINE_WORDS = 25
_LONGEST_NAME = 6  # words with «Av»; a longer line with a full stop is a sentence

Finder = Literal["opening", "anywhere", "ending", "date", "time", "title", "quote", "contact", "image", "byline",
                 "link", "sign-up", "signature"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part: its name in messages, how it is found, and the words (or metadata) that show it."""

    label: Texts
    find: Annotated[Finder, Meta(description="how the part is found")]
    phrases: Annotated[Phrases, Meta(description="words that show it")] = ""
    metadata: Annotated[tuple[str, ...], Meta(description="metadata that stand for it")] = ()


def has(draft: Analysis, part: Part) -> bool:
    """Whether a draft has a part; what a format cannot hold (images in plain text) counts as there."""
    if any(draft.context.metadata.get(name) for name in part.metadata):
        return True
    return _FINDERS[part.find](draft, part.phrases)


def links(draft: Analysis) -> bool:
    """Whether a reader can follow a link or write to an address somewhere in the draft."""
    return any(
        _URL.search(block.text) or next(emails(block), None) or any(mark.kind == "link" for mark in block.marks)
        for block in draft.blocks())


def has_link(block: Block, start: int, end: int) -> bool:
    """Whether `text[start:end]` has a link or a web address."""
    return _URL.search(block.text, start, end) is not None or any(
        mark.kind == "link" and mark.start < end and start < mark.end for mark in block.marks)


def is_reachable(block: Block, start: int, end: int) -> bool:
    """Whether `text[start:end]` has a link, an e-mail address or a telephone number."""
    spans = (*(span for span, _ in emails(block)), *phones(block))
    return has_link(block, start, end) or any(span.start < end and start < span.end for span in spans)


def title(draft: Analysis) -> Block | None:
    """The first heading."""
    return next((block for block in draft.blocks(Kind.HEADING) if draft.role(block) == "title"), None)


def _texts(draft: Analysis) -> list[Block]:
    return [block for block in draft.blocks() if block.text.strip()]


def _in(blocks: list[Block], phrases: str) -> bool:
    return any(find(phrases, words(block.text)) for block in blocks)


def _is_image(draft: Analysis, phrases: str) -> bool:
    if draft.document.format == "text":
        return True
    marked = any(mark.kind == "image" for block in draft.blocks() for mark in block.marks)
    return marked or any(block.kind is Kind.IMAGE for block in draft.blocks()) or _in(_texts(draft), phrases)


def _is_quoted(draft: Analysis, phrases: str) -> bool:
    """A direct quotation with somebody it is attributed to."""
    return any(quotation.speaker for block in draft.running() for quotation in draft.quotations(block))


def _has_byline(draft: Analysis, phrases: str) -> bool:
    """A short line with a name near the start or the end, with an office or «av» to show that it is the writer's."""
    blocks, facts = _texts(draft), draft.facts.get(Contacts)
    near = [block for block in (*blocks[:_OPENING], *blocks[-_ENDING:]) if draft.role(block) != "title"]
    return any(_is_byline(line.strip("*_ "), phrases, facts, block.kind is Kind.HEADING)
               for block in near for line in block.text.split("\n"))


def _is_byline(line: str, phrases: str, facts: Contacts, is_heading: bool) -> bool:
    """A heading (plain text has short lines for headings) needs «av» or a comma after the name."""
    match = _BYLINE.match(line) if len(line.split()) <= _BYLINE_WORDS else None
    if match is None or (is_heading and not match["by"] and match["then"] != ","):
        return False
    if find(phrases, words(line)):
        return True
    is_sentence = line.endswith(".") and len(line.split()) > _LONGEST_NAME
    named = match["by"] and _NAME_ENDS.match(line, match.start("then"))
    return not is_sentence and bool(named or has_role(line, facts))


def _is_signed(draft: Analysis, phrases: str) -> bool:
    return _in(_texts(draft)[-_ENDING:], phrases)


def _can_sign_up(draft: Analysis, phrases: str) -> bool:
    return _in(_texts(draft), phrases) and links(draft)


_FINDERS: dict[str, Callable[[Analysis, str], bool]] = {
    "opening": lambda draft, phrases: _in(_texts(draft)[:_OPENING], phrases),
    "anywhere": lambda draft, phrases: _in(_texts(draft), phrases),
    "ending": _is_signed,
    "date": lambda draft, phrases: bool(dated_blocks(draft)),
    "time": lambda draft, phrases: any(next(times(block.text), None) for block in _texts(draft)),
    "title": lambda draft, phrases: title(draft) is not None,
    "quote": _is_quoted,
    "contact": lambda draft, phrases: any((one.phone and one.email) or one.parts >= 3 for one in contact_blocks(draft)),
    "image": _is_image,
    "byline": _has_byline,
    "link": lambda draft, phrases: links(draft),
    "sign-up": _can_sign_up,
    "signature": _is_signed,
}
