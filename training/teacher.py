"""A large recogniser to mark text with: multilingual-e5-small fine-tuned on the treebank's names. Never shipped.

    python training/teacher.py OUT.pt --source DIR --treebank DIR [--epochs 3 --threads 2]

It reads whole runs of sentences, so it knows from the context what a surname alone stands for; `remark.py` lets it mark
our own texts, and the small recogniser that is shipped learns from those. Seeded, fixed epochs; dev and the held-out
documents are not trained on.
"""
from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from conllu import Article, Token, read_articles
from documents import chunks, load_train
from names import Names
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent / "encoder"))
import source
import vocabulary
from network import Encoder
from sentencepiece import SentencePieceProcessor

TYPES = ("PER", "ORG", "LOC", "GPE_LOC", "GPE_ORG", "PROD", "EVT", "DRV", "MISC")
TAGS = ("O", *(f"{prefix}-{label}" for label in TYPES for prefix in "BI"))
RATE, HEAD_RATE, WARM_UP, PIECES, LONGEST = 1e-4, 1e-3, 0.06, 1_400, 480
SMOOTHING, IGNORED = 0.02, -100


@dataclass
class Text:
    """Pieces of a text, the place of each word's first piece, and the tag of each word."""

    pieces: list[int]
    starts: list[int]
    tags: list[int]


