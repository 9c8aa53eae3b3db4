"""English text -> tokens, sentence starts and lemmas from a lookup; no download, no statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def pipeline() -> Language:
    """spaCy's rule-based English tokenizer."""
    import spacy

    return spacy.blank("en")


def parse(nlp: Language, text: str, starts: frozenset[int]) -> Doc:
    """A Doc whose tokens have lemmas (simplemma's English list) and sentence starts (offsets of our segmentation)."""
    import simplemma

    doc = nlp.make_doc(text)
    for token in doc:
        token.lemma_ = simplemma.lemmatize(token.text, lang="en").lower()
        token.is_sent_start = token.idx in starts or token.i == 0
    return doc
