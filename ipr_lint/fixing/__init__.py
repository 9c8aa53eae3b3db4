"""A draft and how to lint it in; the draft with its fixes made, until none is left to make, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ipr_lint.fixing.rounds import made, proposals
from ipr_lint.model import FileReport, Finding
from ipr_lint.readers.decoding import Decoded, decode

FORMATS = frozenset({"markdown", "html", "text"})
MOST_ROUNDS = 10  # a fix may make room for another one, but rules that undo each other never end


@dataclass(frozen=True, slots=True)
class Fixed:
    """The content before and after, the report on the latter, and how many fixes lie between them.

    `stable` is False when the rules went on undoing each other: then nothing was changed.
    """

    before: Decoded
    after: str
    report: FileReport
    count: int = 0
    stable: bool = True

    @property
    def data(self) -> bytes:
        """The new content of the file, in its own encoding and with its own byte order mark."""
        return self.before.encode(self.after)


def fix(
    data: bytes, lint: Callable[[bytes], FileReport], counted: Callable[[FileReport], Iterable[Finding]], unsafe: bool
) -> Fixed | None:
    """Fix and lint again until nothing changes; `counted` are the findings that are neither suppressed nor known.

    None for a draft that can't be read or is a Word file. A second run changes nothing.
    """
    first = report = lint(data)
    if report.document is None or report.document.format not in FORMATS:
        return None
    before = decode(data)
    text, count = before.text, 0
    for _ in range(MOST_ROUNDS):
        document = report.document
        if document is None:
            break
        wanted = proposals(document, counted(report), unsafe)
        changed, number = made(document, before, wanted)
        if changed == text:
            return Fixed(before, text, report, count)
        text, count = changed, count + number
        report = lint(before.encode(text))
    return Fixed(before, before.text, first, 0, stable=False)
