"""Noun phrases without the double definiteness of Norwegian («det store hus»), or definite where they may not be."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.model import Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp import definiteness
from ipr_lint.nlp.analysis import NORWEGIAN, RUNNING_TEXT, Analysis
from ipr_lint.nlp.definiteness_words import DefinitenessWords

needs = Needs.PARSE
Params = DefinitenessWords


def run(draft: Analysis, params: DefinitenessWords) -> Iterator[Hit]:
    """One hit per phrase; variants `adjektiv`, `artikkel` and `eier` tell what is wrong; fixes where one word is."""
    for block in draft.blocks(*RUNNING_TEXT):
        language, doc = draft.language_of(block) or "nb", draft.doc(block)
        if doc is None or language not in NORWEGIAN or not doc.has_annotation("DEP"):
            continue
        for lapse in definiteness.find(doc, language, params):
            found = block.text[lapse.start : lapse.end]
            at = lapse.word.idx
            edit = Edit(Span(block.id, at, at + len(lapse.word.text)), lapse.right)
            right = found[: at - lapse.start] + lapse.right + found[at - lapse.start + len(lapse.word.text) :]
            fixes = (Fix(f"Skriv «{right}»", (edit,)),) if lapse.right else ()
            variant = "" if lapse.kind == "substantiv" else lapse.kind
            yield Hit(Span(block.id, lapse.start, lapse.end), {"found": found, "right": right, "word": lapse.word.text},
                      variant=variant, fixes=fixes)
