"""A sentence -> its finite verbs with their tense, by morphology in Norwegian and by form in English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipr_lint.model import Block
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.tokens import index_from, tokens_in

_EN_PAST = re.compile(
    r"\b(?:was|were|had|did|took|held|met|gave|said|began|became|came|went|made|opened|[a-z]{3,}ed)\b", re.IGNORECASE)
_EN_NOW = re.compile(r"\b(?:is|are|has|have|will|shall|opens|takes|starts|begins|invites?|can|must)\b", re.IGNORECASE)


_STATES = frozenset({"være", "vere", "bli", "verte", "ha", "få"})  # «har i dag blitt et senter» is «nowadays»
_AHEAD = 3  # tokens after a stretch that its participle may stand behind


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb at `start` in its block's text; `past` for preterite and past auxiliaries."""

    start: int
    end: int
    past: bool


def finite_verbs(draft: Analysis, block: Block, start: int, end: int) -> tuple[Verb, ...]:
    """The finite verbs of `text[start:end]`, in order; empty in other languages than nb, nn and en."""
    doc = draft.doc(block)
    if doc is None:
        return ()
    if not doc.has_annotation("MORPH"):
        text = block.text[start:end]
        found = [(match, True) for match in _EN_PAST.finditer(text)]
        found += [(match, False) for match in _EN_NOW.finditer(text)]
        return tuple(Verb(start + match.start(), start + match.end(), past)
                     for match, past in sorted(found, key=lambda one: one[0].start()))
    verbs = []
    for token in tokens_in(doc, start, end):
        if tense := token.morph.get("Tense", []):
            verbs.append(Verb(token.idx, token.idx + len(token.text), tense[0] == "Past"))
    return tuple(verbs)


def in_perfect(draft: Analysis, block: Block, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands inside a Norwegian perfect of doing something: «har i dag vedtatt»."""
    doc = draft.doc(block)
    if doc is None or not doc.has_annotation("MORPH"):
        return False
    first, last = index_from(doc, start), index_from(doc, end)
    before = doc[first - 1] if first else None
    after = doc[last : last + _AHEAD]
    done = next((token for token in after if "VerbForm=Part" in token.morph and token.pos_ == "VERB"), None)
    has = before is not None and before.pos_ == "AUX" and before.lemma_ == "ha"
    return has and done is not None and done.lemma_ not in _STATES
