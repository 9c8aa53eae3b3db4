"""The parts of a report in; the report, once it is complete, out: what fails midway has printed nothing."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from ipr_lint.config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_IN_MEMORY = 8_000_000  # bytes; a longer report waits on the disk
_BLOCK = 1_000_000


def write(parts: Iterable[bytes], target: Path | None, color: bool) -> None:
    """Write to a file, or to standard output without one (escape sequences only with `color`). Raises: ConfigError."""
    if target is None:
        with _complete(parts if color else (_bare(part) for part in parts)) as whole:
            _print(whole)
        return
    with _complete(parts) as whole:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file:
                file.writelines(whole)
        except OSError as error:
            raise ConfigError(f"--output: {target} kan ikke skrives: {error.strerror}") from None


def _print(parts: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for part in parts:
        sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()


def _bare(part: bytes) -> bytes:
    """Without escape sequences of the terminal, which a draft may hold."""
    return click.unstyle(part.decode()).encode() if b"\x1b" in part else part


@contextmanager
def _complete(parts: Iterable[bytes]) -> Iterator[Iterable[bytes]]:
    """The same bytes, when the last of them is there."""
    held: list[bytes] = []
    size = 0
    with ExitStack() as stack:
        file: IO[bytes] | None = None
        for part in parts:
            held.append(part)
            size += len(part)
            if size > _IN_MEMORY:
                file = file or stack.enter_context(_temporary())
                file.writelines(held)
                held, size = [], 0
        if file is None:
            yield held
            return
        file.writelines(held)
        file.seek(0)
        yield iter(partial(file.read, _BLOCK), b"")


def _temporary() -> IO[bytes]:
    import tempfile

    return tempfile.TemporaryFile()  # gone when it is closed
