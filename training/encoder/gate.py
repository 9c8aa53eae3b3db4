"""Which passages are worth reading: our labelled passages in, two gates in the encoder's meta.json out.

    python training/encoder/gate.py ipr_lint/pipelines/ipr_encoder/meta.json --treebank DIR

First a logistic regression over the concepts of `rules/facts/messages.yaml` that a passage has: passages that convey or
deny a message against those that do neither and against ordinary text. The bias lets `RECALL` of the former through.
Then a bound on what the network's first layers see (its head `promise`), which lets `SEEN` of them through.
"""
from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from data import MESSAGE_TEXTS, rows
from train import ordinary

from ipr_lint import readers, rulebook
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.nlp.encoder import Encoder, encoder
from ipr_lint.nlp.messages.passages import passages

RECALL, SEEN, PLAIN, STEPS = 0.95, 0.985, 1500, 500
Labelled = tuple[frozenset[str], float]


def concepts(engine: Engine, text: str) -> frozenset[str]:
    """The concepts in a text."""
    draft = engine.analyse(readers.read(Path("avsnitt.txt"), data=text.encode()), Settings())
    return frozenset().union(*(one.names for one in passages(draft)))


def labelled(engine: Engine, treebank: Path) -> Iterator[Labelled]:
    """Concepts of each passage, and whether it conveys or denies a message."""
    for row in rows(MESSAGE_TEXTS):
        yield concepts(engine, str(row["text"])), float(bool(row["gold"] or row.get("contradicts")))
    for one in ordinary(treebank, PLAIN):
        yield concepts(engine, one.parts[0]), 0.0


def fit(examples: list[Labelled]) -> tuple[dict[str, float], float]:
    """Weights by concept and the bias."""
    names = sorted(frozenset().union(*(found for found, _ in examples)))
    table = torch.tensor([[float(name in found) for name in names] + [1.0] for found, _ in examples])
    wanted = torch.tensor([value for _, value in examples])
    weights = torch.zeros(len(names) + 1, requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.05)
    for _ in range(STEPS):
        optimizer.zero_grad()
        odds = table @ weights
        loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, wanted, weight=1 + 2 * wanted)
        (loss + 5e-4 * (weights[:-1] ** 2).sum()).backward()
        optimizer.step()
    with torch.no_grad():
        odds = table[:, :-1] @ weights[:-1]
        bias = -float(torch.quantile(odds[wanted > 0], 1 - RECALL))
    learnt = weights[:-1].tolist()
    return {name: round(value, 2) for name, value in zip(names, learnt, strict=True)}, round(bias, 2)


def shares(examples: Iterable[Labelled], weights: dict[str, float], bias: float) -> dict[float, float]:
    """The share let through of what is worth reading (1.0) and of the rest (0.0)."""
    passed: dict[float, list[bool]] = {0.0: [], 1.0: []}
    for found, value in examples:
        passed[value].append(bias + sum(weights[name] for name in found) > 0)
    return {value: sum(some) / len(some) for value, some in passed.items()}


def bound(found: Encoder, plain_texts: list[str]) -> tuple[float, float]:
    """The log-odds of the head `promise` that SEEN of the passages with messages reach, and the share of ordinary
    texts that reach it."""
    worth = [str(row["text"]) for row in rows(MESSAGE_TEXTS) if row["gold"] or row.get("contradicts")]
    above = float(torch.quantile(torch.tensor(found.promises(worth)), 1 - SEEN))
    return round(above, 2), sum(value > above for value in found.promises(plain_texts)) / len(plain_texts)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("meta", type=Path)
    parser.add_argument("--treebank", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(0)
    examples = list(labelled(Engine(rulebook.load(), Settings()), args.treebank))
    weights, bias = fit(examples)
    meta = json.loads(args.meta.read_text(encoding="utf8"))
    above, through = bound(encoder(), [one.parts[0] for one in ordinary(args.treebank, PLAIN)])
    meta |= {"gate_bias": bias, "gate": weights, "early": meta["early"] | {"above": above}}
    args.meta.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    print(len(weights), "concepts, bias", bias, "let through", shares(examples, weights, bias))
    print("first layers: log-odds", above, "reached by", round(through, 3), "of ordinary texts")


if __name__ == "__main__":
    main()
