"""Direct quotations and their speakers, as Norwegian and English drafts write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers, rulebook
from ipr_lint.facts.quotation import QuotationFacts
from ipr_lint.nlp.quotations import find

FACTS = rulebook.load().facts.get(QuotationFacts)


def quoted(text: str, name: str = "utkast.txt") -> list[tuple[str, str]]:
    """(words, speaker) of every quotation, in order."""
    document = readers.read(Path(name), data=text.encode())
    found = find(document, FACTS)
    pairs = [(block, one) for block in document.blocks for one in found.get(block.id, ())]
    return [(block.text[one.start : one.end], one.speaker) for block, one in pairs]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("«Vi er glade for dette», sier ordfører Kari Nordmann i Asker.",
         [("«Vi er glade for dette»", "ordfører Kari Nordmann i Asker")]),
        ("– Vi må handle, sier styreleder Ola Hansen til NRK. Han mener det haster. – Tiden er knapp, legger han til.",
         [("– Vi må handle", "styreleder Ola Hansen"), ("Tiden er knapp", "styreleder Ola Hansen")]),
        ("Per Berg skriver: «Jeg er ikke enig i dette.»", [("«Jeg er ikke enig i dette.»", "Per Berg")]),
        ("– Vi treng fleire tog, seier leiar Anne Vik.", [("– Vi treng fleire tog", "leiar Anne Vik")]),
        ("– Ja! svarer Siri Dahl, som er ordfører i Ås.", [("– Ja!", "Siri Dahl")]),
        ("– Ja, det gjør vi! svarer Siri Dahl, som er ordfører i Ås.", [("– Ja, det gjør vi!", "Siri Dahl")]),
        ("Ordføreren smiler. – Vi er i gang, sier Per Moen. Han går.", [("Vi er i gang", "Per Moen")]),
        ("«Dette er en god dag.» Det sier leder Per Moen.", [("«Dette er en god dag.»", "leder Per Moen")]),
        ("“We are happy with the plan,” said Mayor Anne Smith. “It will help everyone.”",
         [("“We are happy with the plan,”", "Mayor Anne Smith"), ("“It will help everyone.”", "Mayor Anne Smith")]),
        ("\"We need more trains,\" Anne Smith says.", [("\"We need more trains,\"", "Anne Smith")]),
        ("Planen er «den beste vi har hatt på mange år», mener Per Berg.",
         [("«den beste vi har hatt på mange år»", "Per Berg")]),
    ],
)
def test_words_and_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rapporten «Flere tog på skinnene enn i dag» ble lagt frem i går.",
        "Han kalte det et «stort steg», og «samarbeid» er nøkkelordet.",
        "Konferansen «Hva skjer med jernbanen på Østlandet?» er i mars.",
        "Alle leste «Strategi for et bærekraftig og konkurransedyktig Østland» før møtet.",
        "Prisen steg med 5–10 prosent – og det var ventet, skriver de.",
        "Vi vil – sammen med Oslo – bygge mer.",
    ],
)
def test_titles_and_scare_quotes_are_nobodys_words(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "«Vi har ventet lenge på dette, og mye gjenstår.\n\n«Men nå er vi i gang», sier Anne Lie.\n\nDet var alt."
    assert quoted(text) == [
        ("«Vi har ventet lenge på dette, og mye gjenstår.", "Anne Lie"),
        ("«Men nå er vi i gang»", "Anne Lie"),
    ]


def test_a_paragraph_that_leads_over_names_the_speaker() -> None:
    text = "«Nei, ikke nå», sier Per Berg.\n\nDirektør Mona Vik sier at saken er viktig:\n\n– Vi kan ikke vente lenger."
    assert quoted(text)[-1] == ("– Vi kan ikke vente lenger.", "Direktør Mona Vik")


def test_block_quotes_are_signed_or_not() -> None:
    text = "> Sammen får vi til mer. — Kari Nordmann\n\nTekst imellom som ikke er et sitat.\n"
    assert quoted(text, "utkast.md") == [("Sammen får vi til mer.", "Kari Nordmann")]


def test_a_mark_that_is_never_closed_ends_with_the_next_paragraph() -> None:
    found = quoted("Han skrev: «Dette er en lang setning som aldri lukkes.\n\nNytt avsnitt uten det.\n\nOg ett til.")
    assert [words for words, _ in found] == ["«Dette er en lang setning som aldri lukkes."]
