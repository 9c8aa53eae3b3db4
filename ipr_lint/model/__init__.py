"""The nouns that flow from a path to a report. Imports nothing of ours."""

from __future__ import annotations

from ipr_lint.model.document import (
    NOTHING,
    Block,
    Context,
    Document,
    Kind,
    Mark,
    MetadataValue,
    Piece,
    RunOrigin,
    Span,
    Suppression,
    UnreadableError,
)
from ipr_lint.model.finding import (
    Abstain,
    Coverage,
    Edit,
    FileReport,
    Finding,
    Fix,
    Hit,
    Level,
    Needs,
    Report,
    Skip,
)

__all__ = [
    "NOTHING",
    "Abstain",
    "Block",
    "Context",
    "Coverage",
    "Document",
    "Edit",
    "FileReport",
    "Finding",
    "Fix",
    "Hit",
    "Kind",
    "Level",
    "Mark",
    "MetadataValue",
    "Needs",
    "Piece",
    "Report",
    "RunOrigin",
    "Skip",
    "Span",
    "Suppression",
    "UnreadableError",
]
