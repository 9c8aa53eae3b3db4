"""The body of a Word draft in; what the reader makes of it out."""

from __future__ import annotations

from pathlib import Path

from ipr_lint.model import Block, Document
from ipr_lint.readers import read
from tests.word.package import simple


def blocks(*body: str) -> tuple[Block, ...]:
    return document(simple(*body)).blocks


def document(data: bytes) -> Document:
    return read(Path("utkast.docx"), data=data)
