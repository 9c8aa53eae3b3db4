"""Settings and drafts -> entries of the report: one engine per process, cached where nothing changed."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ipr_lint import cache, readers, rulebook
from ipr_lint.cli import diff_base, versions
from ipr_lint.config import ConfigError, Settings
from ipr_lint.model import FileReport, UnreadableError
from ipr_lint.nlp.pipelines import PipelineError, Pipelines
from ipr_lint.reporters import located
from ipr_lint.reporters.located import Entry
from ipr_lint.typed_yaml import ComplaintError

if TYPE_CHECKING:
    from ipr_lint.engine import Engine

_MANY = 200  # from here on several processes pay for their start
Draft = tuple[str, bytes | None]  # the name in the report, and the content where it is no file


class Runner:
    """Lints drafts one after the other; pipelines are loaded when the first draft that is not cached needs them."""

    def __init__(self, settings: Settings, use_cache: bool, base: str | None = None, with_text: bool = False) -> None:
        """With a git revision as `base`, or `with_text`, nothing is cached."""
        use_cache = use_cache and base is None and not with_text
        self.with_text = with_text
        self.settings = settings
        self.diff_base = base
        self.versions: dict[str, tuple[str, ...]] = {}  # for each draft the names of its other language versions
        self.book = rulebook.load(Path(settings.rules) if settings.rules else None)
        self.pipelines = {"nb": Pipelines(settings.pipeline).version()}
        self._cache = cache.Cache(self.book, settings, self.pipelines["nb"]) if use_cache else None

    @cached_property
    def engine(self) -> Engine:
        """Made, with all the checks it imports, when the first draft is not in the cache."""
        from ipr_lint.engine import Engine

        return Engine(self.book, self.settings)

    def report(self, draft: Draft) -> FileReport:
        """Read and lint one draft; an unreadable one, or one that something unforeseen happens to, gets `error`."""
        name, data = draft
        try:
            document = readers.read(Path(name), name, data, docx_view=self.settings.docx_view)
            report = self.engine.lint(document)
            if others := self.versions.get(name):
                report = versions.compared(report, [readers.read(Path(other)) for other in others], self.engine)
            return diff_base.only_changed(report, self.diff_base) if self.diff_base else report
        except UnreadableError as error:
            return FileReport(name, error=str(error))
        except (ConfigError, PipelineError, ComplaintError):
            raise
        except Exception as error:  # the other drafts must still be reported
            where = traceback.extract_tb(error.__traceback__)[-1]
            told = f"{type(error).__name__} i {Path(where.filename).name}:{where.lineno}"
            return FileReport(name, error=f"uventet feil i ipr-lint ({told}); meld gjerne fra med utkastet")

    def entry(self, draft: Draft) -> Entry:
        """The same as the report's entry, from the cache when content, rules, settings and versions are the same."""
        key = self._cache.key(draft) if self._cache else None
        if self._cache and key and (known := self._cache.get(key, draft[0])):
            return known
        entry = located.locate(self.report(draft), self.book, self.with_text)
        if self._cache and key and not entry.crashed:
            self._cache.put(key, entry)
        return entry


def entries(runner: Runner, drafts: list[Draft], jobs: int, use_cache: bool) -> Iterator[Entry]:
    """The entries in the order of the drafts, made by `jobs` processes (0: as many as pay)."""
    workers = jobs or (_cores() if len(drafts) >= _MANY else 1)
    if workers == 1 or len(drafts) < 2:
        yield from map(runner.entry, drafts)
        return
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    told = (runner.settings, use_cache, runner.diff_base, runner.with_text)
    with context.Pool(min(workers, len(drafts)), _start, told) as pool:
        yield from pool.imap(_work, drafts, chunksize=max(1, min(32, len(drafts) // (workers * 4))))


_worker: Callable[[Draft], Entry] | None = None  # the one of this process, made by _start


def _start(settings: Settings, use_cache: bool, base: str | None, with_text: bool) -> None:
    global _worker
    _worker = Runner(settings, use_cache, base, with_text).entry


def _work(draft: Draft) -> Entry:
    assert _worker is not None
    return _worker(draft)


def _cores() -> int:
    import os

    return os.cpu_count() or 1
