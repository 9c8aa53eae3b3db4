"""A trained recogniser in, the mean of it and several seeded continuations of it (a "model soup") out.

    python training/soup.py ner.cfg START OUT --treebank DIR [--marked DIR --seeds 11 12 13 --steps 600]

The branches see other text chunks, other made-up names and another dropout, each with a learning rate that goes to
zero; they stay close enough for the mean of all weights to be a recogniser, and its single errors cancel out. Its cost
at run time is that of one.
"""
from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import documents
import marked
import numpy as np
import spacy
import train
from conllu import Article
from spacy.language import Language
from spacy.util import load_config, registry
from thinc.api import Model, fix_random_seed

Weights = list[Any]  # float32 arrays of any shape


def parameters(model: Model[Any, Any]) -> list[tuple[Model[Any, Any], str]]:
    """Every layer with weights and the names of them, in the order of the network."""
    return [(node, name) for node in model.walk() for name in node.param_names if node.has_param(name)]


def read(model: Model[Any, Any]) -> Weights:
    """Copies of all weights."""
    return [np.array(node.get_param(name)) for node, name in parameters(model)]


def write(model: Model[Any, Any], weights: Weights) -> None:
    """Put weights that `read` gave back in place."""
    for (node, name), value in zip(parameters(model), weights, strict=True):
        node.set_param(name, value.copy())


def branch(nlp: Language, articles: list[Article], besides: list[Article], config: dict[str, Any], seed: int,
           out: Path) -> Weights:
    """The averaged weights of one continuation from the pipeline's present weights."""
    settings = config["training"]["branches"]
    options = {**config["training"], "max_steps": settings["max_steps"], "seed": seed}
    rate = {"@schedules": "warmup_linear.v1", "initial_rate": settings["initial_rate"],
            "warmup_steps": settings["warmup_steps"], "total_steps": settings["max_steps"]}
    optimizer = registry.resolve({"optimizer": {**options.pop("optimizer"), "learn_rate": rate}})["optimizer"]
    fix_random_seed(seed)
    train.train(nlp, articles, options, optimizer, out, besides)
    with nlp.use_params(optimizer.averages):
        return read(nlp.get_pipe("ner").model)  # type: ignore[attr-defined]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("config", type=Path)
    parser.add_argument("start", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--marked", type=Path, help="folder of our own marked text to read besides")
    parser.add_argument("--seeds", type=int, nargs="*", help="others than the configuration's")
    parser.add_argument("--steps", type=int, help="of each branch")
    args = parser.parse_args()
    config = load_config(args.config, interpolate=True)
    settings = config["training"]["branches"]
    settings |= {"seeds": args.seeds or settings["seeds"], "max_steps": args.steps or settings["max_steps"]}
    articles, _ = documents.load_train(args.treebank)
    nlp = spacy.load(args.start)
    besides = marked.read(nlp, args.marked) if args.marked else []
    model: Any = nlp.get_pipe("ner").model  # type: ignore[attr-defined]
    args.out.mkdir(parents=True, exist_ok=True)
    start, branches = read(model), list[Weights]()
    for seed in settings["seeds"]:
        write(model, start)
        branches.append(branch(nlp, articles, besides, config, seed, args.out / f"branch-{seed}"))
    write(model, [np.mean(same, axis=0) for same in zip(start, *branches, strict=True)])
    nlp.to_disk(args.out)


if __name__ == "__main__":
    main()
