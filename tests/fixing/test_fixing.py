"""Fixes are made in the source, markup and encoding left alone, and a second run has nothing to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ipr_lint import readers
from ipr_lint.fixing import Fixed, fix
from ipr_lint.model import Document, Edit, FileReport, Finding, Fix, Level, UnreadableError
from tests.readers.test_properties import drafts

Rewrite = tuple[str, str, bool]  # a pattern, what to write instead, whether that is safe


def linter(name: str, *rewrites: Rewrite, suppressed: str = "") -> Callable[[bytes], FileReport]:
    def lint(data: bytes) -> FileReport:
        try:
            document = readers.read(Path(name), data=data)
        except UnreadableError as error:
            return FileReport(name, error=str(error))
        return FileReport(name, document, findings=tuple(found(document, rewrites, suppressed)))
    return lint


def found(document: Document, rewrites: tuple[Rewrite, ...], suppressed: str) -> Iterator[Finding]:
    for block in document.blocks:
        for pattern, new, safe in rewrites:
            for match in re.finditer(pattern, block.text):
                span = block.span(*match.span())
                by = ("kommentar", "") if pattern == suppressed else None
                yield Finding("regel", Level.ERROR, "", span, fixes=(Fix("", (Edit(span, match.expand(new)),), safe),),
                              suppressed=by)


def fixed(name: str, draft: str | bytes, *rewrites: Rewrite, unsafe: bool = False, suppressed: str = "") -> Fixed:
    data = draft if isinstance(draft, bytes) else draft.encode()
    done = fix(data, linter(name, *rewrites, suppressed=suppressed),
               lambda report: (one for one in report.findings if one.suppressed is None), unsafe)
    assert done is not None
    return done


DATE = (r"(\d+) mai", r"\1. mai", True)
NAME = (r"Osloregionen(?! IPR)", "Osloregionen IPR", True)


@pytest.mark.parametrize(("name", "draft", "after"), [
    ("a.txt", "Vi møtes 17 mai.", "Vi møtes 17. mai."),
    ("a.md", "**Osloregionen** mener det.", "**Osloregionen IPR** mener det."),
    ("a.md", "Vi i *Oslo*regionen mener det.", "Vi i *Oslo*regionen IPR mener det."),
    ("a.md", "17 mai er fri.", r"17\. mai er fri."),
    ("a.md", "Hei[^1].\n\n[^1]: Den 17 mai.\n", "Hei[^1].\n\n[^1]: Den 17. mai.\n"),
    ("a.md", "| A |\n|---|\n| 17 mai |\n", "| A |\n|---|\n| 17. mai |\n"),
    ("a.md", "---\ntitle: 'Fest 17 mai'\n---\nHei.\n", "---\ntitle: 'Fest 17. mai'\n---\nHei.\n"),
    ("a.html", "<p>R&amp;D 17 <b>mai</b> er</p>", "<p>R&amp;D 17. <b>mai</b> er</p>"),
    ("a.html", "<p>Oslo<b>regionen</b> er</p>", "<p>Oslo<b>regionen IPR</b> er</p>"),
    ("a.html", "<p>Osloregionen</p>\r\n<p>17&nbsp;mai", "<p>Osloregionen IPR</p>\r\n<p>17&nbsp;mai"),
])
def test_fixes_in_place(name: str, draft: str, after: str) -> None:
    assert fixed(name, draft, DATE, NAME).after == after


@pytest.mark.parametrize(("name", "draft", "new", "after"), [
    ("a.html", "<p>en to</p>", "a < b & c", "<p>a &lt; b &amp; c to</p>"),
    ("a.md", "en to", "*a* <b>", r"\*a\* \<b\> to"),
    ("a.md", "| A |\n|---|\n| en |\n", "a|b", "| A |\n|---|\n| a\\|b |\n"),
    ("a.txt", "en to", "*a* <b>", "*a* <b> to"),
])
def test_what_is_put_in_is_text_and_no_markup(name: str, draft: str, new: str, after: str) -> None:
    assert fixed(name, draft, (r"\ben\b", new.replace("\\", r"\\"), True)).after == after


def test_markup_inside_the_span_stays() -> None:
    assert fixed("a.html", "<p>en <b>to</b> tre</p>", ("en to tre", "null", True)).after == "<p>null<b></b></p>"
    assert fixed("a.md", "en **to** tre", ("en to tre", "null", True)).after == "en **to** tre"


def test_only_safe_fixes_unless_told_otherwise() -> None:
    told = ("to", "2", False)
    assert fixed("a.txt", "en to tre", told).after == "en to tre"
    assert fixed("a.txt", "en to tre", told, unsafe=True).after == "en 2 tre"


def test_suppressed_findings_are_left_alone() -> None:
    assert fixed("a.txt", "Osloregionen 17 mai", DATE, NAME, suppressed=NAME[0]).after == "Osloregionen 17. mai"


def test_fixes_that_overlap_take_turns() -> None:
    done = fixed("a.txt", "abc", ("ab", "xb", True), ("bc", "by", True))
    assert (done.after, done.count) == ("xby", 2)


def test_rules_that_undo_each_other_change_nothing() -> None:
    done = fixed("a.txt", "rød og blå", ("rød", "grønn", True), ("grønn", "rød", True))
    assert (done.after, done.count, done.stable) == ("rød og blå", 0, False)


@pytest.mark.parametrize(("encoding", "mark"), [
    ("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("cp1252", b""),
])
def test_encoding_and_line_endings_are_kept(encoding: str, mark: bytes) -> None:
    draft = "Blåbær på\r\nbøen 17 mai.\n\nHa det\r\n"
    done = fixed("a.txt", mark + draft.encode(encoding), DATE)
    assert done.data == mark + draft.replace("17 mai", "17. mai").encode(encoding)


def test_a_character_that_the_encoding_lacks_is_not_written() -> None:
    draft = "Blåbær og syltetøy, 17 mai.".encode("cp1252")
    done = fixed("a.txt", draft, ("og", "☃", True), DATE)
    assert done.after == "Blåbær og syltetøy, 17. mai."


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(draft=drafts)
def test_a_second_run_changes_nothing_and_no_other_word_is_touched(name: str, draft: str) -> None:
    rewrites = ((r"tekst", "tegn*", True), (r"Oslo\b\.?", "By", True), ("regionen", "", True))
    data = draft.encode("utf-8", "replace")
    once = fix(data, linter(name, *rewrites), lambda report: report.findings, True)
    if once is None or not once.stable:
        return
    again = fix(once.data, linter(name, *rewrites), lambda report: report.findings, True)
    assert again is not None
    assert (again.after, again.count) == (once.after, 0)
