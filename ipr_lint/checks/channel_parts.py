"""The parts that a channel's texts have (date, lead, quotation, contact …): what is missing, and what is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.parts import Part, has, title

needs = Needs.SENTENCES
_SUBJECT_LINE = re.compile(r"^\s*(?:Emne|Emnefelt|Subject):\s*(\S.*)$", re.MULTILINE)
_FIRST_BLOCKS = 4


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A channel's parts; limits of 0 are not checked."""

    channel: Annotated[str, Meta(description="the channel whose parts these are")]
    parts: Annotated[tuple[Part, ...], Meta(min_length=1, description="the parts, in the order they are reported")]
    title_characters: Annotated[int, Meta(ge=0, description="longest title, in characters")] = 0
    lead_sentences: Annotated[int, Meta(ge=0, description="most sentences in the lead")] = 0
    lead_words: Annotated[int, Meta(ge=0, description="most words in a sentence of the lead")] = 0
    subject_characters: Annotated[tuple[int, ...], Meta(description="shortest and longest subject, in characters")] = ()


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit that lists the missing parts, and one each for a long title, lead or subject."""
    if draft.context.channel != params.channel:
        return
    missing = [part.label for part in params.parts if not has(draft, part)]
    if missing:
        told = {"nb": ", ".join(label.nb for label in missing), "en": ", ".join(label.en for label in missing)}
        yield Hit(None, {"missing": told}, evidence=f"mangler: {told['nb']}")
    heading = title(draft)
    if heading and params.title_characters and len(heading.text) > params.title_characters:
        yield Hit(heading.span(), {"count": len(heading.text), "max": params.title_characters},
                  variant="lang-tittel", evidence=f"{len(heading.text)} tegn")
    yield from _lead(draft, params)
    if len(params.subject_characters) == 2:
        yield from _subject(draft, heading, *params.subject_characters)


def _lead(draft: Analysis, params: Params) -> Iterator[Hit]:
    lead = next((block for block in draft.running() if draft.role(block) == "lead"), None)
    if lead is None or not params.lead_sentences:
        return
    sentences = draft.sentences(lead)
    longest = max((sentence.words for sentence in sentences), default=0)
    if len(sentences) > params.lead_sentences or longest > params.lead_words:
        yield Hit(lead.span(), {"sentences": len(sentences), "max_sentences": params.lead_sentences,
                                "words": longest, "max_words": params.lead_words},
                  variant="lang-ingress", evidence=f"{len(sentences)} setninger, den lengste på {longest} ord")


def _subject(draft: Analysis, heading: Block | None, low: int, high: int) -> Iterator[Hit]:
    """The subject line is declared in `emne` or on a line of its own («Emne: …»); without it the title stands in."""
    told = draft.context.metadata.get("emne", "") or _written_subject(draft)
    subject = told if isinstance(told, str) and told else heading.text if heading else ""
    if subject and not low <= len(subject) <= high:
        span = heading.span() if heading and not told else None
        yield Hit(span, {"count": len(subject), "min": low, "max": high}, variant="emne" if told else "emne-tittel",
                  evidence=f"{len(subject)} tegn")


def _written_subject(draft: Analysis) -> str:
    first = (_SUBJECT_LINE.search(block.text) for block in draft.document.blocks[:_FIRST_BLOCKS])
    return next((match[1].strip() for match in first if match), "")
