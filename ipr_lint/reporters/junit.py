"""Entries -> JUnit XML: a test suite per file, a failed test case per finding at or above the failing level."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from ipr_lint.model import Level
from ipr_lint.reporters import Output
from ipr_lint.reporters.rows import relative, rows

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render(output: Output) -> str:
    """Valid XML 1.0; findings below the failing level are passing cases with their message as output."""
    limit = Level(output.fail_on).rank if output.fail_on != "never" else 99
    suites, failures, errors, tests = [], 0, 0, 0
    for entry in output.entries:
        path = relative(entry.path)
        mine = list(rows([entry], output.show_suppressed))
        failed = sum(Level(row.level).rank >= limit for row in mine)
        cases = "".join(_case(row.rule, f"{path}:{row.line}:{row.column}", row.message,
                              "failure" if Level(row.level).rank >= limit else "") for row in mine)
        if entry.error is not None:
            cases = _case("lesbar", path, entry.error, "error")
        elif not mine:
            cases = _case("ipr-lint", path, "", "")
        number = max(1, len(mine))
        suites.append(f"<testsuite name={_attribute(path)} tests=\"{number}\" failures=\"{failed}\" "
                      f"errors=\"{int(entry.error is not None)}\">{cases}</testsuite>\n")
        failures, errors, tests = failures + failed, errors + (entry.error is not None), tests + number
    head = f'<testsuites name="ipr-lint" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{"".join(suites)}</testsuites>\n'


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
