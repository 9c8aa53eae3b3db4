"""A sentence -> its imperatives: those the tagger knows, and verb stems that open a sentence without a finite verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from ipr_lint.nlp.wordforms import lemmas

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE = frozenset({"CCONJ", "ADV", "PUNCT"})  # what stands before an imperative inside a sentence: «…, så send dem»
_OPENERS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_CLAUSE = frozenset({"SCONJ", "PUNCT"})  # where the opening clause ends


def imperatives(doc: Doc, start: int, end: int, verbs: frozenset[str] = frozenset()) -> Iterator[Token]:
    """The imperatives of `text[start:end]`, one sentence of a tagged Norwegian Doc, in order.

    A verb with a capital at the start is often tagged as a noun («Søk om plass», «Bestill plass»): there the form
    and the want of a finite verb decide; where the form is a noun, too, the verb must be one of `verbs`, infinitives.
    """
    inside = [token for token in doc if start <= token.idx < end and not token.is_space]
    first = next((at for at, token in enumerate(inside) if token.is_alpha), -1)
    for at, token in enumerate(inside):
        if at == first:
            if _is_tagged(token) or _opens(token, inside[at + 1 :], verbs):
                yield token
        elif _is_tagged(token) and inside[at - 1].pos_ in _BEFORE:
            yield token


def _is_tagged(token: Token) -> bool:
    return "Imp" in token.morph.get("Mood", [])


def _opens(first: Token, rest: list[Token], verbs: frozenset[str]) -> bool:
    verb = infinitives(first.lower_)
    if not rest or first.pos_ not in _OPENERS or not verb & (lemmas(first.lower_) | verbs):
        return False
    if rest[0].pos_ == "PUNCT" or "Nom" in rest[0].morph.get("Case", []) or any(token.text == "?" for token in rest):
        return False
    clause = takewhile(lambda token: token.pos_ not in _CLAUSE and token.lower_ != "som", rest)
    return not any(token.morph.get("Tense", []) for token in clause)


@lru_cache(maxsize=4096)
def infinitives(form: str) -> frozenset[str]:
    """What a form may be the stem of: «bestille» of «bestill», «stemme» of «stem», «foreslå» of itself."""
    candidates = {f"{form}e", f"{form}{form[-1]}e", f"{form}a"} | ({form} if form.endswith(("å", "i")) else set())
    return frozenset(one for one in candidates if one in lemmas(f"{one}r") | lemmas(f"{one[:-1]}ar"))
