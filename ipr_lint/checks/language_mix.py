"""Bokmål and Nynorsk mixed in one text, and text in another language than the declared one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.languages import LanguageFeatures
from ipr_lint.model import Abstain, Block, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.languages import NORWEGIAN, judge, prose

needs = Needs.TEXT
_WORD = re.compile(r"[^\W\d_]+")
_CODES = {"no": "no", "norsk": "no", "bokmål": "nb", "bokmal": "nb", "nynorsk": "nn", "engelsk": "en", "english": "en"}


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that belong to one form only, and how sure a verdict must be."""

    only_nb: Annotated[str, Meta(description="words that are Bokmål and never Nynorsk, spaces between")]
    only_nn: Annotated[str, Meta(description="words that are Nynorsk and never Bokmål, spaces between")]
    block_lead: Annotated[float, Meta(ge=0, le=1, description="share of words by which a block must be the other form")]
    block_words: Annotated[int, Meta(ge=8, description="shortest block that is judged as a whole, in words")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One hit for the declared language; one per block in the other form; one for each single word of it."""
    if draft.language is None:
        yield Abstain("teksten er for kort til å avgjøre språket")
        return
    yield from _against_declared(draft)
    if draft.language not in NORWEGIAN:
        return
    other = "nn" if draft.language == "nb" else "nb"
    words = frozenset((params.only_nn if other == "nn" else params.only_nb).split())
    names = draft.facts.get(LanguageFeatures)
    values = {"form": names.name(draft.language, "nb"), "other": names.name(other, "nb")}
    for block in draft.running():
        if draft.quotation_at(block.span()):
            continue
        if _is_other(block, other, params, names):
            yield Hit(block.span(), values, variant="avsnitt", evidence=f"det meste av avsnittet er {values['other']}")
        elif draft.language_of(block) == draft.language:
            yield from _words(draft, block, words, values)


def _is_other(block: Block, other: str, params: Params, features: LanguageFeatures) -> bool:
    verdict = judge(prose(block), features)
    long_enough = len(block.text.split()) >= params.block_words
    return bool(verdict and verdict.sure and verdict.language == other and long_enough
                and verdict.lead >= params.block_lead)


def _words(draft: Analysis, block: Block, words: frozenset[str], values: dict[str, str]) -> Iterator[Hit]:
    """Lower-case words of the other form outside quotations; a capital may make it a name (Norsk Målungdom)."""
    for match in _WORD.finditer(block.text):
        span = Span(block.id, match.start(), match.end())
        if match[0] in words and not draft.quotation_at(span) and not _in_marks(block.text, span):
            yield Hit(span, {**values, "word": match[0]}, evidence=f"«{match[0]}» finnes bare på {values['other']}")


def _in_marks(text: str, span: Span) -> bool:
    """Whether a word stands in quotation marks: mentioned, or part of a title."""
    return text.count("«", 0, span.start) > text.count("»", 0, span.start) or text.count('"', 0, span.start) % 2 == 1


def _against_declared(draft: Analysis) -> Iterator[Hit]:
    told = draft.context.metadata.get("spraak") or draft.document.language or ""
    code = (told if isinstance(told, str) else told[0]).strip().lower()
    code = _CODES.get(code, code.split("-")[0].split("_")[0])
    if not code or draft.language is None or code == draft.language or (code == "no" and draft.language in NORWEGIAN):
        return
    names = draft.facts.get(LanguageFeatures)
    values = {"declared": names.name(code, "nb"), "found": names.name(draft.language, "nb"),
              "declared_en": names.name(code, "en"), "found_en": names.name(draft.language, "en")}
    yield Hit(None, values, variant="oppgitt", evidence=f"oppgitt språk: {code}")
