"""Fine-tune the encoder on our labelled texts: texts in, a PyTorch checkpoint out. Seeded, fixed epochs.

    python training/encoder/train.py OUT.pt --source DIR --pieces FILE.model --treebank DIR [--score FILE.jsonl ...]
"""
from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import promise
import source
import torch
from data import MESSAGE_TEXTS, NAMING_TEXTS, Batch, Example, batches, collate, mentions, passages, plain
from network import Encoder
from sentencepiece import SentencePieceProcessor as Vocabulary
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent.parent))
from documents import load_train

DENIAL_WEIGHT = 2.0  # denials are rare
RATE, HEAD_RATE, SIZE, WARM_UP = 1e-4, 1.5e-3, 16, 0.08
HEADS = ("mention", "passage")


def ordinary(treebank: Path, count: int) -> list[Example]:
    """Ordinary text of the treebank's train part, as passages that say nothing of the messages."""
    articles, _ = load_train(treebank)
    sentences = ["".join(t.form + (" " if t.space else "") for t in s.tokens).strip()
                 for a in articles for s in a.sentences]
    return plain(sentences, count, seed=0)


def logits(model: Encoder, batch: Batch, named: bool) -> torch.Tensor:
    """Log-odds of a batch of mentions (texts × 1) or passages (texts × 12), in bfloat16 inside."""
    with torch.autocast("cpu", torch.bfloat16):
        return model.mentions(batch.ids, batch.mask, batch.span)[:, None] if named else \
            model.passages(batch.ids, batch.mask)


def loss(model: Encoder, batch: Batch, named: bool) -> torch.Tensor:
    """Cross-entropy, labels smoothed a little."""
    scores = logits(model, batch, named)
    entropy = functional.binary_cross_entropy_with_logits
    if named:
        return entropy(scores, batch.wanted * 0.94 + 0.03)
    weights = batch.weights.clone()
    weights[:, 6:] *= 1 + (DENIAL_WEIGHT - 1) * batch.wanted[:, 6:]
    return entropy(scores, batch.wanted * 0.97 + 0.005, weight=weights, reduction="none").sum(1).mean() / 2


def predict(model: Encoder, vocabulary: Vocabulary, examples: Sequence[Example], named: bool) -> torch.Tensor:
    """Log-odds of all examples in order."""
    model.eval()
    with torch.no_grad():
        found = [logits(model, collate(vocabulary, examples[i:i + 32]), named) for i in range(0, len(examples), 32)]
    model.train()
    return torch.cat(found)


def report(model: Encoder, vocabulary: Vocabulary, path: Path) -> str:
    """Accuracy over the mentions, or precision and recall over the passages, of a set that is not trained on."""
    named = '"mentions"' in path.read_text(encoding="utf8")[:4000]
    examples = mentions([path]) if named else passages([path])
    scores = predict(model, vocabulary, examples, named)
    wanted = torch.tensor([e.wanted for e in examples]) > 0.5
    if named:
        return f"{path.name}: accuracy {((scores > 0) == wanted).float().mean():.3f}"
    counts = torch.tensor([e.weights for e in examples]) > 0
    parts = []
    for name, part in (("conveyed", slice(0, 6)), ("denied", slice(6, 12))):
        got, right, kept = scores[:, part] > 0, wanted[:, part], counts[:, part]
        hits = (got & right & kept).sum()
        parts.append(f"{name} P {hits / (got & kept).sum().clamp(min=1):.3f} R {hits / (right & kept).sum():.3f}")
    return f"{path.name}: " + ", ".join(parts)


def save(model: Encoder, out: Path) -> None:
    """Write a checkpoint, without the word pieces' table, which is as it came."""
    state = {name: value for name, value in model.state_dict().items() if name != "word.weight"}
    torch.save({"depth": len(model.layers), "state": state}, out)


def train(model: Encoder, vocabulary: Vocabulary, tasks: list[list[Example]], epochs: int,
          watched: list[Path], out: Path, seed: int) -> None:
    """Both tasks in turn; after each epoch a checkpoint, the mean loss and (of the last ones) the watched scores."""
    heads = [p for name, p in model.named_parameters() if name.startswith(HEADS)]
    body = [p for name, p in model.named_parameters()
            if p.requires_grad and not name.startswith((*HEADS, "promise"))]
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rng, steps = random.Random(seed), epochs * sum(-(-len(task) // SIZE) for task in tasks)
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / (WARM_UP * steps), max(0.0, (steps - i) / ((1 - WARM_UP) * steps))))
    started = time.time()
    for epoch in range(epochs):
        order = [(named, some) for named, task in zip((True, False), tasks, strict=True)
                 for some in batches(task, SIZE, rng)]
        rng.shuffle(order)
        total = 0.0
        for named, some in order:
            one = loss(model, collate(vocabulary, some), named)
            optimizer.zero_grad()
            one.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rates.step()
            total += one.item()
        print(f"epoch {epoch + 1} time {time.time() - started:.0f}s loss {total / len(order):.4f}", flush=True)
        save(model, out)
        if epoch >= epochs - 3:
            for path in watched:
                print("  " + report(model, vocabulary, path), flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--source", type=Path, required=True, help="folder for the fetched model")
    parser.add_argument("--pieces", type=Path, required=True, help="what vocabulary.py wrote")
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--depth", type=int, default=12)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--plain", type=int, default=2200, help="passages of ordinary text")
    parser.add_argument("--score", type=Path, nargs="*", default=[], help="sets to watch, never trained on")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    weights, _ = source.fetch(args.source)
    vocabulary = Vocabulary(model_file=str(args.pieces))
    shape, tensors = source.read(weights)
    model = Encoder(shape, tensors, json.loads(args.pieces.with_suffix(".ids").read_text()), args.depth).train()
    named = mentions(NAMING_TEXTS)
    told = passages(MESSAGE_TEXTS) + ordinary(args.treebank, args.plain)
    print(f"{len(named)} mentions, {len(told)} passages", flush=True)
    train(model, vocabulary, [named, told], args.epochs, args.score, args.out, args.seed)
    promise.fit(model, vocabulary, told)
    save(model, args.out)


if __name__ == "__main__":
    main()
