"""The shipped fact files are as their types say and agree with each other."""

from __future__ import annotations

import pytest

from ipr_lint.facts import FactFile
from ipr_lint.facts.channels import Audiences, Channels
from ipr_lint.facts.organisation import Contacts, Design, Members
from ipr_lint.facts.standard import FactSheet
from ipr_lint.facts.strategy import Strategy
from ipr_lint.rulebook import Rulebook


@pytest.mark.parametrize("cls", [FactSheet, Channels, Audiences, Members, Contacts, Design, Strategy])
def test_file_has_its_type(book: Rulebook, cls: type[FactFile]) -> None:
    assert isinstance(book.facts.get(cls), cls)


def test_channels_name_known_audiences(book: Rulebook) -> None:
    channels, audiences = book.facts.get(Channels), book.facts.get(Audiences)
    assert channels.default in channels.channels
    assert len(audiences.audiences) == 7
    for channel in channels.channels.values():
        assert set(channel.audiences) <= set(audiences.audiences)


def test_keys_are_found_however_written(book: Rulebook) -> None:
    channels, audiences = book.facts.get(Channels), book.facts.get(Audiences)
    assert [channels.key(text) for text in ("Høringsuttalelse", "horingsuttalelse", "Press release", "plakat")] == [
        "horingsuttalelse", "horingsuttalelse", "pressemelding", "plakat"]
    assert audiences.key("Stortinget") == "storting"


def test_members_are_marked_incomplete_while_they_are(book: Rulebook) -> None:
    members = book.facts.get(Members)
    assert members.incomplete == (len(members.municipalities) < members.expected)
    assert members.expected == book.facts.get(FactSheet).numbers["medlemmer"].value


def test_forms_name_known_facts(book: Rulebook) -> None:
    sheet = book.facts.get(FactSheet)
    for form in sheet.forms.values():
        for fact in form:
            assert sheet.label(fact).nb
            for name in fact.split("|"):
                assert name == "nettsted" or name in sheet.wordings or name in sheet.numbers


def test_expiry_follows_verification(book: Rulebook) -> None:
    sheet = book.facts.get(FactSheet)
    for fact in (*sheet.wordings.values(), *sheet.numbers.values(), *sheet.shares.values(), *sheet.roles.values()):
        assert fact.verified < fact.expires


def test_every_measure_has_rules_or_a_reason(book: Rulebook) -> None:
    for measure in book.facts.get(Strategy).measures():
        assert measure.rules or measure.reason, measure.id
        assert (measure.reason is None) == (measure.reminder is None), measure.id


def test_measures_have_ids_of_their_own(book: Rulebook) -> None:
    ids = [measure.id for measure in book.facts.get(Strategy).measures()]
    assert len(ids) == len(set(ids)) == 32


def test_every_rule_names_a_clause(book: Rulebook) -> None:
    assert [rule.id for rule in book.rules if len(rule.file.clause.split()) < 2] == []


def test_the_strategy_names_rules_that_exist_and_every_rule_serves_it(book: Rulebook) -> None:
    strategy = book.facts.get(Strategy)
    named = {rule for measure in strategy.measures() for rule in measure.rules}
    named |= {*strategy.naming.rules, *strategy.messages.rules}
    assert sorted(named - {rule.id for rule in book.rules}) == []
    assert sorted({rule.id for rule in book.rules if rule.topic != "unntak"} - named) == []
