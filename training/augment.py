"""Variants of gold sentences: names, quotes, dashes, case, missing periods, bullets. Sentences in, sentences out."""
from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from conllu import Sentence, Token

QUOTES = [("«", "»"), ('"', '"'), ("“", "”"), ("„", "“"), ("”", "”"), ("–", "–")]
DASHES = ["-", "–", "—"]
BULLETS = ["-", "–", "•", "*"]
NO_LEMMA = ""  # the lemmatizer does not learn from this token
Pools = dict[str, list[Token]]


def mentions(tokens: list[Token]) -> list[tuple[int, int, str]]:
    """Entity spans (start, end, label) of one sentence, from its IOB tags."""
    spans: list[tuple[int, int, str]] = []
    for i, token in enumerate(tokens):
        if token.entity.startswith("B-"):
            spans.append((i, i + 1, token.entity[2:]))
        elif token.entity.startswith("I-") and spans and spans[-1][1] == i:
            spans[-1] = (spans[-1][0], i + 1, spans[-1][2])
    return spans


def is_name(token: Token) -> bool:
    """A plain proper noun: swapping its form keeps the rest of the annotation true."""
    return token.upos == "PROPN" and token.lemma == token.form and token.form[:1].isupper()


def slots(sentence: Sentence) -> list[tuple[int, str]]:
    """Positions whose name may be swapped, with the pool the new name comes from.

    GPE_LOC and GPE_ORG share one pool: the name alone must not decide between them.
    """
    found = []
    for start, end, label in mentions(sentence.tokens):
        if not all(is_name(t) for t in sentence.tokens[start:end]):
            continue
        if label == "PER":
            last = end - 1 if end - start > 1 else start
            found += [(i, "PER.last" if i == last else "PER.first") for i in range(start, end)]
        elif end - start == 1 and label in ("GPE_LOC", "GPE_ORG", "ORG", "LOC"):
            found.append((start, label[:3]))
    return found


def name_pools(sentences: list[Sentence]) -> Pools:
    """Every name of the training text, once, by the kind of slot it fills."""
    pools: dict[str, dict[str, Token]] = defaultdict(dict)
    for sentence in sentences:
        for i, pool in slots(sentence):
            pools[pool].setdefault(sentence.tokens[i].form, sentence.tokens[i])
    return {name: list(tokens.values()) for name, tokens in pools.items()}


def swap_names(tokens: list[Token], sentence: Sentence, pools: Pools, rng: random.Random) -> None:
    """Put other names in the sentence's slots; features follow the new name."""
    for i, pool in slots(sentence):
        other = rng.choice(pools[pool])
        tokens[i] = replace(tokens[i], form=other.form, lemma=other.form, feats=other.feats)


def restyle(tokens: list[Token], rng: random.Random) -> None:
    """One quote style and one dash style for the whole sentence."""
    opening, closing = rng.choice(QUOTES)
    dash, inside = rng.choice(DASHES), False
    for i, token in enumerate(tokens):
        if token.upos == "PUNCT" and token.form in '«»"“”„':
            inside = token.form in "«„" or (token.form not in "»" and not inside)
            tokens[i] = replace(token, form=opening if inside else closing)
        elif token.upos == "PUNCT" and token.form in DASHES:
            tokens[i] = replace(token, form=dash, lemma="$" + dash.replace("—", "–"))


def recase(tokens: list[Token], style: str) -> None:
    """`upper`: ALL CAPS (lemmas unlearned); `lower`: all lower case; `names`: names in lower case."""
    for i, token in enumerate(tokens):
        name = token.upos == "PROPN" or token.entity != "O"
        if token.upos == "PUNCT" or (style == "names" and not name):
            continue
        if style == "upper":
            tokens[i] = replace(token, form=token.form.upper(), lemma=NO_LEMMA)
        else:
            lemma = token.lemma.lower() if token.upos == "PROPN" else token.lemma
            tokens[i] = replace(token, form=token.form.lower(), lemma=lemma)


def drop_period(tokens: list[Token]) -> list[Token]:
    """Without the sentence-final period, when nothing hangs on it."""
    n = len(tokens)
    if n > 2 and tokens[-1].form == "." and all(t.head != n for t in tokens):
        return [*tokens[:-2], replace(tokens[-2], space=True)]
    return tokens


def add_bullet(tokens: list[Token], rng: random.Random) -> list[Token]:
    """A list marker before the sentence, attached to its root."""
    mark = rng.choice(BULLETS)
    moved = [replace(t, head=t.head + 1 if t.head else 0) for t in tokens]
    root = next(i for i, t in enumerate(moved, 2) if t.head == 0)
    return [Token(mark, NO_LEMMA, "PUNCT", "", root, "punct", True, "O"), *moved]


def vary(sentence: Sentence, pools: Pools, rng: random.Random, strength: float) -> list[Token]:
    """A random variant of one sentence; `strength` scales all probabilities (0: the gold itself)."""
    tokens = list(sentence.tokens)
    if rng.random() < 0.35 * strength:
        swap_names(tokens, sentence, pools, rng)
    if rng.random() < 0.20 * strength:
        restyle(tokens, rng)
    if rng.random() < 0.05 * strength:
        tokens = drop_period(tokens)
    if rng.random() < 0.07 * strength:
        recase(tokens, rng.choice(("upper", "lower", "names")))
    if rng.random() < 0.01 * strength:
        tokens = add_bullet(tokens, rng)
    return tokens
