"""Labelled texts -> padded batches for the encoder's two tasks."""
from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from sentencepiece import SentencePieceProcessor
from torch import Tensor

from ipr_lint.nlp.encoder import coded
from ipr_lint.nlp.encoder.marking import Parts, marked

NAME = "Osloregionen"
_HERE, _TRAINING = Path(__file__).parent, Path(__file__).parent.parent
_SETS = _TRAINING.parent / "tests" / "eval"  # earlier sets of ours, which had taught the rules before
NAMING_TEXTS = [*(_SETS / f"naming-{n}.jsonl" for n in (2, 3, 4)), *sorted(_HERE.glob("texts/naming-*.jsonl"))]
MESSAGE_TEXTS = [*(_SETS / f"messages-{n}.jsonl" for n in (2, 3)), _TRAINING / "messages" / "passages.jsonl",
                 *sorted(_HERE.glob("texts/messages-*.jsonl"))]
MESSAGES = ("B1", "B2", "B3", "B4", "B5", "B6")
LONGEST = 700  # characters of a passage
RELATED = re.compile(r"\b(?:kommun|medlem|samarbei|fellesskap|saman|sammen|nor(?:ge|eg)\b|landet|nasjonal|region|oslo"
                     r"|distrikt|vekst|utvikling|økonomi|næring|verdi|påverk|påvirk|bidra|støtte|styrk|by(?:er|ar)\b"
                     r"|innbygg)", re.IGNORECASE)
AT_RANDOM = 0.04  # share of the other runs that is taken, too


@dataclass(frozen=True)
class Example:
    """The parts of a text (before, the mention, after; or the passage alone), what is right, how much each answer
    counts."""

    parts: Parts | tuple[str]
    wanted: tuple[float, ...]
    weights: tuple[float, ...]


def rows(paths: Iterable[Path]) -> Iterator[dict[str, object]]:
    """The objects of some JSONL files."""
    for path in paths:
        yield from (json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip())


def mentions(paths: Iterable[Path]) -> list[Example]:
    """One example a mention that is organisation or area."""
    found = []
    for row in rows(paths):
        listed = sorted(row["mentions"], key=lambda m: m["start"])
        judged = [m for m in listed if m["gold"] != "exempt"]
        places = [(m["start"], m["end"]) for m in judged]
        for place, mention in zip(places, judged, strict=True):
            if mention["gold"] in ("organisation", "area"):
                parts = marked(str(row["text"]), places, place, NAME)
                found.append(Example(parts, (float(mention["gold"] == "organisation"),), (1.0,)))
    return found


def passages(paths: Iterable[Path]) -> list[Example]:
    """One example a passage: six messages conveyed, six denied; what annotators left open does not count."""
    found = []
    for row in rows(paths):
        gold, denied, either = row["gold"], row.get("contradicts", []), row.get("either", [])
        wanted = [float(m in gold) for m in MESSAGES] + [float(m in denied) for m in MESSAGES]
        weights = [float(m not in either) for m in MESSAGES] * 2
        found.append(Example((str(row["text"])[:LONGEST],), tuple(wanted), tuple(weights)))
    return found


def plain(sentences: Sequence[str], count: int, seed: int) -> list[Example]:
    """Runs of one to three sentences of ordinary text, which convey and deny nothing; about half of them are
    about what the messages are about, too: members, clout, the country, growth."""
    rng, found = random.Random(seed), dict[str, Example]()
    while len(found) < count:
        start = rng.randrange(len(sentences) - 3)
        text = " ".join(sentences[start:start + rng.randint(1, 3)])[:LONGEST]
        if len(set(map(str.lower, RELATED.findall(text)))) >= 2 or rng.random() < AT_RANDOM:
            found[text] = Example((text,), (0.0,) * 12, (1.0,) * 12)
    return list(found.values())


@dataclass(frozen=True)
class Batch:
    """Padded ids, which pieces are text, which are the mention, answers and weights."""

    ids: Tensor
    mask: Tensor
    span: Tensor
    wanted: Tensor
    weights: Tensor


def collate(vocabulary: SentencePieceProcessor, examples: Sequence[Example]) -> Batch:
    """Some examples as one batch."""
    texts = [coded(vocabulary, one.parts) for one in examples]
    longest = max(len(ids) for ids, _ in texts)
    ids = torch.ones(len(texts), longest, dtype=torch.long)
    mask, span = torch.zeros(len(texts), longest), torch.zeros(len(texts), longest)
    for i, (found, (first, last)) in enumerate(texts):
        ids[i, :len(found)], mask[i, :len(found)], span[i, first:last] = torch.tensor(found), 1, 1
    return Batch(ids, mask, span, torch.tensor([e.wanted for e in examples]),
                 torch.tensor([e.weights for e in examples]))


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """One pass in random order, texts of like length together."""
    order = sorted(examples, key=lambda one: sum(map(len, one.parts)) + rng.uniform(0, 40))
    found = [order[i:i + size] for i in range(0, len(order), size)]
    rng.shuffle(found)
    return found
