"""When the encoder is asked, and how its answer is weighed against the grammar's and the readings'."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.facts.messages import Messages
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.mentions import in_draft
from ipr_lint.nlp.mentions import second_opinion as of_names
from ipr_lint.nlp.messages import second_opinion as of_messages
from ipr_lint.nlp.messages.claims import claims
from ipr_lint.nlp.messages.judged import READ, judge
from ipr_lint.nlp.messages.passages import passages
from ipr_lint.nlp.messages.polarity import Polarity
from ipr_lint.nlp.messages.second_opinion import Opinion

MOTOR = "Osloregionen er en viktig motor i norsk økonomi."


def draft(engine: Engine, text: str) -> Analysis:
    return engine.analyse(readers.read(Path("utkast.txt"), data=text.encode()), Settings())


def refuse() -> None:
    raise AssertionError("the encoder was asked")


@pytest.mark.parametrize(
    "text",
    [
        "I mai ble strategien vedtatt i Osloregionens styre.",  # what it owns decides
        "Osloregionen 2030",  # nothing to read
        "Se osloregionen.no for mer om programmet.",  # no mention
    ],
)
def test_it_is_not_asked_where_there_is_nothing_to_ask(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(of_names, "encoder", refuse)
    list(in_draft(draft(engine, text)))


def test_its_part_is_named_in_the_evidence(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    class Sure:
        def mentions(self, asked: list[object]) -> list[float]:
            return [9.0 for _ in asked]

    monkeypatch.setattr(of_names, "encoder", Sure)
    (mention,) = in_draft(draft(engine, "Noen ganger er det fint å tenke på Osloregionen."))
    assert mention.score <= engine.rulebook.facts.get(of_names.Names).second_opinion.most + 3
    assert of_names.WHY in mention.why


def opinion(engine: Engine, text: str, conveyed: float, denied: float) -> list[tuple[str, Polarity, str]]:
    analysis = draft(engine, text)
    found = list(passages(analysis))
    facts = analysis.facts.get(Messages)
    claimed = [claim for passage in found for claim in claims(passage, facts.messages)]
    clues = tuple(clue for passage in found for clue in passage.clues)
    names = frozenset(one.concept for clue in clues for one in clue.evidence if not one.weak)
    one = Opinion(clues, names, (-9.0,) * 5 + (conveyed,), (-9.0,) * 5 + (denied,))
    return [(j.message, j.says, j.reading) for j in judge(facts, claimed, [one])]


def test_a_reading_that_the_encoder_does_not_contest_stands(engine: Engine) -> None:
    ((message, says, reading),) = opinion(engine, MOTOR, conveyed=0.0, denied=-9.0)
    assert (message, says) == ("B6", Polarity.STATES)
    assert reading != READ


def test_a_reading_that_it_surely_rejects_falls(engine: Engine) -> None:
    assert opinion(engine, MOTOR, conveyed=-9.0, denied=-9.0) == []


def test_it_may_see_a_denial(engine: Engine) -> None:
    doubtful = "Osloregionen kan knapt kalles en motor i norsk økonomi uten at noen ler."
    found = opinion(engine, doubtful, conveyed=-9.0, denied=9.0)
    assert [(message, says) for message, says, _ in found] == [("B6", Polarity.DENIES)]


def test_a_denial_shows_in_some_word(engine: Engine) -> None:
    assert opinion(engine, "Osloregionen har store havner i Norge.", conveyed=-9.0, denied=2.0) == []


def test_a_denial_that_it_is_sure_of_needs_no_such_word(engine: Engine) -> None:
    ((message, says, reading),) = opinion(engine, "Osloregionen har store havner i Norge.", conveyed=-9.0, denied=9.0)
    assert (message, says, reading) == ("B6", Polarity.DENIES, READ)


def test_a_denial_that_a_reading_sees_rejected_must_be_clearer(engine: Engine) -> None:
    text = "«Osloregionen er ingen motor i norsk økonomi», hevdes det. Det er feil."
    ((message, says, _),) = opinion(engine, text, conveyed=-2.0, denied=1.5)
    assert (message, says) == ("B6", Polarity.STATES)


def test_alone_it_needs_what_the_message_is_about(engine: Engine) -> None:
    assert opinion(engine, "Suppa på torsdag var god.", conveyed=9.0, denied=-9.0) == []


def test_a_claim_it_did_not_read_stands(engine: Engine) -> None:
    analysis = draft(engine, MOTOR)
    facts = analysis.facts.get(Messages)
    claimed = [claim for passage in passages(analysis) for claim in claims(passage, facts.messages)]
    assert [one.message for one in judge(facts, claimed, [])] == ["B6"]


def test_of_a_long_draft_it_reads_only_the_most_promising(engine: Engine) -> None:
    text = "\n\n".join([MOTOR, *["Det regnet i går, og bussen kom for sent til kirken."] * 40, *[MOTOR] * 40])
    analysis = draft(engine, text)
    read = of_messages.opinions(analysis, list(passages(analysis)))
    assert 1 <= len(read) < 40
    assert read[0].clues[0].span.block == 0
    blocks = [one.clues[0].span.block for one in read]
    assert blocks == sorted(blocks)


class Listening:
    """An encoder that notes what it is asked and sees the same promise everywhere."""

    def __init__(self, promise: float) -> None:
        self.promise, self.read = promise, list[str]()

    def __call__(self) -> Listening:
        return self

    def promises(self, texts: list[str]) -> list[float]:
        return [self.promise for _ in texts]

    def passages(self, texts: list[str]) -> list[tuple[float, ...]]:
        self.read += texts
        return [(-9.0,) * 12 for _ in texts]

    def mentions(self, asked: list[object]) -> list[float]:
        self.read += map(str, asked)
        return [9.0 for _ in asked]


NEAR = "Kommunene i regionen samarbeider om vekst og utvikling for hele landet, og Oslo er med."


@pytest.mark.parametrize(("promise", "read"), [(-99.0, []), (99.0, [NEAR])])
def test_where_the_first_layers_see_nothing_it_reads_no_further(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, promise: float, read: list[str]
) -> None:
    listening = Listening(promise)
    monkeypatch.setattr(of_messages, "encoder", listening)
    analysis = draft(engine, NEAR)
    of_messages.opinions(analysis, list(passages(analysis)))
    assert listening.read == read


def test_a_claim_is_read_whatever_the_first_layers_see(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    listening = Listening(-99.0)
    monkeypatch.setattr(of_messages, "encoder", listening)
    analysis = draft(engine, MOTOR)
    found = list(passages(analysis))
    claimed = [claim for passage in found for claim in claims(passage, analysis.facts.get(Messages).messages)]
    of_messages.opinions(analysis, found, claimed)
    assert MOTOR in listening.read


def test_a_hostile_draft_has_an_end(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    names = engine.rulebook.facts.get(of_names.Names)
    listening = Listening(0.0)
    monkeypatch.setattr(of_names, "encoder", listening)
    count = names.second_opinion.most_asked + 20
    text = "\n\n".join(f"Noen ganger er det fint å tenke på Osloregionen {number} ganger." for number in range(count))
    assert len(in_draft(draft(engine, text))) == count
    assert len(listening.read) == names.second_opinion.most_asked
