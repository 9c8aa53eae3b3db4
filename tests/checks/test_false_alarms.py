"""What advisers took for false alarms: verdicts that are withheld, and evidence that names what stands in the text."""

from __future__ import annotations

from pathlib import Path

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.model import FileReport
from ipr_lint.rulebook import Rulebook

_NO_EXAMPLE = "Osloregionen IPR ber regjeringen satse på flere tog til alle som bor og arbeider i kommunene våre. " * 5


def _lint(book: Rulebook, text: str, rule: str, channel: str = "nettsak") -> FileReport:
    return Engine(book, Settings(select=(rule,), channel=channel)).lint(readers.read(Path("a.txt"), data=text.encode()))


def test_a_place_that_may_be_a_members_leaves_local_examples_without_a_verdict(book: Rulebook) -> None:
    known = _lint(book, f"{_NO_EXAMPLE} Næringslivet i Bergen vil ha det samme.", "lokale-eksempler")
    unknown = _lint(book, f"{_NO_EXAMPLE} Næringslivet i Dokka vil ha det samme.", "lokale-eksempler")
    assert (len(known.findings), len(unknown.findings)) == (1, 0)
    assert ["Dokka" in one.reason for one in unknown.skipped] == [True]


def test_the_auxiliary_of_a_passive_is_named_as_it_is_written(book: Rulebook) -> None:
    report = _lint(book, "Husleiga vart sett ned det fyrste året. Ho blei ikkje auka seinare.", "passiv")
    assert [one.evidence for one in report.findings] == ["passiv med «vart» av «setje»", "passiv med «blei» av «auke»"]


def test_an_agent_is_not_asked_for_where_the_text_has_one(book: Rulebook) -> None:
    report = _lint(book, "Alle tekster leses av én til før de går ut. Planen vedtas i mai.", "passiv")
    assert ["Si hvem" in one.message for one in report.findings] == [False, True]
