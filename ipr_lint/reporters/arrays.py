"""JSON that is written part by part, indented as `msgspec.json.format` does with one space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec


def indented(value: Any, depth: int) -> str:
    """JSON for a place that many levels down; a line break in JSON never stands within a string."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode().replace("\n", "\n" + " " * depth)


def items(values: Iterable[Any], depth: int) -> str:
    """Some values of an array whose values stand `depth` levels down; "" for none."""
    return (",\n" + " " * depth).join(indented(value, depth) for value in values)


def array(pieces: Iterable[bytes], depth: int) -> Iterator[bytes]:
    """The array, with its brackets, of values that `items` wrote; all pieces are taken."""
    yield b"["
    between, after = b"\n" + b" " * depth, b""
    for piece in pieces:
        if piece:
            yield between
            yield piece
            between, after = b",\n" + b" " * depth, b"\n" + b" " * (depth - 1)
    yield after + b"]"
