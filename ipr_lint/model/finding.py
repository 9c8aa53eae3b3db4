"""What checks and engine make of it: Hit, Fix, Finding, Coverage, Report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Flag, StrEnum, auto
from typing import Any

import msgspec

from ipr_lint.model.document import Context, Document, Span, Suppression


class Level(StrEnum):
    """How serious a finding is; SARIF calls them error, warning and note. `OFF` switches a rule off."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 for off up to 3 for error, so that levels can be compared."""
        return ("off", "suggestion", "warning", "error").index(self.value)


class Needs(Flag):
    """What a check reads; the engine prepares no more than the enabled rules need together."""

    TEXT = auto()
    SENTENCES = auto()
    LEMMAS = auto()  # tagged and lemmatised tokens
    PARSE = auto()  # dependencies; implies tags
    ENTITIES = auto()


class Edit(msgspec.Struct, frozen=True):
    """Replace a span by `text`."""

    span: Span
    text: str


class Fix(msgspec.Struct, frozen=True):
    """A proposed change; `safe` ones keep the meaning for certain, `suggested` ones want a human eye."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool = False

    @property
    def applicability(self) -> str:
        """`safe` or `suggested`, as the JSON report says it."""
        return "safe" if self.safe else "suggested"


class Hit(msgspec.Struct, frozen=True):
    """What a check found. `span` is None when something is missing from the whole document.

    `variant` picks another message and level in the rule's YAML; `values` fill the message; `evidence` says in words
    what decided.
    """

    span: Span | None
    values: Mapping[str, Any] = {}
    variant: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Span, ...] = ()
    evidence: str = ""


class Abstain(msgspec.Struct, frozen=True):
    """A check's word that it can give no verdict on this draft, and why (Norwegian, one line)."""

    reason: str


class Finding(msgspec.Struct, frozen=True):
    """A hit of a rule, worded and weighed (SARIF *result*)."""

    rule: str
    level: Level
    message: str
    span: Span | None
    text: str = ""
    evidence: str = ""
    related: tuple[Span, ...] = ()
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""
    suppressed: tuple[str, str] | None = None  # by, reason
    silenced_by: Suppression | None = None  # the directive in the draft, where it was one


class Skip(msgspec.Struct, frozen=True):
    """A rule that could not run, and why: nothing is skipped silently."""

    rule: str
    reason: str


class Coverage(msgspec.Struct, frozen=True):
    """Whether one key message (B1–B6) is referred to, where, and how prominently (title, lead, body, boilerplate)."""

    id: str
    found: bool = False
    contradicted: bool = False
    prominence: str | None = None
    evidence: tuple[Span, ...] = ()
    checked: bool = True


class FileReport(msgspec.Struct, frozen=True):
    """All that is said about one draft; `error` is set, and the rest empty, when it could not be read."""

    path: str
    document: Document | None = None
    context: Context = Context()
    language: str | None = None
    findings: tuple[Finding, ...] = ()
    metrics: Mapping[str, float | int | None] = {}
    messages: tuple[Coverage, ...] = ()
    skipped: tuple[Skip, ...] = ()
    crashed: tuple[str, ...] = ()  # rules that broke, each with its error in one line
    error: str | None = None


class Report(msgspec.Struct, frozen=True):
    """The reports of a run, in the order of the paths."""

    files: tuple[FileReport, ...]

    def findings(self) -> Iterator[Finding]:
        """Every finding that is not suppressed."""
        return (f for file in self.files for f in file.findings if f.suppressed is None)
