"""Score pipelines on raw text: pipeline folders and treebank in, a table per language (and speed, load time) out.

    python training/evaluate.py PIPELINE ... --treebank DIR [--part dev|held-out] [--speed]

Sentences are joined by one space, `--size` of them to a text; spaCy's Scorer aligns the tokens (its UAS and LAS leave
punctuation out, as in the published figures). F, accuracies and attachment scores are in per cent.
"""
from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import augment
import documents
import spacy
from conllu import Article, Token, read_articles
from spacy.language import Language
from spacy.scorer import Scorer

COLUMNS = {"UPOS": "pos_acc", "FEATS": "morph_acc", "lemma": "lemma_acc", "UAS": "dep_uas", "LAS": "dep_las",
           "sents": "sents_f", "NER": "ents_f"}
LABELS = ("PER", "ORG", "LOC", "GPE_LOC", "GPE_ORG", "PROD", "EVT", "DRV")
LOAD = ("import spacy, sys, time; spacy.blank('nb'); t = time.process_time(); spacy.load(sys.argv[1]);"
        "print(time.process_time() - t)")


def articles_of(treebank: Path, part: str) -> dict[str, list[Article]]:
    """The dev files or the documents held out of train, per language."""
    if part == "dev":
        return {lang: read_articles(treebank / f"{lang}-dev.conllu", lang) for lang in ("nb", "nn")}
    _, held = documents.load_train(treebank)
    return {lang: [a for a in held if a.lang == lang] for lang in ("nb", "nn")}


def varied(articles: list[Article], style: str) -> list[Article]:
    """The articles in ALL CAPS, lower case, with lower-cased `names`, other `quotes`, or without final periods."""
    rng = random.Random(0)

    def change(tokens: list[Token]) -> list[Token]:
        tokens = list(tokens)
        if style == "quotes":
            augment.restyle(tokens, rng)
        elif style == "no-period":
            return augment.drop_period(tokens)
        else:
            augment.recase(tokens, style)
        return tokens

    return [replace(a, sentences=[replace(s, tokens=change(s.tokens)) for s in a.sentences]) for a in articles]


def score(nlp: Language, articles: list[Article], size: int) -> dict[str, Any]:
    """spaCy's scores of a raw-text run; the gold tokens are aligned to the pipeline's own."""
    examples = list(documents.plain_examples(nlp, articles, size))
    predicted = nlp.pipe((eg.reference.text for eg in examples), batch_size=32)
    for eg, doc in zip(examples, predicted, strict=True):
        eg.predicted = doc
    result: dict[str, Any] = Scorer(nlp).score(examples)
    return result


def row(name: str, lang: str, scores: dict[str, Any]) -> str:
    """One line of the table."""
    values = "".join(f"{100 * (scores.get(key) or 0):7.2f}" for key in COLUMNS.values())
    types = scores.get("ents_per_type") or {}
    entities = "".join(f"{100 * types.get(label, {}).get('f', 0):8.1f}" for label in LABELS)
    return f"{name:<14}{lang:<4}{values}{entities}"


def speed(pipelines: dict[str, Language], texts: list[str], rounds: int = 3) -> dict[str, float]:
    """Words per second of processor time, best of `rounds`, the pipelines taking turns."""
    best: dict[str, float] = dict.fromkeys(pipelines, 0.0)
    for _ in range(rounds):
        for name, nlp in pipelines.items():
            started = time.process_time()
            words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
            best[name] = max(best[name], words / (time.process_time() - started))
    return best


def load_seconds(path: Path) -> float:
    """Processor seconds `spacy.load` takes in a fresh process after spaCy's import, best of three."""
    runs = [subprocess.run([sys.executable, "-W", "ignore", "-c", LOAD, str(path)], check=True, capture_output=True)
            for _ in range(3)]
    return min(float(run.stdout) for run in runs)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipelines", type=Path, nargs="+")
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--part", choices=("dev", "held-out"), default="dev")
    parser.add_argument("--size", type=int, default=20, help="sentences to one text")
    parser.add_argument("--variant", choices=("upper", "lower", "names", "quotes", "no-period"))
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    data = articles_of(args.treebank, args.part)
    if args.variant:
        data = {lang: varied(articles, args.variant) for lang, articles in data.items()}
    pipelines = {f"{path.parent.name}/{path.name}"[-13:]: spacy.load(path) for path in args.pipelines}
    print(f"{args.part:<18}" + "".join(f"{c:>7}" for c in COLUMNS) + "".join(f"{c:>8}" for c in LABELS))
    for name, nlp in pipelines.items():
        for lang, articles in data.items():
            print(row(name, lang, score(nlp, articles, args.size)), flush=True)
    if args.speed:
        texts = [eg.reference.text for eg in documents.plain_examples(nlp, data["nb"], 10)]
        for name, rate in speed(pipelines, texts).items():
            print(f"{name:<14}{rate:7.0f} words/s")
        for path in args.pipelines:
            print(f"{path.name:<14}{load_seconds(path):7.2f} s to load")


if __name__ == "__main__":
    main()
