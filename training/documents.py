"""Articles in, spaCy examples out: raw text for the pipeline, gold annotation for the loss."""
from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from conllu import Article, Sentence, Token, read_articles
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

HELD_OUT_EVERY, HELD_OUT_AT = 22, 17  # whole documents, about 4.5 % of the text
Chunk = list[list[Token]]
Vary = Callable[[Sentence, random.Random], list[Token]]


def split(articles: list[Article]) -> tuple[list[Article], list[Article]]:
    """(train, held out): every 22nd document is never trained on."""
    held = articles[HELD_OUT_AT::HELD_OUT_EVERY]
    ids = {a.doc_id for a in held}
    return [a for a in articles if a.doc_id not in ids], held


def load_train(treebank: Path) -> tuple[list[Article], list[Article]]:
    """Both languages' training files, split."""
    train, held = list[Article](), list[Article]()
    for lang in ("nb", "nn"):
        kept, out = split(read_articles(treebank / f"{lang}-train.conllu", lang))
        train += kept
        held += out
    return train, held


def make_doc(nlp: Language, chunk: Chunk, breaks: list[str]) -> Doc:
    """The gold Doc of one chunk; `breaks` is the white space after each sentence ("" , " " or newlines).

    A newline becomes a token of its own, as spaCy's tokenizer makes it, and carries no annotation.
    """
    words, spaces, rows = list[str](), list[bool](), list[Token | None]()
    heads, starts = list[int](), list[bool]()
    for sentence, gap in zip(chunk, breaks, strict=True):
        base = len(words)
        for i, token in enumerate(sentence):
            words.append(token.form)
            spaces.append(token.space)
            rows.append(token)
            heads.append(base + (token.head - 1 if token.head else i))
            starts.append(i == 0)
        spaces[-1] = gap == " "
        if "\n" in gap:
            words.append(gap)
            spaces.append(False)
            rows.append(None)
            heads.append(len(words) - 1)
            starts.append(False)
    return Doc(
        nlp.vocab, words=words, spaces=spaces, heads=heads, sent_starts=starts,
        pos=[r.upos if r else "SPACE" for r in rows], morphs=[r.feats if r else "" for r in rows],
        lemmas=[r.lemma if r else "" for r in rows],
        deps=[(r.deprel if r.head else "ROOT") if r else "dep" for r in rows],
        ents=[r.entity if r else "O" for r in rows],
    )


def example(nlp: Language, chunk: Chunk, breaks: list[str]) -> Example:
    """Gold beside the tokenizer's own reading of the same raw text."""
    gold = make_doc(nlp, chunk, breaks)
    return Example(nlp.make_doc(gold.text), gold)


def plain_examples(nlp: Language, articles: list[Article], size: int = 20) -> Iterator[Example]:
    """Unchanged text in chunks of `size` sentences joined by one space (for labels and evaluation)."""
    for article in articles:
        for i in range(0, len(article.sentences), size):
            chunk = [s.tokens for s in article.sentences[i:i + size]]
            yield example(nlp, chunk, [" "] * (len(chunk) - 1) + [""])


def chunks(articles: list[Article], rng: random.Random) -> list[tuple[Article, int, int]]:
    """Every sentence once, in runs of 1 to 16 from one article, shuffled."""
    found = []
    for article in articles:
        start = 0
        while start < len(article.sentences):
            end = min(start + rng.choice((1, 2, 4, 6, 8, 10, 12, 16)), len(article.sentences))
            found.append((article, start, end))
            start = end
    rng.shuffle(found)
    return found


def random_breaks(count: int, rng: random.Random) -> list[str]:
    """White space between `count` sentences: mostly spaces, in one chunk of eight some newlines."""
    newline = rng.choice(("\n", "\n\n")) if rng.random() < 0.125 else " "
    return [newline if rng.random() < 0.5 else " " for _ in range(count - 1)] + [""]


def epoch(nlp: Language, articles: list[Article], vary: Vary, rng: random.Random) -> Iterator[Example]:
    """One pass over all training text in random chunks and variants."""
    for article, start, end in chunks(articles, rng):
        chunk = [vary(s, rng) for s in article.sentences[start:end]]
        yield example(nlp, chunk, random_breaks(len(chunk), rng))
