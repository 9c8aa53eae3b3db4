"""Texts -> what a small fine-tuned transformer reads in them: the second opinion of the naming and message rules.

The grammar rules explain themselves and come first; the encoder is asked only where they are unsure. It is multilingual
E5 (small), cut and fine-tuned on texts of our own (`training/encoder/`), and runs in numpy without a download.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ipr_lint.nlp.encoder.marking import Parts, plain

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

    from ipr_lint.nlp.encoder.network import Floats, Network

FOLDER = Path(__file__).parent.parent.parent / "pipelines" / "ipr_encoder"
_BEGIN, _END = 0, 2  # ids of <s> and </s>
Coded = tuple[list[int], tuple[int, int]]


class Encoder:
    """The network with its vocabulary and its heads."""

    def __init__(self, network: Network, vocabulary: SentencePieceProcessor) -> None:
        self._network = network
        self._vocabulary = vocabulary

    def mentions(self, marked: Sequence[Parts]) -> list[float]:
        """Log-odds of the organisation against the area for each marked mention (see `marking.marked`)."""
        import numpy as np

        texts = [coded(self._vocabulary, parts) for parts in marked]
        found = []
        for (_, (first, last)), states in zip(texts, self._states(texts), strict=True):
            both = np.concatenate([states[first:last].mean(0), states.mean(0)])
            found.append(float(self._network.heads["mention"](both)[0]))
        return found

    def passages(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """Twelve log-odds for each passage: B1–B6 conveyed, then B1–B6 denied."""
        head = self._network.heads["passage"]
        states = self._states([coded(self._vocabulary, (text,)) for text in texts])
        return [tuple(float(value) for value in head(one.mean(0))) for one in states]

    def promises(self, texts: Sequence[str]) -> list[float]:
        """Log-odds that a text conveys or denies any message, as the first layers see it (a fraction of the work)."""
        promise = self._network.heads["promise"]
        states = self._states([coded(self._vocabulary, (text,)) for text in texts], described().early.layers)
        return [float(promise(one.mean(0))[0]) for one in states]

    def _states(self, texts: Sequence[Coded], depth: int | None = None) -> list[Floats]:
        return self._network.states([ids for ids, _ in texts], depth)


def coded(vocabulary: SentencePieceProcessor, parts: Parts | tuple[str]) -> Coded:
    """Piece ids of a text and the bounds of its middle part's pieces (all of them, of a text in one part)."""
    runs: list[list[int]] = vocabulary.encode([plain(part) for part in parts])
    before = 1 + (len(runs[0]) if len(runs) > 1 else 0)
    inside = len(runs[1] if len(runs) > 1 else runs[0])
    return [_BEGIN, *(piece for run in runs for piece in run), _END], (before, before + inside)


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder that ships, loaded on first use."""
    from sentencepiece import SentencePieceProcessor

    from ipr_lint.nlp.encoder.network import Network, Stored, stored_arrays

    layout = {name: Stored(*where) for name, where in described().layout.items()}
    network = Network(stored_arrays(FOLDER / "weights.npy", layout))
    return Encoder(network, SentencePieceProcessor(model_file=str(FOLDER / "pieces.model")))


class Early(msgspec.Struct, frozen=True):
    """After how many layers the network tells whether a passage is worth reading on, and above which log-odds it is."""

    layers: int
    above: float


class Described(msgspec.Struct, frozen=True):
    """meta.json: which encoder this is, what makes a passage worth reading (weights of message concepts, then the first
    layers), and where each array stands in weights.npy."""

    name: str
    version: str
    gate_bias: float
    gate: dict[str, float]
    early: Early
    layout: dict[str, tuple[str, tuple[int, ...], int]]


@lru_cache(maxsize=1)
def described() -> Described:
    """What stands beside the weights; loads nothing heavy."""
    return msgspec.json.decode((FOLDER / "meta.json").read_bytes(), type=Described)


def version() -> str:
    """Name and version."""
    return f"{described().name} {described().version}"


def gate() -> tuple[dict[str, float], float]:
    """Weights of message concepts and a bias: a passage with a positive sum is worth reading."""
    return described().gate, described().gate_bias
