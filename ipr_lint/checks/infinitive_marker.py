"""«og» where only the infinitive marker «å» is grammatical, and «å» where only the conjunction «og» is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.infinitive_markers import is_superfluous, needs_conjunction
from ipr_lint.nlp.infinitive_words import InfinitiveWords
from ipr_lint.nlp.infinitives import needs_marker

if TYPE_CHECKING:
    from spacy.tokens import Token

needs = Needs.PARSE
Params = InfinitiveWords


def run(draft: Analysis, params: InfinitiveWords) -> Iterator[Hit]:
    """One hit per wrong word, variant `overflodig` for an «å» after a modal; the fixes are safe."""
    for block in draft.blocks():
        doc = draft.doc(block)
        if doc is None or not doc.has_annotation("DEP"):
            continue
        for token in doc[1:-1]:
            if token.text not in ("og", "å") or _is_idiom(token, params):
                continue
            if token.text == "og" and (reason := needs_marker(doc, token, params)):
                yield _hit(block, token, "å", reason)
            elif token.text == "å" and is_superfluous(doc, token, params):
                span = Span(block.id, token.idx, token.idx + 1)
                fix = Fix("Stryk «å»", (Edit(Span(block.id, token.idx, doc[token.i + 1].idx), ""),), safe=True)
                yield Hit(span, {"right": "", "found": "å", "before": doc[token.i - 1].text}, "overflodig", (fix,))
            elif token.text == "å" and (reason := needs_conjunction(doc, token, params)):
                yield _hit(block, token, "og", reason)


def _is_idiom(token: Token, params: InfinitiveWords) -> bool:
    near = token.doc[max(0, token.i - 2) : token.i + 3].text.lower()
    return any(idiom in near for idiom in params.idioms)


def _hit(block: Block, token: Token, right: str, reason: str) -> Hit:
    span = Span(block.id, token.idx, token.idx + len(token.text))
    fix = Fix(f"Skriv «{right}»", (Edit(span, right),), safe=True)
    return Hit(span, {"right": right, "found": token.text}, fixes=(fix,), evidence=reason)
