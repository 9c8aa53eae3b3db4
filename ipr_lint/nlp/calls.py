"""A draft -> the first place that asks the reader to do something, told by grammar and a date or address beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Block, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.dates import dates
from ipr_lint.nlp.imperatives import imperatives, infinitives
from ipr_lint.nlp.parts import is_reachable
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find_all
from ipr_lint.nlp.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FROM_MODAL = 5  # words from «kan» to its infinitive: «kan du også gjerne sende»


@dataclass(frozen=True)
class Asking:
    """`others`: imperatives that ask for nothing; `modals` and `answers`: «kan … sendes», forms and infinitives."""

    others: Phrases
    modals: frozenset[str]
    answers: frozenset[str]


def asks(draft: Analysis, asking: Asking) -> Span | None:
    """The verb that asks, beside a date, link, e-mail address or telephone number; None where the text is no Norwegian.

    «Søk om plass innen 18. desember», «Forslag kan sendes til post@…»; an imperative of an answer («Foreslå en
    kandidat») asks without them, too. Quotations and boilerplate ask nobody.
    """
    for block in draft.running():
        doc = draft.doc(block) if draft.role(block) != "boilerplate" else None
        if doc is None or not doc.has_annotation("MORPH"):
            continue
        for sentence in draft.sentences(block):
            dated = bool(dates(block.text[sentence.start : sentence.end]))
            reachable = is_reachable(block, sentence.start, sentence.end)
            verb = _verb(block, doc, sentence, asking, dated, reachable)
            if verb is not None and draft.quotation_at(span := block.span(verb.idx, verb.idx + len(verb.text))) is None:
                return span
    return None


def _verb(
    block: Block, doc: Doc, sentence: Sentence, asking: Asking, dated: bool, reachable: bool
) -> Token | None:
    start, end = sentence.start, sentence.end
    others = {found.start for found in find_all(asking.others, words(block.text[start:end], start))}
    for token in imperatives(doc, start, end, asking.answers):
        if token.idx not in others and (dated or reachable or infinitives(token.lower_) & asking.answers):
            return token
    if not dated and not reachable:
        return None
    inside = [token for token in doc if start <= token.idx < end]
    for index, token in enumerate(inside):
        passive = _passive_of(token, asking.answers)
        if not passive and not (reachable and token.lower_ in asking.answers):
            continue
        modal = any(one.lower_ in asking.modals for one in inside[max(0, index - _FROM_MODAL) : index])
        if modal or (passive and reachable and "Past" not in token.morph.get("Tense", [])):
            return token
    return None


def _passive_of(token: Token, answers: frozenset[str]) -> bool:
    """«sendes» of «sende», «sendast» of «sende»."""
    form = token.lower_
    return (form.endswith("s") and form[:-1] in answers) or (form.endswith("ast") and f"{form[:-3]}e" in answers)
