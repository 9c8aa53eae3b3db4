"""Entries -> one line per finding: `path:line:column: level rule message`."""

from __future__ import annotations

from collections.abc import Iterable

from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.rows import rows
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.words import WORDS


def piece(entry: Entry, output: Output) -> str:
    """Grep-able lines, as compilers write them; a document-wide finding stands at 1:1."""
    words = WORDS[output.ui_lang]
    lines = []
    for row in rows([entry], output.show_suppressed):
        mark = f" ({words['suppressed']})" if row.finding["suppressed"] else ""
        message = " ".join(row.message.split())
        lines.append(f"{row.path}:{row.line}:{row.column}: {words[row.level].lower()} {row.rule} {message}{mark}\n")
    return "".join(lines)


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterable[bytes]:
    """Nothing but the lines."""
    return pieces
