"""A FileReport and the Word draft it is about in; a copy of the draft with its findings as comments out."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ipr_lint.docx_xml.draft import WordText, word_text
from ipr_lint.docx_xml.package import Package
from ipr_lint.docx_xml.saving import Saver
from ipr_lint.model import FileReport, UnreadableError
from ipr_lint.reporters.docx_markup import Markup
from ipr_lint.reporters.docx_old import remove_old
from ipr_lint.reporters.docx_wording import Wording
from ipr_lint.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Annotated:
    """The new file and what was written into it."""

    data: bytes
    comments: int
    changes: int


class RefusedError(Exception):
    """The copy can't be written there; one Norwegian line."""


def annotate(report: FileReport, rulebook: Rulebook, source: Path, out: Path, *, tracked: bool = False,
             ui_lang: str = "nb", inputs: Iterable[Path] = (), data: bytes | None = None) -> Annotated:
    """Write the annotated copy of `source` to `out`; nothing is left there when it fails.

    `data` is the draft's content where it is no file.

    Raises: RefusedError when `out` is the draft itself or another of `inputs`, whatever way leads there;
    UnreadableError when the draft is not what was checked.
    """
    for draft in (source, *inputs):
        if _is_same(draft, out):
            raise RefusedError(f"«{out}» er selve utkastet; velg et annet filnavn for kopien")
    content = source.read_bytes() if data is None else data
    annotated = annotated_copy(content, report, rulebook, tracked=tracked, ui_lang=ui_lang)
    try:
        _write(out, annotated.data)
    except OSError as error:
        raise RefusedError(f"«{out}» kan ikke skrives: {error.strerror}") from None
    return annotated


def annotated_copy(data: bytes, report: FileReport, rulebook: Rulebook, *, tracked: bool = False,
                   ui_lang: str = "nb") -> Annotated:
    """The draft with a comment on each finding that is not suppressed, and its fixes as tracked changes.

    Raises: UnreadableError when the draft is not what was checked.
    """
    document = report.document
    if document is None:
        raise UnreadableError(report.error or "utkastet er ikke lest")
    package = Package(data)
    saver = Saver(package)
    remove_old(package, saver)
    text = _text_read(package, document.source)
    findings = [finding for finding in report.findings if finding.suppressed is None]
    if not findings:
        return Annotated(saver.save(), 0, 0)
    markup = Markup(package, saver, document, text, date=f"{report.context.today.isoformat()}T00:00:00Z")
    comments, changes = markup.write(findings, Wording(document, rulebook, ui_lang), tracked, ui_lang)
    return Annotated(saver.save(), comments, changes)


def _text_read(package: Package, source: str) -> WordText:
    for view in ("accepted", "original"):
        text = word_text(package, "original" if view == "original" else "accepted")
        if text.source == source:
            return text
    raise UnreadableError("utkastet er endret etter at det ble sjekket; kjør sjekken på nytt")


def _is_same(draft: Path, out: Path) -> bool:
    if out.resolve() == draft.resolve():
        return True
    return out.exists() and draft.exists() and out.samefile(draft)


def _write(out: Path, data: bytes) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.stem}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(out)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
