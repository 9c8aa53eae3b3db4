"""What follows a verb or the name -> evidence from objects («får ny leder») and predicates («er et samarbeid»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.chain import Use
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import (
    ends_clause,
    forms,
    is_finite,
    is_participle,
    is_passive,
    is_verb,
    verb_forms,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEW_CLAUSE = frozenset({"som", "at", "men", "fordi", "mens", "medan", "når", "da", "om"})
_AGAINST = ("imot", "mot")
_REACH = 9  # tokens after the verb that belong to its complement, as far as evidence goes


def complement(use: Use) -> list[Token]:
    """The tokens after the main verb (or, in verb-second order, after the name) up to the end of the clause."""
    start = max(use.main.i + 1, use.after)
    found: list[Token] = []
    for index in range(start, min(use.end, start + _REACH)):
        token = use.main.doc[index]
        following = token.doc[index + 1] if index + 1 < use.end else None
        if ends_clause(token) or (token.text == "," and following is not None and is_finite(following)):
            break
        found.append(token)
    return found


def objects(following: Sequence[Token], lexicon: Lexicon, scale: float) -> Iterator[Evidence]:
    """What the first nouns say, times `scale`; the name’s own («sin») count in full."""
    seen = 0
    for token in following:
        if token.lower_ in _NEW_CLAUSE or token.lower_ == "å" or seen >= 2 or (seen and token.pos_ == "ADP"):
            return
        if token.pos_ not in ("NOUN", "ADJ", "PROPN") or not (value := lexicon.noun(token)):
            continue
        if _bare_after_preposition(token):
            continue
        own = _owned(token)
        weight = (
            lexicon.weight(value) * (1.0 if own else scale) * (0.5 if (seen or _in_phrase(token)) and not own else 1.0)
        )
        seen += 1
        yield Evidence(weight, f"«{token.text}» i samme ledd", (token.i,))


def _bare_after_preposition(token: Token) -> bool:
    """Idioms such as «få på plass», «gå i møte»: the noun is part of the verb."""
    before = token.doc[token.i - 1] if token.i else None
    return before is not None and before.pos_ == "ADP" and "Ind" in token.morph.get("Definite", [])


def _in_phrase(token: Token) -> bool:
    """Whether a preposition stands before the noun's phrase."""
    before = list(token.doc[max(0, token.i - 3) : token.i])
    while before and before[-1].pos_ in ("ADJ", "DET", "NUM"):
        before.pop()
    return bool(before) and before[-1].pos_ == "ADP"


def _owned(token: Token) -> bool:
    """Whether the noun is the subject's own: «sender ut sitt nyhetsbrev»."""
    before = token.doc[max(0, token.i - 3) : token.i]
    return any(word.lower_ in ("sin", "si", "sitt", "sine") for word in before)


def predicate(tokens: Sequence[Token], copula: str, lexicon: Lexicon) -> Iterator[Evidence]:
    """What is said of the name: «er et samarbeid», «best i landet»; the first noun, and adjectives up to it."""
    words = [forms(token) for token in tokens]
    if len(tokens) > 1 and tokens[0].lower_ in _AGAINST and tokens[1].pos_ in ("NOUN", "ADJ", "DET", "SCONJ"):
        yield Evidence(lexicon.weights.clear, f"«{copula} {tokens[0].text} …»", (tokens[0].i,))
        return
    for position, token in enumerate(tokens[:7]):
        if is_finite(token) or (token.lower_ in _NEW_CLAUSE and not _as_noun(tokens, position)):
            return
        why = f"«{copula} … {token.text}»"
        if value := lexicon.predicate.phrase(forms(token), words[position + 1 : position + 5]):
            yield Evidence(lexicon.weight(value) * 1.3, why, (token.i,))
            return
        if "Sup" in token.morph.get("Degree", []):
            yield Evidence(-lexicon.weights.weak, why, (token.i,))
        if token.pos_ == "PROPN" and lexicon.name(token.text) < 0:
            yield Evidence(-lexicon.weights.weak, why, (token.i,))
        if token.pos_ not in ("NOUN", "ADJ", "VERB", "PROPN") or "Gen" in token.morph.get("Case", []):
            continue
        attributive = _attributive(token, tokens[position + 1 : position + 2])
        if value := _predicate_value(token, lexicon):
            yield Evidence(lexicon.weight(value) * (0.5 if attributive else 1.3), why, (token.i,))
        if not attributive and token.pos_ == "NOUN":
            return


def _as_noun(tokens: Sequence[Token], position: int) -> bool:
    """Whether «som» at this position says what something counts as: «oppført som medunderskriver»."""
    following = tokens[position + 1 : position + 3]
    return tokens[position].lower_ == "som" and not any(is_verb(token) for token in following)


def _attributive(token: Token, following: Sequence[Token]) -> bool:
    return token.pos_ == "ADJ" and bool(following) and following[0].pos_ in ("NOUN", "ADJ")


def _predicate_value(token: Token, lexicon: Lexicon) -> int:
    words = forms(token)
    value = lexicon.predicate.exact(*words) or lexicon.predicate.compound(*words)
    if not value and (is_participle(token) or is_passive(token)):
        value = lexicon.passive.exact(*verb_forms(token))
    if not value and token.pos_ == "NOUN":
        value = max(lexicon.labels.compound(*words), 0)
    return value or lexicon.noun(token)
