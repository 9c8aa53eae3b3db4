"""Train one part of the pipeline: a config and the treebank in, a spaCy pipeline folder out. Seeded, fixed steps."""
from __future__ import annotations

import argparse
import itertools
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import augment
import documents
import marked
import spacy
from conllu import Article
from names import Names
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config, registry
from tokens import norwegian_tokenizer


def build(config: dict[str, Any], articles: list[Article], base: Path | None) -> Language:
    """The untrained pipeline with labels and shapes from the training text; frozen parts come from `base`."""
    nlp = load_model_from_config({k: config[k] for k in ("nlp", "components")}, auto_fill=True)
    nlp.tokenizer = norwegian_tokenizer(nlp.vocab)
    frozen = config["training"]["frozen"]
    for name in frozen:
        nlp.remove_pipe(name)
        nlp.add_pipe(name, source=spacy.load(base), first=True)
    with nlp.select_pipes(disable=frozen):
        nlp.initialize(lambda: documents.plain_examples(nlp, articles))
    return nlp


def known_lemma(nlp: Language, articles: list[Article]) -> Callable[[str, str], bool]:
    """Whether the lemmatizer has a label for (form, lemma); spaCy would teach label 0 for all others."""
    if "lemmatizer" not in nlp.pipe_names:
        return lambda form, lemma: True
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    seen = {(t.form, t.lemma) for a in articles for s in a.sentences for t in s.tokens}
    known = {pair for pair in seen if lemmatizer._pair2label(*pair) is not None}
    return lambda form, lemma: (form, lemma) in known or form == lemma


def without_unknown(eg: Example, known: Callable[[str, str], bool]) -> Example:
    """The example with the lemmas nobody can predict left out of the loss."""
    for token in eg.reference:
        if token.lemma and not known(token.text, token.lemma_):
            token.lemma = 0
    return eg


def batches(nlp: Language, articles: list[Article], options: dict[str, Any],
            epochs: Callable[[random.Random], Iterator[Example]]) -> Iterator[list[Example]]:
    """Endless batches of about `batch_words` tokens."""
    rng = random.Random(options["seed"])
    known = known_lemma(nlp, articles)
    batch, words = list[Example](), 0
    while True:
        for eg in epochs(rng):
            batch.append(without_unknown(eg, known))
            words += len(eg.predicted)
            if words >= options["batch_words"]:
                yield batch
                batch, words = [], 0


def variation(articles: list[Article], options: dict[str, Any]) -> documents.Vary:
    """How sentences are varied: with their syntax, or (`names`) for the entity recogniser alone."""
    sentences = [s for a in articles for s in a.sentences]
    if options.get("names"):
        names = Names(sentences, random.Random(options["seed"]))
        return lambda sentence, rng: names.vary(sentence, rng, options["augment"])
    pools = augment.name_pools(sentences)
    return lambda sentence, rng: augment.vary(sentence, pools, rng, options["augment"])


def save(nlp: Language, averages: dict[Any, Any], path: Path) -> None:
    """The pipeline with averaged weights."""
    with nlp.use_params(averages):
        nlp.to_disk(path)


def train(nlp: Language, articles: list[Article], options: dict[str, Any], optimizer: Any, out: Path,
          besides: Sequence[Article] = ()) -> None:
    """Fixed number of steps; prints the mean loss per word and component every `log_every` steps.

    `besides`: our own marked text; beside it an epoch has the treebank `treebank_times`.
    """
    vary = variation([*articles, *besides], options)

    def epochs(rng: random.Random) -> Iterator[Example]:
        return documents.epoch(nlp, articles, vary, rng)

    articles = [*articles * options.get("treebank_times", 1), *besides]
    losses, words, started = dict[str, float](), 0, time.time()
    stream = itertools.islice(batches(nlp, articles, options, epochs), options["max_steps"])
    for step, batch in enumerate(stream, 1):
        nlp.update(batch, drop=options["dropout"], losses=losses, sgd=optimizer, exclude=options["frozen"],
                   annotates=options["frozen"])
        optimizer.step_schedules()
        words += sum(len(eg.predicted) for eg in batch)
        if step % options["log_every"] == 0:
            means = " ".join(f"{name} {loss / words:.6f}" for name, loss in losses.items())
            print(f"step {step} time {time.time() - started:.0f}s words {words} {means}", flush=True)
            losses, words = {}, 0
        if step % options["save_every"] == 0:
            save(nlp, optimizer.averages, out)
    save(nlp, optimizer.averages, out)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--base", type=Path, help="pipeline whose components are taken over frozen")
    parser.add_argument("--marked", type=Path, help="folder of our own marked text to read besides (recogniser only)")
    parser.add_argument("--stop-after", type=int, help="fewer steps of the same run (reproduction checks)")
    args = parser.parse_args()
    config = load_config(args.config, interpolate=True)
    options = dict(config["training"])
    optimizer = registry.resolve({"optimizer": options.pop("optimizer")})["optimizer"]
    options["max_steps"] = args.stop_after or options["max_steps"]
    fix_random_seed(options["seed"])
    articles, _ = documents.load_train(args.treebank)
    nlp = build(config, articles, args.base)
    besides = marked.read(nlp, args.marked) if args.marked else []
    train(nlp, articles, options, optimizer, args.out, besides)


if __name__ == "__main__":
    main()
