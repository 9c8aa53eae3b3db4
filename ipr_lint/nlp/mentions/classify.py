"""Mentions in document order -> their senses: each one's own evidence added up, then what the text said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ipr_lint.facts.names import Names
from ipr_lint.model import Block, Kind
from ipr_lint.nlp.mentions import Mention, clause, coordination, phrase, setting, verbs
from ipr_lint.nlp.mentions.evidence import Evidence, Sense
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading
from ipr_lint.nlp.mentions.spot import Form, Place, Spotter

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ipr_lint.nlp.analysis import Analysis

_JUDGED = (Form.BARE, Form.FULL)


def classify(draft: Analysis, names: Names) -> Iterator[Mention]:
    """Every mention in blocks that are not in a foreign language."""
    spotter, lexicon = Spotter(names), Lexicon(names)
    before: Mention | None = None
    for block in draft.blocks():
        places = list(spotter.find(block))
        if not places or block.kind is Kind.IMAGE:
            continue
        doc = draft.doc(block) if any(place.form in _JUDGED for place in places) else None
        for place in places:
            if place.form not in _JUDGED:
                yield Mention(block, place, Sense.UNSURE, 0.0, "egennavn")
                continue
            if doc is None or not doc.has_annotation("DEP"):
                continue
            mention = _judge(block, place, doc, lexicon, before)
            if mention.sense is not Sense.UNSURE:
                before = mention
            yield mention


def gather(block: Block, place: Place, doc: Doc, lexicon: Lexicon) -> Iterator[Evidence]:
    """All evidence for one mention from its own sentence."""
    reading = locate(place, doc)
    if reading is None:
        return
    decisive = list(_grammar(reading, place, lexicon))
    yield from decisive
    yield from setting.labels(block.text, place.start, place.end, lexicon)
    yield from setting.subject_matter(reading, lexicon)


def locate(place: Place, doc: Doc) -> Reading | None:
    """The mention's tokens and its sentence."""
    span = doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None:
        return None
    sentence = span.sent
    last = span.end
    if place.possessive and place.possessive != "s" and last < len(doc):
        last += 1
    return Reading(doc, span.start, last, sentence.start, max(sentence.end, last))


def _grammar(reading: Reading, place: Place, lexicon: Lexicon) -> Iterator[Evidence]:
    if place.compound:
        value = lexicon.nouns.compound(place.compound)
        yield Evidence(lexicon.weight(value) or lexicon.weights.weak, f"sammensetning med «{place.compound}»")
        return
    if place.possessive:
        yield from phrase.possession(reading, lexicon)
        return
    governed = phrase.governed(reading)
    yield from phrase.preposition(reading, lexicon)
    yield from coordination.evidence(reading, lexicon)
    if (relative := verbs.relative(reading)) is not None:
        yield from clause.evidence(relative, lexicon)
    if not governed:
        for use in verbs.uses(reading):
            yield from clause.evidence(use, lexicon)


def _judge(block: Block, place: Place, doc: Doc, lexicon: Lexicon, before: Mention | None) -> Mention:
    weights = lexicon.weights
    found = list(gather(block, place, doc, lexicon))
    own = sum(one.weight for one in found)
    score = own + (weights.prior_full if place.form is Form.FULL else weights.prior)
    if before is not None and abs(own) < weights.clear:
        inherited = weights.inherit if before.sense is Sense.ORGANISATION else -weights.inherit
        found.append(Evidence(inherited, "samme betydning som tidligere i teksten"))
        score += inherited
    sense = Sense.UNSURE if abs(score) < weights.decided else Sense.ORGANISATION if score > 0 else Sense.AREA
    return Mention(block, place, sense, score, _because(found, sense))


def _because(found: Iterable[Evidence], sense: Sense) -> str:
    sign = -1.0 if sense is Sense.AREA else 1.0
    agreeing = sorted((one for one in found if one.weight * sign > 0), key=lambda one: -abs(one.weight))
    if sense is Sense.UNSURE:
        return "lite i teksten avgjør hva som menes"
    return "; ".join(dict.fromkeys(one.why for one in agreeing[:2])) or "det vanlige i tekster fra organisasjonen"
