"""Entries -> JUnit XML: a test suite per file, a failed test case per finding at or above the failing level."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ipr_lint.model import Level
from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.rows import relative, rows
from ipr_lint.reporters.tally import Sums

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_COUNTS = re.compile(rb' tests="(\d+)" failures="(\d+)" errors="(\d+)">')  # the attributes after a suite's name


def piece(entry: Entry, output: Output) -> str:
    """One test suite; findings below the failing level are passing cases with their message as output."""
    limit = Level(output.fail_on).rank if output.fail_on != "never" else 99
    path, mine = relative(entry.path), list(rows([entry], output.show_suppressed))
    failed = sum(Level(row.level).rank >= limit for row in mine)
    cases = "".join(_case(row.rule, f"{path}:{row.line}:{row.column}", row.message,
                          "failure" if Level(row.level).rank >= limit else "") for row in mine)
    if entry.error is not None:
        cases = _case("lesbar", path, entry.error, "error")
    elif not mine:
        cases = _case("ipr-lint", path, "", "")
    return (f"<testsuite name={_attribute(path)} tests=\"{max(1, len(mine))}\" failures=\"{failed}\" "
            f"errors=\"{int(entry.error is not None)}\">{cases}</testsuite>\n")


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterator[bytes]:
    """Valid XML 1.0. The figures of the whole run come first, so the suites wait (compressed) until it is over."""
    held, totals = list[bytes](), [0, 0, 0]
    for suite in pieces:
        held.append(zlib.compress(suite, 1))
        found = _COUNTS.search(suite)
        totals = [total + int(count) for total, count in zip(totals, found.groups() if found else (), strict=True)]
    tests, failures, errors = totals
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="ipr-lint" tests="{tests}" failures="{failures}" errors="{errors}">\n'.encode()
    yield from map(zlib.decompress, held)
    yield b"</testsuites>\n"


def _case(rule: str, place: str, message: str, outcome: str) -> str:
    start = f"<testcase classname={_attribute(rule)} name={_attribute(place)}"
    if not message:
        return f"{start}/>"
    if not outcome:
        return f"{start}><system-out>{_text(message)}</system-out></testcase>"
    return f"{start}><{outcome} message={_attribute(message)}>{_text(place)}</{outcome}></testcase>"


def _text(text: str) -> str:
    return escape(_CONTROL.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_CONTROL.sub("\ufffd", text))
