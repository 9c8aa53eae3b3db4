"""A Word draft and what is found in it; the annotated copy, checked for validity, out."""

from __future__ import annotations

from datetime import date

from ipr_lint.model import Context, Document, Edit, FileReport, Finding, Fix, Level, Span
from ipr_lint.readers import docx as reader
from ipr_lint.reporters.docx import Annotated, annotated_copy
from ipr_lint.rulebook import Rulebook
from tests.word.outcome import assert_valid
from tests.word.package import Docx

CONTEXT = Context(today=date(2026, 11, 17))


def on(document: Document, text: str, new: str | None = None, safe: bool = True) -> Finding:
    """A finding on the first occurrence of `text`, with a fix where `new` is given."""
    block = next(block for block in document.blocks if text in block.text)
    start = block.text.index(text)
    span = Span(block.id, start, start + len(text))
    fixes = () if new is None else (Fix("Rett det", (Edit(span, new),), safe),)
    return Finding("navn-organisasjon", Level.ERROR, f"Om {text}", span, text, fixes=fixes)


def whole(message: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    return Finding("budskap", Level.WARNING, message, None, fixes=fixes)


def annotate(
    book: Rulebook, draft: Docx | bytes, *texts: str | tuple[str, str] | Finding, tracked: bool = False,
) -> Annotated:
    data = draft if isinstance(draft, bytes) else draft.build()
    document = reader.read(data, "utkast.docx")
    findings = tuple(text if isinstance(text, Finding) else on(document, *((text,) if isinstance(text, str) else text))
                     for text in texts)
    done = annotated_copy(data, FileReport("utkast.docx", document, CONTEXT, findings=findings), book, tracked=tracked)
    assert_valid(done.data)
    return done
