"""ipr-lint: checks outgoing drafts against the communication strategy of Osloregionen IPR."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipr_lint.version import __version__

if TYPE_CHECKING:
    from ipr_lint.config import Settings
    from ipr_lint.model import Report

__all__ = ["__version__", "lint"]


def lint(path_or_text: str | Path, settings: Settings | None = None) -> Report:
    """Lint one draft and return the Report.

    A `Path` is read by its suffix (docx, md, html, txt); a `str` is taken as plain text. A draft that can't be read
    gives a report whose file has `error` set.

    Raises: config.ConfigError, nlp.pipelines.PipelineError, typed_yaml.ComplaintError, for settings, pipelines and
    rules that can't be used.

    >>> from ipr_lint import lint
    >>> [finding.rule for finding in lint("Osloregionen mener at …").findings()]  # doctest: +SKIP
    ['navn-organisasjon']
    """
    from ipr_lint import readers, rulebook
    from ipr_lint.config import Settings
    from ipr_lint.engine import Engine
    from ipr_lint.model import FileReport, Report, UnreadableError

    settings = settings or Settings()
    engine = Engine(rulebook.load(Path(settings.rules) if settings.rules else None), settings)
    name = path_or_text if isinstance(path_or_text, Path) else Path("tekst.txt")
    try:
        data = None if isinstance(path_or_text, Path) else path_or_text.encode()
        return Report((engine.lint(readers.read(name, data=data)),))
    except UnreadableError as error:
        return Report((FileReport(str(name), error=str(error)),))
