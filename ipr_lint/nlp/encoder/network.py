"""Word-piece ids -> states of a small transformer (BERT's form, norms after), in plain numpy, one core or more by BLAS.

The weights are read once: 8-bit matrices with a scale a row, a table of word pieces in blocks of 4 bits of which only
the rows that a text needs are unpacked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
HEADS, EPSILON, BLOCK = 12, 1e-12, 32
_GELU = float(np.sqrt(2 / np.pi))
_MOST = 4096  # pieces in one go: bounds the memory of long drafts


@dataclass(frozen=True)
class Dense:
    """A matrix (inner × outer, which BLAS reads quickest) and a bias."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        return x @ self.weight + self.bias


@dataclass(frozen=True)
class Norm:
    """Layer normalisation over the last axis."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + EPSILON)
        return np.asarray(centred / spread * self.weight + self.bias, dtype=np.float32)


@dataclass(frozen=True)
class Layer:
    """Attention within each text, then a network for each piece."""

    qkv: Dense
    ao: Dense
    aln: Norm
    fi: Dense
    fo: Dense
    oln: Norm

    def __call__(self, x: Floats, ends: Sequence[int]) -> Floats:
        seen = _attend(self.qkv(x), ends)
        x = self.aln(x + self.ao(seen))
        return self.oln(x + self.fo(_gelu(self.fi(x))))


@dataclass(frozen=True)
class Stored:
    """Where an array stands in the file of weights: numpy's name of its type, its shape, its first byte."""

    type: str
    shape: tuple[int, ...]
    start: int


def stored_arrays(path: Path, layout: Mapping[str, Stored]) -> dict[str, Any]:
    """The arrays of the file that `training/encoder/export.py` writes, mapped: what is not used is not read."""
    flat = np.load(path, mmap_mode="r", allow_pickle=False)
    found = {}
    for name, one in layout.items():
        size = int(np.prod(one.shape)) * np.dtype(one.type).itemsize
        found[name] = flat[one.start : one.start + size].view(one.type).reshape(one.shape)
    return found


class Network:
    """The encoder's layers, from its arrays by name."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._nibbles, self._scales = arrays["word.nibbles"], arrays["word.scales"]
        self._places = arrays["place"].astype(np.float32)
        self._first = _norm(arrays, "ln")
        depth = sum(name.endswith(".qkv.q8") for name in arrays)
        self._layers = [_layer(arrays, f"l{index}.") for index in range(depth)]
        self.heads = {name: _dense(arrays, name) for name in ("mention", "passage", "promise")}
        self.longest = len(self._places)

    def states(self, texts: Iterable[Sequence[int]], depth: int | None = None) -> list[Floats]:
        """States (pieces × width) of each text after `depth` layers or all; pieces beyond `longest` are left out."""
        found, run = list[Floats](), list[Sequence[int]]()
        for ids in texts:
            if run and sum(map(len, run)) + len(ids) > _MOST:
                found += self._together(run, depth)
                run = []
            run.append(ids[: self.longest])
        return found + (self._together(run, depth) if run else [])

    def _together(self, texts: Sequence[Sequence[int]], depth: int | None) -> list[Floats]:
        x = np.concatenate([self._pieces(ids) + self._places[: len(ids)] for ids in texts])
        ends = list(np.cumsum([len(ids) for ids in texts]))
        x = self._first(x)
        for layer in self._layers[:depth]:
            x = layer(x, ends)
        return np.split(x, ends[:-1])

    def _pieces(self, ids: Sequence[int]) -> Floats:
        nibbles, scales = self._nibbles[list(ids)], self._scales[list(ids)].astype(np.float32)
        blocks = nibbles.reshape(len(ids), -1, BLOCK // 2)
        both = np.concatenate([blocks & 15, blocks >> 4], axis=2).astype(np.float32) - 8
        return np.asarray((both * scales[:, :, None]).reshape(len(ids), -1), dtype=np.float32)


def _attend(qkv: Floats, ends: Sequence[int]) -> Floats:
    seen, start, width = np.empty_like(qkv[:, : qkv.shape[1] // 3]), 0, qkv.shape[1] // 3 // HEADS
    for end in ends:
        query, key, value = qkv[start:end].reshape(end - start, 3, HEADS, width).transpose(1, 2, 0, 3)
        scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(width))
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ value
        seen[start:end] = mixed.transpose(1, 0, 2).reshape(end - start, -1)
        start = end
    return seen


def _gelu(x: Floats) -> Floats:
    return np.asarray(0.5 * x * (1 + np.tanh(_GELU * (x + 0.044715 * x * x * x))), dtype=np.float32)


def _dense(arrays: Mapping[str, Any], name: str) -> Dense:
    weight = arrays[f"{name}.q8"].astype(np.float32) * arrays[f"{name}.scale"].astype(np.float32)
    return Dense(weight, arrays[f"{name}.b"].astype(np.float32))


def _norm(arrays: Mapping[str, Any], name: str) -> Norm:
    return Norm(arrays[f"{name}.w"].astype(np.float32), arrays[f"{name}.b"].astype(np.float32))


def _layer(arrays: Mapping[str, Any], at: str) -> Layer:
    dense = {name: _dense(arrays, at + name) for name in ("qkv", "ao", "fi", "fo")}
    return Layer(**dense, aln=_norm(arrays, at + "aln"), oln=_norm(arrays, at + "oln"))
