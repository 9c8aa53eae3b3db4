"""The clause a mention stands in -> evidence from its verb: the name as subject, as object, or with a predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import STRONG, Lexicon
from ipr_lint.nlp.mentions.reading import (
    ends_clause,
    forms,
    is_copula,
    is_finite,
    is_participle,
    is_passive,
    is_verb,
    verb_forms,
)
from ipr_lint.nlp.mentions.verbs import Role, Use

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEW_CLAUSE = frozenset({"som", "at", "men", "fordi", "mens", "medan", "når", "da", "om"})
_NAMING = frozenset(
    {"kalle", "gjøre", "gjere", "regne", "rekne", "se", "sjå", "betrakte", "omtale", "definere", "oppfatte"}
)
_REACH = 9  # tokens after the verb that belong to its complement, as far as evidence goes


def evidence(use: Use, lexicon: Lexicon) -> Iterator[Evidence]:
    """What the verb, its complement and its objects say."""
    if use.role is Role.OBJECT:
        yield from _object(use, lexicon)
        return
    if use.passive or not is_copula(use.main):
        inner = _passed_over(use, lexicon)
        if not is_copula(inner.main):
            yield from _verb(inner, lexicon)
            return
        use = inner
    found = list(predicate(complement(use), use.main.text, lexicon))
    yield from found
    inner = _passed_over(use, lexicon)
    if not found and not is_copula(inner.main):
        yield from _verb(inner, lexicon)


def _verb(use: Use, lexicon: Lexicon) -> Iterator[Evidence]:
    following, weights = complement(use), lexicon.weights
    value = _verb_value(use, following, lexicon)
    kind = "subjekt i passiv for" if use.passive else "subjekt for"
    written = " ".join(verb.text for verb in (*use.auxiliaries[-1:], use.main))
    if value:
        size = weights.strong if abs(value) >= STRONG else weights.weak
        yield Evidence(size if value > 0 else -size, f"{kind} «{written}»", (use.main.i,))
    elif use.passive:
        yield from predicate(following, use.main.text, lexicon)
    elif is_verb(use.main) and use.main.lemma_.lower() not in lexicon.light_verbs:
        yield Evidence(weights.unknown, f"{kind} «{written}»", (use.main.i,))
    yield from _objects(following, lexicon, _object_scale(value, use, lexicon))


def _object_scale(value: int, use: Use, lexicon: Lexicon) -> float:
    if abs(value) >= STRONG:
        return 0.25
    if use.main.lemma_.lower() in lexicon.light_verbs:
        return 1.0
    return 0.35 if value > 0 else 0.8


def _passed_over(use: Use, lexicon: Lexicon) -> Use:
    """The use with the infinitive as main verb in «begynner å vokse», «er i ferd med å bli»."""
    following = complement(use)
    words = [forms(token) for token in following]
    known = lexicon.passed_over
    if not (known.phrase(verb_forms(use.main), words) or known.exact(*verb_forms(use.main))):
        return use
    for mark, verb in pairwise(following):
        if mark.lower_ == "å" and is_verb(verb):
            return replace(use, main=verb, auxiliaries=(), passive=is_passive(verb), after=verb.i + 1)
    return use


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


def _verb_value(use: Use, following: Sequence[Token], lexicon: Lexicon) -> int:
    table = lexicon.passive if use.passive else lexicon.subject
    words = [forms(token) for token in following]
    for verb in (use.main, *(one for one in use.auxiliaries if one.lemma_.lower() != "ha")):
        rest = words if verb is use.main else [verb_forms(use.main), *words]
        if value := table.phrase(verb_forms(verb), rest):
            return value
    value = table.exact(*verb_forms(use.main))
    return value or (lexicon.subject.exact(use.main.lower_) if use.passive else 0)


def _objects(following: Sequence[Token], lexicon: Lexicon, scale: float) -> Iterator[Evidence]:
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


def _object(use: Use, lexicon: Lexicon) -> Iterator[Evidence]:
    words = [forms(token) for token in complement(use)]
    verb = verb_forms(use.main)
    value = lexicon.object.phrase(verb, words) or lexicon.object.exact(*verb) or lexicon.passive.exact(*verb)
    if value:
        yield Evidence(lexicon.weight(value), f"objekt for «{use.main.text}»", (use.main.i,))
    if abs(value) < STRONG:
        yield from _objects(complement(use), lexicon, 1.0)
    if use.main.lemma_.lower() in _NAMING:
        yield from predicate(complement(use), use.main.text, lexicon)


def predicate(tokens: Sequence[Token], copula: str, lexicon: Lexicon) -> Iterator[Evidence]:
    """What is said of the name: «er et samarbeid», «best i landet»; the first noun, and adjectives up to it."""
    words = [forms(token) for token in tokens]
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
    return value or lexicon.noun(token)
