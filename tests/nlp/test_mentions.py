"""Mentions of the name: where they stand, in which form, what they mean, and what the text said before."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.nlp.mentions import Form, Mention, Sense, in_draft, second_opinion


def mentions(engine: Engine, text: str, name: str = "utkast.txt") -> list[Mention]:
    document = readers.read(Path(name), data=text.encode())
    return list(in_draft(engine.analyse(document, Settings())))


def written(mention: Mention) -> str:
    return mention.block.text[mention.place.start : mention.place.end]


@pytest.mark.parametrize(
    "text, form, span",
    [
        ("Osloregionen IPR møtes i dag.", Form.FULL, "Osloregionen IPR"),
        ("Osloregionen IPRs styre møtes i dag.", Form.FULL, "Osloregionen IPRs"),
        ("Osloregionens styre møtes i dag.", Form.BARE, "Osloregionens"),
        ("Osloregionen-samarbeidet er godt.", Form.BARE, "Osloregionen-samarbeidet"),
        ("Osloregionen interkommunalt politisk råd (IPR) svarer.", Form.LEGAL,
         "Osloregionen interkommunalt politisk råd (IPR)"),
        ("Samarbeidsalliansen Osloregionen ble lagt ned.", Form.FORMER, "Samarbeidsalliansen Osloregionen"),
        ("Osloregionens Europakontor holder til i Brussel.", Form.FIXED, "Osloregionens"),
        ("Osloregionens klimaskole starter i høst.", Form.FIXED, "Osloregionens"),
        ("Se osloregionen.no for mer.", Form.FIXED, "osloregionen"),
        ("Skriv til postmottak@osloregionen.no nå.", Form.FIXED, "osloregionen"),
        ("Takk til @osloregionen for kaffen!", Form.FIXED, "osloregionen"),
        ("Foto: Osloregionen", Form.FIXED, "Osloregionen"),
        ("Rapporten «Osloregionen mot 2040» er klar.", Form.FIXED, "Osloregionen"),
        ("Kilde: «Arealplan for Osloregionen», side 4.", Form.FIXED, "Osloregionen"),
        ("Ordføreren: «Osloregionen må svare nå.»", Form.BARE, "Osloregionen"),
        ("Lunsj m/Osloregionen kl. 11.", Form.BARE, "Osloregionen"),
        ("Les mer på facebook.com/Osloregionen", Form.FIXED, "Osloregionen"),
        ("Det går tog i Oslo-regionen.", Form.BARE, "Oslo-regionen"),
    ],
)
def test_form_and_place(engine: Engine, text: str, form: Form, span: str) -> None:
    (found,) = mentions(engine, text)
    assert (found.place.form, written(found)) == (form, span)


@pytest.mark.parametrize(
    "text",
    ["Drammensregionen IPR sendte eget svar.", "Osloregionsrådet møtes.", "Oslo er en region.", "En grønn Osloregion."],
)
def test_other_names_are_no_mentions(engine: Engine, text: str) -> None:
    assert mentions(engine, text) == []


@pytest.mark.parametrize(
    "text, sense",
    [
        ("Osloregionen krever svar fra statsråden.", Sense.ORGANISATION),
        ("Nå krever Osloregionen svar fra statsråden.", Sense.ORGANISATION),
        ("Osloregionen ligger ved fjorden.", Sense.AREA),
        ("Rapporten er skrevet av Osloregionen.", Sense.ORGANISATION),
        ("Sekretariatet i Osloregionen har flyttet.", Sense.ORGANISATION),
        ("Skogene i Osloregionen er store.", Sense.AREA),
        ("Osloregionens vedtekter er endret.", Sense.ORGANISATION),
        ("Osloregionens skoger er store.", Sense.AREA),
        ("Osloregionen er et samarbeid mellom kommuner.", Sense.ORGANISATION),
        ("Osloregionen er Norges mest folkerike område.", Sense.AREA),
        ("Møtet ble arrangert av NHO, KS og Osloregionen.", Sense.ORGANISATION),
        ("Toget går fra Osloregionen til Bergen.", Sense.AREA),
        ("Med vennlig hilsen Osloregionen", Sense.ORGANISATION),
        ("Osloregionen er i ferd med å vokse seg for stor.", Sense.AREA),
        ("Osloregionen sender ut sitt nyhetsbrev på fredag.", Sense.ORGANISATION),
        ("Osloregionen vart skipa i 2004.", Sense.ORGANISATION),
        ("Folkesetnaden i Osloregionen aukar.", Sense.AREA),
        ("Osloregionen 2030", Sense.UNSURE),
    ],
)
def test_sense(engine: Engine, text: str, sense: Sense) -> None:
    (found,) = mentions(engine, text)
    assert found.sense is sense, found.why


def test_both_senses_in_one_sentence(engine: Engine) -> None:
    first, second = mentions(engine, "Osloregionen mener at veksten i Osloregionen må skje langs jernbanen.")
    assert (first.sense, second.sense) == (Sense.ORGANISATION, Sense.AREA)


def test_thin_evidence_inherits_what_the_text_said_before(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_opinion, "add", lambda drafted, names: None)  # grammar alone
    alone = mentions(engine, "Vi heier på Osloregionen.")
    _, after = mentions(engine, "Osloregionen vedtok budsjettet i går.\n\nVi heier på Osloregionen.")
    assert alone[0].sense is Sense.UNSURE
    assert after.sense is Sense.ORGANISATION
    assert "tidligere i teksten" in after.why


def test_own_evidence_outweighs_what_the_text_said_before(engine: Engine) -> None:
    found = mentions(engine, "Osloregionen vedtok budsjettet i går.\n\nInnbyggerne i Osloregionen reiser mye.")
    assert [mention.sense for mention in found] == [Sense.ORGANISATION, Sense.AREA]


def test_evidence_is_said_in_words(engine: Engine) -> None:
    (found,) = mentions(engine, "Osloregionen mener at fristen er for kort.")
    assert "subjekt for «mener»" in found.why


def test_emphasised_title_is_left_alone(engine: Engine) -> None:
    (found,) = mentions(engine, "Vi har lest *Byer og tog i Osloregionen* med glede.\n", "utkast.md")
    assert found.place.form is Form.FIXED
