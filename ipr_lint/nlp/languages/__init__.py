"""Document and block -> ISO 639-1 code (`nb`, `nn`, `en`, `da`, ...); short blocks inherit the document's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ipr_lint.facts.languages import LanguageFeatures
from ipr_lint.model import Block, Document, Kind
from ipr_lint.nlp.languages.cleaning import clean, prose
from ipr_lint.nlp.languages.evidence import weigher
from ipr_lint.nlp.languages.verdict import Verdict, judge

__all__ = ["NORWEGIAN", "Verdict", "identify", "judge", "of_block", "of_document", "prose", "telling_words",
           "verdict_on"]

NORWEGIAN = frozenset({"nb", "nn"})
_NEIGHBOURS = NORWEGIAN | {"da", "sv"}  # share so many words that a short line may be any of them
_SENTENCE_ENDS = (".", "?", "!", "…", ":")
_OTHER_NORWEGIAN = 0.08  # share of words by which a block must differ from its document's form of Norwegian
_ENOUGH = 20_000  # characters; more text does not change the verdict on a document


def of_document(document: Document, features: LanguageFeatures) -> str | None:
    """The language of all running text together; of most of its blocks where that is mixed; else the declared one."""
    blocks = [block for block in document.blocks if block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE)]
    whole = judge(" ".join(prose(block)[:_ENOUGH] for block in blocks)[:_ENOUGH], features)
    if whole and whole.sure:
        return whole.language
    counts: Counter[str] = Counter()
    for block in blocks if whole else ():
        if language := identify(prose(block), features):
            counts[language] += len(block.text)
    return min(counts, key=lambda code: (-counts[code], code)) if counts else _form(document.language)


def of_block(document: Document, block: Block, inherited: str | None, features: LanguageFeatures) -> str | None:
    """The language of one block; without enough evidence of its own the document's, else the declared one."""
    verdict = verdict_on(block, inherited, features)
    if verdict is None or not verdict.sure:
        return inherited or _form(block.language)
    if verdict.language in NORWEGIAN and inherited in NORWEGIAN and verdict.lead < _OTHER_NORWEGIAN:
        return inherited
    return verdict.language


def verdict_on(block: Block, around: str | None, features: LanguageFeatures) -> Verdict | None:
    """The verdict on a block; on a heading or another line without a full stop it is unsure where it takes the line
    for a neighbour of the language `around` it and does not lead by far."""
    verdict = judge(prose(block), features)
    if verdict is None or verdict.language == around or not {verdict.language, around} <= _NEIGHBOURS:
        return verdict
    is_line = block.kind is Kind.HEADING or not block.text.rstrip(' »”"\n').endswith(_SENTENCE_ENDS)
    hardly = is_line and verdict.language not in NORWEGIAN and verdict.lead < features.heading_lead
    return replace(verdict, sure=False) if hardly else verdict


def _form(declared: str | None) -> str | None:
    """The declared language; «no» does not say which Norwegian, and is read as Bokmål where the text doesn't either."""
    return "nb" if declared == "no" else declared


def identify(text: str, features: LanguageFeatures) -> str | None:
    """A code, None below the minimum of words or when the voices disagree."""
    verdict = judge(text, features)
    return verdict.language if verdict and verdict.sure else None


def telling_words(text: str, language: str, features: LanguageFeatures, limit: int = 4) -> list[str]:
    """Words of a text that give its language away, for the reader of the report."""
    one = weigher(features)
    return one.telling(clean(text).words, language, limit) if one.lists(language) else []
