"""Drafts -> their entries in order: from the cache, or made by one process or several."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ipr_lint.cli.run import Draft, Runner

if TYPE_CHECKING:
    from multiprocessing.pool import AsyncResult

    from ipr_lint.config import Settings
    from ipr_lint.reporters.entry import Entry

_MANY = 50  # drafts to be made; from here on a second process pays for its start
_AHEAD = 8  # drafts per process that may wait for an earlier one

Made = tuple["Entry", bytes | None]


def entries(runner: Runner, drafts: Sequence[Draft], jobs: int) -> list[Entry]:
    """The entries in the order of the drafts; what is not in the cache is made by `jobs` processes (0: fit number)."""
    known = [runner.known(draft) for draft in drafts]
    missing = [draft for draft, entry in zip(drafts, known, strict=True) if entry is None]
    workers = min(jobs or (cores() if len(missing) >= _MANY else 1), len(missing))
    with runner, progress(len(missing)) as advance:
        fresh = made(runner, missing, workers)
        found = []
        for entry in known:
            found.append(entry or next(fresh))
            if entry is None:
                advance()
        return found


def made(runner: Runner, drafts: Iterable[Draft], workers: int) -> Iterator[Entry]:
    """The entries of these drafts, which come one by one, made anew and kept in the cache."""
    for entry, key in _in_processes(runner, drafts, workers) if workers > 1 else map(runner.made, drafts):
        yield runner.kept(entry, key)


def cores() -> int:
    """How many processes there is room for."""
    import os

    return os.cpu_count() or 1


@contextmanager
def progress(total: int) -> Iterator[Callable[[], Any]]:
    """A progress bar on a terminal, when there are several drafts to make."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Sjekker utkast", total=total)
        yield lambda: bar.advance(task)


def _in_processes(runner: Runner, drafts: Iterable[Draft], workers: int) -> Iterator[Made]:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    told = (runner.settings, runner.cache is not None, runner.diff_base, runner.with_text)
    waiting: deque[AsyncResult[Made]] = deque()
    with context.Pool(workers, _start, told) as pool:
        for draft in drafts:
            waiting.append(pool.apply_async(_work, (draft,)))
            while waiting and (len(waiting) >= workers * _AHEAD or waiting[0].ready()):
                yield waiting.popleft().get()
        while waiting:
            yield waiting.popleft().get()


_worker: Callable[[Draft], Made] | None = None  # the one of this process, made by _start


def _start(settings: Settings, use_cache: bool, base: str | None, with_text: bool) -> None:
    import signal

    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    _worker = Runner(settings, use_cache, base, with_text).made


def _work(draft: Draft) -> Made:
    assert _worker is not None
    return _worker(draft)
