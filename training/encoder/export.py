"""A checkpoint -> the files that ship: 8-bit weights, and the word pieces with their segmenter.

    python training/encoder/export.py CHECKPOINT.pt OUT --source DIR --pieces FILE.model --version 1.0.0
"""
from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import source
import torch
from network import EARLY

PLACES = 256  # longest text, in pieces
Array = npt.NDArray[Any]


def eighth(name: str, weight: Array) -> dict[str, Array]:
    """A matrix (outer × inner) in 8 bits, one scale for what makes one output; stored inner × outer."""
    scale = np.abs(weight).max(axis=1) / 127
    stored = np.ascontiguousarray(np.round(weight / scale[:, None]).astype(np.int8).T)
    return {f"{name}.q8": stored, f"{name}.scale": scale.astype(np.float32)}


def pieces(raw: bytes, ids: list[int]) -> dict[str, Array]:
    """The rows of the table of word pieces, in the 4-bit blocks they came in."""
    blocks = np.frombuffer(raw, dtype=np.uint8).reshape(-1, 12, source.BLOCK_BYTES)[ids]
    scales = blocks[:, :, :2].copy().view(np.float16)[:, :, 0]
    return {"word.scales": scales, "word.nibbles": blocks[:, :, 2:].reshape(len(ids), -1)}


def together_qkv(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The same weights, those of query, key and value as one matrix."""
    found = {}
    for name, value in state.items():
        match name.rsplit(".", 2):
            case [layer, "q", kind]:
                found[f"{layer}.qkv.{kind}"] = torch.cat([state[f"{layer}.{part}.{kind}"] for part in "qkv"])
            case [_, "k" | "v", _]:
                continue
            case _:
                found[name] = value
    return found


def arrays(state: dict[str, torch.Tensor]) -> dict[str, Array]:
    """All weights but the word pieces' under the names that ipr_lint.nlp.encoder.network reads."""
    found = dict[str, Array]()
    for name, value in together_qkv(state).items():
        array = value.float().numpy()
        if name == "place":
            found["place"] = array[:PLACES].astype(np.float16)
            continue
        base, _, kind = name.removeprefix("layers.").rpartition(".")
        base = f"l{base}" if base[0].isdigit() else base
        if kind == "weight" and array.ndim == 2:
            found |= eighth(base, array)
        else:
            found[f"{base}.{kind[0]}"] = array
    return found


def together(stored: dict[str, Array]) -> tuple[Array, dict[str, tuple[str, tuple[int, ...], int]]]:
    """All arrays as one run of bytes, each from a multiple of 64, and where each stands."""
    parts, layout, at = list[bytes](), {}, 0
    for name, array in stored.items():
        raw = np.ascontiguousarray(array).tobytes()
        layout[name] = (str(array.dtype), array.shape, at)
        padded = raw + bytes(-len(raw) % 64)
        parts.append(padded)
        at += len(padded)
    return np.frombuffer(b"".join(parts), dtype=np.uint8), layout


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--pieces", type=Path, required=True, help="what vocabulary.py wrote")
    parser.add_argument("--version", required=True)
    args = parser.parse_args()
    weights, _ = source.fetch(args.source)
    ids = json.loads(args.pieces.with_suffix(".ids").read_text(encoding="utf8"))
    checkpoint = torch.load(args.checkpoint, weights_only=True)
    args.out.mkdir(parents=True, exist_ok=True)
    stored = pieces(source.directory(weights)[1]["emb.word"], ids) | arrays(checkpoint["state"])
    flat, layout = together(stored)
    np.save(args.out / "weights.npy", flat)
    shutil.copy(args.pieces, args.out / "pieces.model")
    meta = {"name": "ipr_encoder", "version": args.version, "layers": checkpoint["depth"], "pieces": len(ids),
            "gate_bias": 0.0, "gate": {}, "early": {"layers": EARLY, "above": 0.0},  # gate.py fills these in
            "layout": layout}
    (args.out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf8")
    print(args.version, len(ids), "pieces", sum(path.stat().st_size for path in args.out.iterdir()), "bytes")


if __name__ == "__main__":
    main()
