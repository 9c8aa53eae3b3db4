"""The clause a mention stands in -> evidence from its verb: the name as subject, as object, or with a predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import STRONG, Lexicon
from ipr_lint.nlp.mentions.reading import ends_clause, forms, is_copula, is_participle, is_passive, is_verb
from ipr_lint.nlp.mentions.verbs import Role, Use

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 9  # tokens after the verb that belong to its complement, as far as evidence goes


def evidence(use: Use, lexicon: Lexicon) -> Iterator[Evidence]:
    """What the verb, its complement and its objects say."""
    if use.role is Role.OBJECT:
        yield from _object(use, lexicon)
        return
    if is_copula(use.main) and not use.passive:
        yield from _predicate(use, lexicon)
        return
    following = complement(use)
    value = _verb_value(use, following, lexicon)
    if value:
        kind = "subjekt for" if not use.passive else "subjekt i passiv for"
        strong = lexicon.weights.strong if abs(value) >= STRONG else lexicon.weights.weak
        yield Evidence(strong if value > 0 else -strong, f"{kind} «{use.main.text}»")
    yield from _objects(following, lexicon, certain=abs(value) >= STRONG)


def complement(use: Use) -> list[Token]:
    """The tokens after the main verb (or, in verb-second order, after the name) up to the end of the clause."""
    start = max(use.main.i + 1, use.after)
    found: list[Token] = []
    for index in range(start, min(use.end, start + _REACH)):
        token = use.main.doc[index]
        if ends_clause(token):
            break
        found.append(token)
    return found


def _verb_value(use: Use, following: Sequence[Token], lexicon: Lexicon) -> int:
    table = lexicon.passive if use.passive else lexicon.subject
    words = [word for token in following for word in forms(token)]
    for verb in (use.main, *use.auxiliaries):
        if value := table.phrase(forms(verb), words):
            return value
    return table.exact(*forms(use.main), *participle_bases(use.main.lower_))


def participle_bases(form: str) -> Iterator[str]:
    """Infinitives that a participle may come from: «rammet» -> «ramme»."""
    for ending in ("ede", "et", "dd", "tt", "te", "de", "a", "t", "d"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            yield form[: -len(ending)] + "e"
            yield form[: -len(ending)]


def _objects(following: Sequence[Token], lexicon: Lexicon, *, certain: bool) -> Iterator[Evidence]:
    seen = 0
    for token in following:
        if token.lower_ in ("som", "at", "men", "fordi", "mens"):
            return
        if token.pos_ not in ("NOUN", "ADJ") or seen >= 2:
            continue
        value = lexicon.nouns.compound(*forms(token)) if token.pos_ == "NOUN" else 0
        if value == 0:
            continue
        weight = lexicon.weight(value) * (0.3 if certain else 1.0) * (0.5 if seen else 1.0)
        seen += 1
        yield Evidence(weight, f"setningen handler om «{token.text}»")


def _object(use: Use, lexicon: Lexicon) -> Iterator[Evidence]:
    words = [word for token in complement(use) for word in forms(token)]
    value = lexicon.object.phrase(forms(use.main), words) or lexicon.object.exact(*forms(use.main))
    if value:
        yield Evidence(lexicon.weight(value), f"objekt for «{use.main.text}»")
    yield from _objects(complement(use), lexicon, certain=False)


def _predicate(use: Use, lexicon: Lexicon) -> Iterator[Evidence]:
    tokens = complement(use)
    words = [token.lower_ for token in tokens]
    for position, token in enumerate(tokens[:6]):
        if is_verb(token) and not is_participle(token):
            return
        if value := lexicon.predicate.phrase((token.lower_,), words[position + 1 : position + 4]):
            yield Evidence(lexicon.weight(value) * 1.3, f"«{use.main.text} {token.text} …»")
            return
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if token.pos_ == "ADJ" and "Sup" in token.morph.get("Degree", []):
            yield Evidence(-lexicon.weights.weak, f"«{token.text}» om et sted")
        attributive = following is not None and following.pos_ in ("NOUN", "ADJ") and token.pos_ == "ADJ"
        genitive = following is not None and token.lower_.endswith("s") and following.pos_ in ("NOUN", "ADJ", "ADV")
        if token.pos_ not in ("NOUN", "ADJ", "VERB", "PROPN") or genitive:
            continue
        value = _predicate_value(token, lexicon)
        if value:
            scale = 0.5 if attributive else 1.3
            yield Evidence(lexicon.weight(value) * scale, f"«{use.main.text} … {token.text}»")
        if not attributive and token.pos_ == "NOUN":
            return


def _predicate_value(token: Token, lexicon: Lexicon) -> int:
    words = forms(token)
    value = lexicon.predicate.exact(*words) or lexicon.predicate.compound(*words)
    if not value and (is_participle(token) or is_passive(token)):
        value = lexicon.passive.exact(*words, *participle_bases(token.lower_))
    return value or lexicon.nouns.compound(*words)
