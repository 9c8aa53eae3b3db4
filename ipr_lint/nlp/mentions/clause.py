"""The clause a mention stands in -> evidence from its verb, with the name as subject or as object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions import construction
from ipr_lint.nlp.mentions.anaphora import of_members
from ipr_lint.nlp.mentions.chain import Role, Use
from ipr_lint.nlp.mentions.complement import complement, objects, predicate
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import (
    forms,
    is_copula,
    is_passive,
    is_verb,
    verb_forms,
)
from ipr_lint.nlp.mentions.table import STRONG, WEAK

if TYPE_CHECKING:
    from spacy.tokens import Token

_NORMS = frozenset({"må", "bør", "kan", "burde", "kunne", "skulle"})
_NAMING = frozenset(
    {"kalle", "gjøre", "gjere", "regne", "rekne", "se", "sjå", "betrakte", "omtale", "definere", "oppfatte"}
)


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
    if value < 0 and lexicon.growth.exact(*verb_forms(use.main)) and of_members(use.main.doc, lexicon):
        yield Evidence(weights.clear, f"{kind} «{written}», om medlemmer", (use.main.i,))
        return
    if value:
        size = weights.strong if abs(value) >= STRONG else weights.weak
        if value == WEAK and any(verb.lower_ in _NORMS for verb in use.auxiliaries):
            size /= 2  # what others say that an area must, should or can do is not always done by the organisation
        yield Evidence(size if value > 0 else -size, f"{kind} «{written}»", (use.main.i,))
    elif use.passive:
        yield from predicate(following, use.main.text, lexicon)
    elif is_verb(use.main) and use.main.lemma_.lower() not in lexicon.light_verbs:
        yield construction.evidence(use, following, lexicon)
    yield from predicate(construction.counted_as(following), use.main.text, lexicon)
    scale = _object_scale(value, use, lexicon)
    yield from objects([*construction.asked_for(use), *following], lexicon, scale)


def _object_scale(value: int, use: Use, lexicon: Lexicon) -> float:
    if abs(value) >= STRONG:
        return 0.25
    if use.main.lemma_.lower() in lexicon.light_verbs:
        return 1.0
    if value > 0:
        return 0.35
    return 0.3 if value == 0 and construction.has_object(use) else 0.8


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


def _verb_value(use: Use, following: Sequence[Token], lexicon: Lexicon) -> int:
    table = lexicon.passive if use.passive else lexicon.subject
    words = [forms(token) for token in following]
    for verb in (use.main, *(one for one in use.auxiliaries if one.lemma_.lower() != "ha")):
        rest = words if verb is use.main else [verb_forms(use.main), *words]
        if value := table.phrase(verb_forms(verb), rest):
            return value
    value = table.exact(*verb_forms(use.main))
    return value or (lexicon.subject.exact(use.main.lower_) if use.passive else 0)


def _object(use: Use, lexicon: Lexicon) -> Iterator[Evidence]:
    following = use.main.doc[use.main.i + 1 : use.main.i + 2]
    particle = [token for token in following if token.i < use.after - 1 and token.pos_ in ("ADP", "ADV")]
    words = [forms(token) for token in (*particle, *complement(use))]
    verb = verb_forms(use.main)
    value = lexicon.object.phrase(verb, words) or lexicon.object.exact(*verb) or lexicon.passive.exact(*verb)
    if value:
        yield Evidence(lexicon.weight(value), f"objekt for «{use.main.text}»", (use.main.i,))
    if abs(value) < STRONG:
        yield from objects(complement(use), lexicon, 1.0)
    if use.main.lemma_.lower() in _NAMING:
        yield from predicate(complement(use), use.main.text, lexicon)
