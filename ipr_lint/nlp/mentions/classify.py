"""Mentions in document order -> their senses: each one's own evidence added up, then what the text said before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ipr_lint.facts.names import Names
from ipr_lint.model import Block, Kind
from ipr_lint.nlp.mentions import (
    Mention,
    anaphora,
    clause,
    coordination,
    discourse,
    full_name,
    phrase,
    second_opinion,
    setting,
    spotter,
    verbs,
)
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading
from ipr_lint.nlp.mentions.spot import JUDGED, Form, Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ipr_lint.nlp.analysis import Analysis


def classify(draft: Analysis, names: Names) -> Iterator[Mention]:
    """Every mention in blocks that are not in a foreign language."""
    find, lexicon = spotter(names).find, _lexicon(names)
    drafted: list[tuple[Block, Place, list[Evidence]]] = []
    for block in draft.blocks():
        places = list(find(block)) if block.kind is not Kind.IMAGE else []
        doc = draft.doc(block) if any(place.form in JUDGED for place in places) else None
        for place in places:
            if place.form not in JUDGED:
                drafted.append((block, place, []))
            elif doc is not None and doc.has_annotation("DEP"):
                drafted.append((block, place, list(gather(draft, block, place, doc, lexicon))))
    second_opinion.add(drafted, names)
    yield from discourse.decide(drafted, lexicon)


@lru_cache(maxsize=4)
def _lexicon(names: Names) -> Lexicon:
    return Lexicon(names)


def gather(draft: Analysis, block: Block, place: Place, doc: Doc, lexicon: Lexicon) -> Iterator[Evidence]:
    """All evidence for one mention from its own sentence."""
    reading = locate(draft, block, place, doc)
    if reading is None:
        return
    found = list(grammar(reading, place, lexicon))
    found += setting.labels(block.text, place, reading, lexicon)
    if (taken_up := anaphora.they(reading, lexicon)) is not None:
        found.append(taken_up)
    if place.form is Form.FULL and not place.possessive:
        found += full_name.evidence(reading, lexicon)
    used = frozenset(token for one in found for token in one.tokens)
    found += setting.subject_matter(reading, lexicon, used)
    yield from found or setting.silence(reading, lexicon)


def locate(draft: Analysis, block: Block, place: Place, doc: Doc) -> Reading | None:
    """The mention's tokens and its sentence, by our own segmentation: the parser's splits headings and names."""
    span = doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None:
        return None
    last = span.end + (1 if place.possessive not in ("", "s") and span.end < len(doc) else 0)
    sentence = draft.sentence_at(block, place.start)
    bounds = doc.char_span(sentence.start, sentence.end, alignment_mode="expand") if sentence else span.sent
    if bounds is None:
        return None
    return Reading(doc, span.start, last, min(bounds.start, span.start), max(bounds.end, last))


def grammar(reading: Reading, place: Place, lexicon: Lexicon) -> Iterator[Evidence]:
    """Evidence from the name's own phrase and clause, without what stands around."""
    if place.compound:
        value = lexicon.nouns.compound(place.compound)
        weight = -lexicon.weights.hint if value < 0 else lexicon.weight(value) or lexicon.weights.weak
        yield Evidence(weight, f"sammensetning med «{place.compound}»")
        return
    if place.possessive:
        yield from phrase.possession(reading, lexicon)
        return
    governed = phrase.governed(reading)
    yield from phrase.preposition(reading, lexicon)
    yield from phrase.capacity(reading, lexicon, governed=governed)
    yield from phrase.apposition(reading, lexicon)
    yield from coordination.evidence(reading, lexicon)
    yield from coordination.figures(reading, lexicon)
    for use in (verbs.relative(reading), verbs.of_we(reading), verbs.raised(reading)):
        if use is not None:
            yield from clause.evidence(use, lexicon)
    if not governed:
        for use in verbs.uses(reading):
            yield from clause.evidence(use, lexicon)
        yield from setting.verbless(reading, lexicon)
