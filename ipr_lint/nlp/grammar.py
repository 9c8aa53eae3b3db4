"""Parsed running text -> the figures that need parts of speech: nominal quotient and share of passive sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ipr_lint.facts.passive import PassiveFacts
from ipr_lint.nlp import passives
from ipr_lint.nlp.passives import Passive
from ipr_lint.nlp.readability import measured

if TYPE_CHECKING:
    from ipr_lint.model import Block
    from ipr_lint.nlp.analysis import Analysis

_NOMINAL = ("NOUN", "PROPN", "ADP")
_VERBAL = ("PRON", "ADV", "VERB", "AUX")


def nominal_quotient(draft: Analysis) -> float | None:
    """(Nouns + prepositions + participles) / (pronouns + adverbs + verbs), Melin & Lange; None without the latter."""
    counts: Counter[str] = Counter()
    for number in sorted({one.span.block for one in measured(draft)}):
        doc = draft.doc(draft.document.blocks[number])
        if doc is None or not doc.has_annotation("TAG") | doc.has_annotation("POS"):
            continue
        names = doc.vocab.strings
        pairs = Counter(map(tuple, doc.to_array(["POS", "MORPH"]).tolist()))  # tokens in Python take ten times longer
        for (pos, morph), count in pairs.items():
            is_participle = names[pos] == "ADJ" and "VerbForm=Part" in names[morph].split("|")
            counts["participle" if is_participle else names[pos]] += count
    below = sum(counts[name] for name in _VERBAL)
    return (sum(counts[name] for name in _NOMINAL) + counts["participle"]) / below if below else None


def passive_share(draft: Analysis) -> float | None:
    """Sentences with a passive, in per cent of the sentences that count; None without sentences."""
    sentences = measured(draft)
    if not sentences:
        return None
    hit = 0
    for one in sentences:
        found = passives_of(draft, draft.document.blocks[one.span.block])
        hit += any(one.span.start <= passive.start < one.span.end for passive in found)
    return 100 * hit / len(sentences)


def passives_of(draft: Analysis, block: Block) -> tuple[Passive, ...]:
    """The passives of one block."""
    def make() -> tuple[Passive, ...]:
        doc = draft.doc(block)
        facts = draft.facts.get(PassiveFacts)
        return () if doc is None else tuple(passives.find(doc, facts, draft.language_of(block)))

    return draft.memo(("passives", block.id), make)
