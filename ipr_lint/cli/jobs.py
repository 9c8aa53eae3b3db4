"""Drafts -> their entries, or what is written about them, in order: from the cache, or by one process or several."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ipr_lint.cli.run import Draft, Known, Runner
from ipr_lint.reporters.entry import Entry

if TYPE_CHECKING:
    from multiprocessing.pool import AsyncResult

    from ipr_lint.cli.desk import Piece
    from ipr_lint.config import Settings

_EACH = 25  # drafts to be made by a process; with fewer its start (a pipeline to load) does not pay
_AHEAD = 8  # drafts per process that may wait for an earlier one

Made = tuple[Entry, bytes | None]
Done = Known | Entry  # to be taken from the cache, or here already


def entries(runner: Runner, drafts: Sequence[Draft], jobs: int) -> Generator[Entry | Piece, None, None]:
    """One for each draft, in their order; what is not in the cache is made by `jobs` processes (0: fit number)."""
    work = [runner.looked_up(draft) for draft in drafts]
    missing = sum(isinstance(one, tuple) for one in work)
    with progress(missing) as advance:
        workers = min(jobs or min(cores(), max(missing // _EACH, 1)), missing)
        for one, entry in zip(work, stream(runner, work, workers), strict=True):
            if isinstance(one, tuple):
                advance()
            yield entry


def stream(runner: Runner, work: Iterable[Draft | Done], workers: int) -> Iterator[Entry | Piece]:
    """What there is to say of each, in their order, as they come; what is made anew is kept in the cache."""
    for one in _in_processes(runner, work, workers) if workers > 1 else (
            runner.made(one) if isinstance(one, tuple) else one for one in work):
        if isinstance(one, Known):
            yield runner.recalled(one)
        else:
            yield runner.kept(*(one if isinstance(one, tuple) else (one, None)))


def cores() -> int:
    """How many processes there is room for: of a shared machine only what this run may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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


def _in_processes(runner: Runner, work: Iterable[Draft | Done], workers: int) -> Iterator[Made | Done]:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    told = (runner.settings, runner.cache is not None, runner.diff_base, runner.with_text)
    waiting: deque[AsyncResult[Made] | Done] = deque()
    with context.Pool(workers, _start, told) as pool:
        for one in work:
            waiting.append(pool.apply_async(_work, (one,)) if isinstance(one, tuple) else one)
            while waiting and (len(waiting) >= workers * _AHEAD or _is_done(waiting[0])):
                yield _taken(waiting.popleft())
        while waiting:
            yield _taken(waiting.popleft())


def _is_done(one: AsyncResult[Made] | Done) -> bool:
    return isinstance(one, Done) or one.ready()


def _taken(one: AsyncResult[Made] | Done) -> Made | Done:
    return one if isinstance(one, Done) else one.get()


_worker: Callable[[Draft], Made] | None = None  # the one of this process, made by _start


def _start(settings: Settings, use_cache: bool, base: str | None, with_text: bool) -> None:
    import signal

    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    _worker = Runner(settings, use_cache, base, with_text).made


def _work(draft: Draft) -> Made:
    assert _worker is not None
    return _worker(draft)
