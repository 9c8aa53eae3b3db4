"""Words with a plainer or a Norwegian counterpart, in all forms and in compounds, with the counterpart inflected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Block, Edit, Fix, Hit, Kind, Needs, Span
from ipr_lint.nlp import readability
from ipr_lint.nlp.analysis import NORWEGIAN, Analysis
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find
from ipr_lint.nlp.shielded import is_shielded, shields
from ipr_lint.nlp.wordlist import Match, word_list

needs = Needs.SENTENCES
_AHEAD = 80  # characters after a word, enough for the noun phrase that follows
_PREPOSITIONS = frozenset({"om", "med", "fra", "frå", "av", "i", "på", "for", "til", "mellom", "ved", "som"})
_READ = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING, Kind.QUOTE)


class Reported(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that have another counterpart before figures, reports and those who say something («i henhold til»)."""

    words: Annotated[tuple[str, ...], Meta(description="the words, as the list has them")]
    before: Annotated[Phrases, Meta(description="what reports: *rapport*, tall, ssb")]
    nb: Annotated[str, Meta(description="what to write then, in Bokmål")]
    nn: Annotated[str, Meta(description="what to write then, in Nynorsk")]


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lists of «word class = counterpart class; other counterpart», and what is too much."""

    both: Annotated[tuple[str, ...], Meta(description="entries for Bokmål and Nynorsk")] = ()
    nb: Annotated[tuple[str, ...], Meta(description="entries for Bokmål")] = ()
    nn: Annotated[tuple[str, ...], Meta(description="entries for Nynorsk")] = ()
    en: Annotated[tuple[str, ...], Meta(description="entries for English, one line per form")] = ()
    reported: Annotated[tuple[Reported, ...], Meta(description="words with another counterpart before a source")] = ()
    per_thousand: Annotated[float, Meta(ge=0, description="more words per 1,000 than this are too many; 0: any")] = 0
    at_least: Annotated[int, Meta(ge=1, description="so many words before there can be too many")] = 4


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per word and draft, at its first place; its other places are related. One more where they are many."""
    places = [(block, match) for block in draft.blocks(*_READ) for match in _matches(draft, block, params)]
    groups: dict[str, list[tuple[Block, Match]]] = {}
    for block, match in places:
        groups.setdefault(match.entry.word, []).append((block, match))
    for group in groups.values():
        yield _hit(group)
    count = sum(len(one.words) for one in readability.measured(draft))
    if params.per_thousand and len(places) >= params.at_least and 1000 * len(places) > params.per_thousand * count > 0:
        rate = f"{1000 * len(places) / count:.1f}".replace(".", ",")
        spans = tuple(block.span(match.start, match.end) for block, match in places)
        yield Hit(None, {"count": len(places), "rate": rate}, variant="mange", related=spans, evidence=f"{count} ord")


def _matches(draft: Analysis, block: Block, params: Params) -> Iterator[Match]:
    language = draft.language_of(block) or "nb"
    norwegian = params.both if language in NORWEGIAN else ()
    lines = (*norwegian, *{"nb": params.nb, "nn": params.nn, "en": params.en}.get(language, ()))
    if not lines:
        return
    found = list(word_list(lines, language).matches(block.text))
    hidden = shields(block) if found else ()
    starts = {sentence.start for sentence in draft.sentences(block)} if found else set()
    for match in found:
        is_name = block.text[match.start].isupper() and match.start not in starts and not block.text.isupper()
        if not is_name and not is_shielded(hidden, match.start, match.end):
            quoted = draft.quotation_at(block.span(match.start, match.end))
            if quoted is None:
                yield _before_source(block.text, match, params, language)


def _before_source(text: str, match: Match, params: Params, language: str) -> Match:
    """The match with «ifølge» for its counterpart where a source follows: «i henhold til den siste rapporten»."""
    told = words(text[match.end : match.end + _AHEAD])
    phrase = tuple(takewhile(lambda word: not word.broken and word.text not in _PREPOSITIONS, told))
    for one in params.reported:
        if match.entry.word in one.words and find(one.before, phrase):
            return replace(match, plain=(one.nn if language == "nn" else one.nb,), fits=True)
    return match


def _hit(group: list[tuple[Block, Match]]) -> Hit:
    block, match = group[0]
    ready = match.plain[0] if match.fits else ""
    choices = [f"«{one}»" for one in match.plain if one]
    base = match.entry.word
    return Hit(
        block.span(match.start, match.end),
        {"word": base, "plain": " eller ".join(choices) or "setningen uten det",
         "plain_en": " or ".join(choices) or "the sentence without it"},
        fixes=(_fix(block, match, ready),) if ready else (),
        related=tuple(other.span(one.start, one.end) for other, one in group[1:]),
        evidence="" if block.text[match.start : match.end].lower() == base else f"en form av «{base}»",
    )


def _fix(block: Block, match: Match, text: str) -> Fix:
    if block.text[match.start].isupper():
        text = text[:1].upper() + text[1:]
    return Fix(f"Skriv «{text}»", (Edit(Span(block.id, match.start, match.end), text),))
