"""Parsed sentence -> why an «å» in it must be the conjunction «og», or is one word too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipr_lint.nlp.infinitive_words import InfinitiveWords
from ipr_lint.nlp.infinitives import has, is_base
from ipr_lint.nlp.wordforms import is_common

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 8  # tokens; adverbials between «å» and its infinitive are no longer



def needs_conjunction(doc: Doc, token: Token, words: InfinitiveWords) -> str:
    """Why this «å» must be «og»."""
    before, after = doc[token.i - 1], doc[token.i + 1]
    if before.is_punct or before.pos_ in ("DET", "INTJ") or after.is_punct or has(after, "VerbForm=Part"):
        return ""  # «etter å fått» lacks «ha», it wants no «og»
    present = after.lower_.endswith(("er", "ar")) and (has(after, "Tense=Pres") or _is_inflected(after))
    if present or after.lower_ in words.finite or after.lower_ in words.subjects:
        return f"«{after.text}» er ikke infinitiv"
    if before.lower_ in words.postures and has(after, "VerbForm=Inf"):
        return f"«{before.lower_} og» binder sammen to verb"
    for one in doc[token.i + 1 : min(token.i + 1 + _REACH, token.sent.end)]:
        if one.is_punct:
            break
        if _may_be_infinitive(one, one.i == token.i + 1, words):
            return ""
    return "ingen infinitiv følger"


def is_superfluous(doc: Doc, token: Token, words: InfinitiveWords) -> bool:
    """Whether this «å» stands between a modal (and its subject) and the infinitive: «vi må å samarbeide»."""
    before = doc[token.i - 1]
    if has(before, "Case=Nom") and token.i > 1:
        before = doc[token.i - 2]
    return before.lower_ in words.bare_modals and has(doc[token.i + 1], "VerbForm=Inf")


def _may_be_infinitive(token: Token, near: bool, words: InfinitiveWords) -> bool:
    """Generous right after «å» (`near`), where the tagger may err; further on its word is good enough."""
    form = token.lower_
    if has(token, "VerbForm=Inf"):
        return True
    if token.text[0].isupper() or token.pos_ in ("ADP", "CCONJ", "SCONJ", "PRON", "DET", "NUM", "PART"):
        return False
    if not near and token.pos_ not in ("VERB", "AUX", "X"):
        return False
    if form in words.imperative_like or not is_common(form):
        return True
    return form.endswith(("es", "ast", "as")) or (form.endswith(("e", "a", "å")) and is_base(token))


def _is_inflected(token: Token) -> bool:
    """A form in -er or -ar that the lexicon derives from another one: present tense or plural, never an infinitive."""
    return token.pos_ in ("VERB", "AUX", "NOUN") and is_common(token.lower_) and not is_base(token)
