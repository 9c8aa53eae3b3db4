"""Classes of evidence for what the name means, each with a case for the organisation and one for the area beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.nlp.mentions import Sense, in_draft, second_opinion


@pytest.fixture(autouse=True)
def grammar_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested here is the evidence of words and grammar; the encoder has tests of its own."""
    monkeypatch.setattr(second_opinion, "add", lambda drafted, names: None)


ORG, AREA, UNSURE = Sense.ORGANISATION, Sense.AREA, Sense.UNSURE


@pytest.mark.parametrize(
    "text, senses, why",
    [
        ("Osloregionen antyder at saken er ferdig.", [ORG], "at"),  # a verb no list knows, with what somebody thinks
        ("Osloregionen vokser: Tre kommuner melder seg inn.", [ORG], "om medlemmer"),
        ("Osloregionen vokser: Tre tunneler er på vei.", [AREA], "vokser"),
        ("Ring Kari Vik i Osloregionen i dag.", [ORG], "Kari"),
        ("Banken har 900 ansatte i Osloregionen.", [AREA], "så mange"),
        ("Hver femte ansatt i Osloregionen er pendler.", [AREA], "så mange"),
        ("Fagforeningene i Osloregionen streiker.", [AREA], "Fagforeningene"),
        ("Arbeidsgiver: Osloregionen", [ORG], "Arbeidsgiver:"),
        ("Område: Osloregionen", [AREA], "Område:"),
        ("Kutt ned Osloregionen!", [UNSURE], "lite i teksten"),
        ("De vil legge ned Osloregionen.", [ORG], "objekt for «legge»"),
        ("De vil bygge ut Osloregionen.", [AREA], "objekt for «bygge»"),
        ("Osloregionen dekker lunsjen for deltakerne.", [ORG], "dekker"),
        ("Osloregionen dekker en tidel av arealet.", [AREA], "dekker"),
        ("Han kjenner organisasjonen Osloregionen godt.", [ORG], "organisasjonen"),
        ("Han kjenner byområdet Osloregionen godt.", [AREA], "byområdet"),
        ("Hun gikk fra Bane NOR til Osloregionen.", [ORG], "fra … til"),
        ("Toget går fra Hamar til Osloregionen.", [AREA], "fra … til"),
        ("Hva mener Osloregionen? De har ikke svart.", [ORG], "mener"),
        ("Nytt bilde av Osloregionen på LinkedIn", [ORG], "LinkedIn"),
        ("Styreledere i Osloregionen er spente.", [AREA], "Styreledere"),
        ("Fem ungdomsråd i Osloregionen svarte.", [AREA], "ungdomsråd"),
        ("Ungdomsrådet i Osloregionen svarte.", [ORG], "Ungdomsrådet"),
        ("Pris per bolig: Osloregionen 5 200 000, Bergen 4 100 000", [AREA], "tallrekke med «Bergen»"),
        ("Spør Jonas Wiik, fagansvarlig for klima i Osloregionen IPR.", [ORG], "fagansvarlig"),
        ("Hun er ansvarlig for næring og kultur i Osloregionen IPR.", [ORG], "ansvarlig"),
        ("Eva Lie, rådgjevar innan næring og klima i Osloregionen IPR", [ORG], "rådgjevar"),
        ("Jonas Wiik er ansvarlig for bussene i Osloregionen.", [AREA], "bussene"),
        ("Bymiljøetaten, ansvarlig for buss og bane i Osloregionen, svarer.", [AREA], "bane"),
        ("Ordførerne i Osloregionen IPR vil ha flere boliger.", [ORG], "medlemmer"),
        ("I Osloregionen IPR er vi glade i skogen.", [ORG], "«vi» taler"),
        ("Bruk gjerne kart fra Osloregionen IPR i saken.", [ORG], "kart fra"),
        ("Mange bor i Osloregionen IPR i dag.", [AREA], "bor i"),
        ("Kontingent Osloregionen: 200 kroner", [ORG], "Kontingent"),
        ("Befolkning Osloregionen 2030", [AREA], "Befolkning"),
        ("Med «Osloregionen» mener vi alt fra Moss til Hamar.", [AREA], "forklarer"),
        ("Ledighetstallene for Osloregionen er ute.", [AREA], "Ledighetstallene"),
    ],
)
def test_class_of_evidence(engine: Engine, text: str, senses: list[Sense], why: str) -> None:
    document = readers.read(Path("utkast.txt"), data=text.encode())
    found = list(in_draft(engine.analyse(document, Settings())))
    assert [mention.sense for mention in found] == senses, [mention.why for mention in found]
    assert why in found[0].why


def test_heading_means_what_the_text_under_it_means(engine: Engine) -> None:
    text = "Styret i Osloregionen har ni medlemmer.\n\n## Slik er Osloregionen\n\nOsloregionen ligger rundt fjorden.\n"
    document = readers.read(Path("utkast.md"), data=text.encode())
    assert [mention.sense for mention in in_draft(engine.analyse(document, Settings()))] == [ORG, AREA, AREA]


def test_credit_with_a_photographer_is_left_alone(engine: Engine) -> None:
    document = readers.read(Path("utkast.txt"), data=b"Foto: Kari Vik / Osloregionen")
    (found,) = in_draft(engine.analyse(document, Settings()))
    assert found.why == "egennavn"