class Tagger(Encoder):
    """The encoder with a tag for each word's first piece."""

    def __init__(self, shape: source.Shape, tensors: dict[str, source.Floats], vocabulary_size: int) -> None:
        super().__init__(shape, tensors, list(range(vocabulary_size)), shape.layers)
        self.tag = nn.Linear(shape.width, len(TAGS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Logits: texts × pieces × tags."""
        return self.tag(self.drop(self.states(ids, mask))).float()


def load(folder: Path) -> tuple[Tagger, SentencePieceProcessor]:
    """The network as it comes, and its whole vocabulary."""
    weights, tokenizer = source.fetch(folder)
    pieces = vocabulary.full(tokenizer)
    shape, tensors = source.read(weights)
    return (Tagger(shape, tensors, len(pieces)),
            SentencePieceProcessor(model_proto=vocabulary.model(pieces)))


def encode(sp: SentencePieceProcessor, tokens: Sequence[Token]) -> Text:
    """One text; words that would pass the longest text are left out."""
    text = Text([0], [], [])
    for ids, token in zip(sp.encode([t.form for t in tokens]), tokens, strict=True):
        ids = ids or [3]
        if len(text.pieces) + len(ids) > LONGEST:
            break
        text.starts.append(len(text.pieces))
        text.tags.append(TAGS.index(token.entity) if token.entity in TAGS else 0)
        text.pieces += ids
    text.pieces.append(2)
    return text


def padded(texts: list[Text]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and the tag of each piece (IGNORED where no word begins)."""
    longest = max(len(t.pieces) for t in texts)
    ids, tags = torch.ones(len(texts), longest, dtype=torch.long), torch.full((len(texts), longest), IGNORED)
    mask = torch.zeros(len(texts), longest)
    for i, text in enumerate(texts):
        ids[i, :len(text.pieces)] = torch.tensor(text.pieces)
        mask[i, :len(text.pieces)] = 1
        tags[i, text.starts] = torch.tensor(text.tags)
    return ids, mask, tags


def batches(texts: list[Text]) -> Iterator[list[Text]]:
    """Texts of like length together, about PIECES pieces with padding."""
    batch = list[Text]()
    for text in sorted(texts, key=lambda t: len(t.pieces)):
        if batch and len(text.pieces) * (len(batch) + 1) > PIECES:
            yield batch
            batch = []
        batch.append(text)
    yield batch


def legal(scores: Tensor) -> list[int]:
    """The best tag of each word in order; a continuation that continues nothing begins instead."""
    found = list[int]()
    for tag in scores.argmax(-1).tolist():
        name, before = TAGS[tag], TAGS[found[-1]] if found else "O"
        found.append(tag - 1 if name.startswith("I-") and before[2:] != name[2:] else tag)
    return found


def mark(model: Tagger, texts: list[Text]) -> list[tuple[list[int], list[float]]]:
    """(tags, the probability of each) of each text's words."""
    model.eval()
    found = list[tuple[list[int], list[float]]]()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for text in texts:
            ids, mask, _ = padded([text])
            scores = model(ids, mask)[0][text.starts].float()
            tags = legal(scores)
            sure = scores.softmax(-1)[range(len(tags)), tags]
            found.append((tags, sure.tolist()))
    model.train()
    return found


def spans(tags: Sequence[int]) -> set[tuple[int, int, str]]:
    """(first word, end, type) of each mention."""
    found, start = set[tuple[int, int, str]](), 0
    for i, tag in enumerate([*tags, 0]):
        before = TAGS[tags[i - 1]] if i else "O"
        if before != "O" and not TAGS[tag].startswith("I-"):
            found.add((start, i, before[2:]))
        if TAGS[tag].startswith("B-"):
            start = i
    return found


def report(model: Tagger, sp: SentencePieceProcessor, articles: list[Article]) -> str:
    """F over all types and of each, on runs of ten sentences."""
    texts = [encode(sp, [t for s in a.sentences[i:i + 10] for t in s.tokens])
             for a in articles for i in range(0, len(a.sentences), 10)]
    counts = dict[str, list[int]]()
    for text, (tags, _) in zip(texts, mark(model, texts), strict=True):
        gold, got = spans(text.tags), spans(tags)
        for label in ("all", *TYPES):
            pair = [{s for s in some if label in ("all", s[2])} for some in (gold, got)]
            row = counts.setdefault(label, [0, 0, 0])
            for i, count in enumerate((len(pair[0] & pair[1]), len(pair[0]), len(pair[1]))):
                row[i] += count
    return " ".join(f"{label} {200 * hits / max(1, gold + got):.1f}" for label, (hits, gold, got) in counts.items())


def train(model: Tagger, sp: SentencePieceProcessor, articles: list[Article], epochs: int, out: Path) -> None:
    """Fixed epochs over random runs of sentences with some names swapped; a checkpoint after each."""
    rng = random.Random(0)
    names = Names([s for a in articles for s in a.sentences], rng)
    head = [p for name, p in model.named_parameters() if name.startswith("tag")]
    body = [p for name, p in model.named_parameters() if p.requires_grad and name.startswith(("layers", "ln"))]
    optimizer = torch.optim.AdamW([{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}], weight_decay=0.01)
    started, plan = time.time(), list[list[list[Text]]]()
    for _ in range(epochs):
        texts = [encode(sp, [t for s in a.sentences[i:j] for t in names.vary(s, rng, 0.6)])
                 for a, i, j in chunks(articles, rng)]
        plan.append(list(batches(texts)))
        rng.shuffle(plan[-1])
    steps = sum(map(len, plan))
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / (WARM_UP * steps), max(0.0, (steps - i) / ((1 - WARM_UP) * steps))))
    for epoch, some in enumerate(plan, 1):
        total = 0.0
        for i, batch in enumerate(some, 1):
            ids, mask, tags = padded(batch)
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(ids, mask)
            loss = functional.cross_entropy(scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORED,
                                            label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rates.step()
            total += loss.item()
            if i % 50 == 0:
                print(f"epoch {epoch} {i}/{len(some)} time {time.time() - started:.0f}s loss {total / i:.4f}", flush=True)
        torch.save({n: v for n, v in model.state_dict().items() if n != "word.weight"}, out)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--source", type=Path, required=True, help="folder for the fetched model")
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(args.threads)
    model, sp = load(args.source)
    articles, held = load_train(args.treebank)
    train(model.train(), sp, articles, args.epochs, args.out)
    for lang in ("nb", "nn"):
        print(lang, "dev", report(model, sp, read_articles(args.treebank / f"{lang}-dev.conllu", lang)), flush=True)
        print(lang, "held-out", report(model, sp, [a for a in held if a.lang == lang]), flush=True)


if __name__ == "__main__":
    main()
