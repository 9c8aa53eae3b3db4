"""Settings and drafts -> entries of the report: one engine per process, cached where nothing changed."""

from __future__ import annotations

import gc
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ipr_lint import cache, readers, rulebook
from ipr_lint.config import ConfigError, Settings
from ipr_lint.model import FileReport, UnreadableError
from ipr_lint.nlp import encoder
from ipr_lint.nlp.pipelines import PipelineError, Pipelines
from ipr_lint.reporters.entry import Entry
from ipr_lint.typed_yaml import ComplaintError

if TYPE_CHECKING:
    from ipr_lint.cli.desk import Desk, Piece
    from ipr_lint.engine import Engine

_COLLECT_AFTER = 100_000  # new objects: a run makes many that live to its end (lexicons, pipeline), hardly any cycles

Draft = tuple[str, bytes | None]  # the name in the report, and the content where it is no file


class Known(msgspec.Struct, frozen=True):
    """A draft that the cache has the entry of, and where."""

    draft: Draft
    key: bytes


class Runner:
    """Lints drafts one after the other; pipelines are loaded when the first draft that is not cached needs them."""

    def __init__(self, settings: Settings, use_cache: bool, base: str | None = None, with_text: bool = False) -> None:
        """With a git revision as `base`, or `with_text`, nothing is cached."""
        gc.set_threshold(_COLLECT_AFTER, 20, 20)
        use_cache = use_cache and base is None and not with_text
        self.with_text = with_text
        self.desk: Desk | None = None  # where the entries are written about one by one
        self.settings = settings
        self.diff_base = base
        self.versions: dict[str, tuple[str, ...]] = {}  # for each draft the names of its other language versions
        self.book = rulebook.load(Path(settings.rules) if settings.rules else None)
        self.pipelines = {"nb": Pipelines(settings.pipeline).version(), "encoder": encoder.version()}
        self.cache = cache.Cache(self.book, settings, " ".join(self.pipelines.values())) if use_cache else None

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        """Also when a run is interrupted: what is done need not be done again."""
        if self.cache:
            self.cache.close()

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
                from ipr_lint.cli import versions

                report = versions.compared(report, [readers.read(Path(other)) for other in others], self.engine)
            if self.diff_base:
                from ipr_lint.cli import diff_base

                report = diff_base.only_changed(report, self.diff_base)
            return report
        except UnreadableError as error:
            return FileReport(name, error=str(error))
        except (ConfigError, PipelineError, ComplaintError):
            raise
        except Exception as error:  # the other drafts must still be reported
            import traceback

            where = traceback.extract_tb(error.__traceback__)[-1]
            told = f"{type(error).__name__} i {Path(where.filename).name}:{where.lineno}"
            return FileReport(name, error=f"uventet feil i ipr-lint ({told}); meld gjerne fra med utkastet")

    def located(self, report: FileReport) -> Entry:
        """The report's entry, with lines and columns."""
        from ipr_lint.reporters.located import locate

        return locate(report, self.book, self.with_text)

    def looked_up(self, draft: Draft) -> Draft | Known:
        """Whether the cache has the entry: it does when content, rules, settings and versions are the same."""
        content = _content(draft) if self.cache else None
        if self.cache is None or content is None:
            return draft
        key = self.cache.key(draft[0], content)
        return Known(draft, key) if self.cache.has(key) else draft

    def recalled(self, known: Known) -> Entry | Piece:
        """From the cache; made anew if it is no longer there."""
        assert self.cache is not None
        name = known.draft[0]
        if self.desk and (piece := self.desk.known(known.key, name)):
            return piece
        entry = self.cache.get(known.key, name)
        if entry is None:
            return self.kept(*self.made(known.draft))
        return self.desk.piece(entry, known.key) if self.desk else entry

    def made(self, draft: Draft) -> tuple[Entry, bytes | None]:
        """The entry made anew, and the key to keep it under; None for one that may not be kept."""
        content = _content(draft) if self.cache else None
        if self.cache is None or content is None:
            return self.located(self.report(draft)), None
        key = self.cache.key(draft[0], content)  # of the very bytes that are linted
        entry = self.located(self.report((draft[0], content)))
        return entry, None if entry.crashed else key

    def kept(self, entry: Entry, key: bytes | None) -> Entry | Piece:
        """The same entry, or what is written about it, now in the cache."""
        if self.cache and key:
            self.cache.put(key, entry)
        return self.desk.piece(entry, key) if self.desk else entry


def _content(draft: Draft) -> bytes | None:
    """None for what can't be read, or is more than will be read: the reader says what is wrong."""
    name, data = draft
    if data is not None:
        return data
    try:
        with open(name, "rb") as file:  # noqa: PTH123 – pathlib is slow, and every cached draft comes by here
            content = file.read(readers.MAX_BYTES + 1)
    except (OSError, ValueError):
        return None
    return content if len(content) <= readers.MAX_BYTES else None
