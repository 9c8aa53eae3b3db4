"""Good drafts stay clean in our topics; one planted error each is found by its rule, where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.model import FileReport
from ipr_lint.rulebook import Rulebook

_FOLDER = Path(__file__).parent / "planted"
_TOPICS = ("fakta", "avsender", "aktualitet", "kanal")
_CHANNELS = {"some.txt": "some"}
_PM, _HEAR, _INV, _NN, _EN = "pressemelding.md", "horing.md", "invitasjon.md", "nettsak-nn.md", "nettsak-en.md"
_OPED, _NEWS, _SOME = "kronikk.md", "nyhetsbrev.md", "some.txt"

# draft, what stands there, what is planted instead, the rule that must see it, and the text it marks (None: the draft)
_PLANTED = [
    (_PM, "mellom 65 kommuner", "mellom 64 kommuner", "faktainformasjon", "64"),
    (_PM, ", inkludert Oslo kommune", "", "faktainformasjon", "Om Osloregionen IPR"),
    (_PM, "om lag 2,3 millioner", "om lag 2,8 millioner", "faktainformasjon", "2,8 millioner"),
    (_PM, " Mer på osloregionen.no.", "", "faktainformasjon", "Om Osloregionen IPR"),
    (_NN, "65 kommunar", "66 kommunar", "faktainformasjon", "66"),
    (_NN, "det mest folkerike området i Noreg", "eit av dei mest folkerike områda i Noreg", "faktainformasjon",
     "eit av dei mest folkerike"),
    (_EN, "65 municipalities", "sixty-four municipalities", "faktainformasjon", "sixty-four"),
    (_EN, "more than 2.3 million people", "more than 3.2 million people", "faktainformasjon", "3.2 million"),
    (_SOME, "om Osloregionen IPR og forslaget", "om forslaget", "faktainformasjon", None),
    (_OPED, "Osloregionen interkommunalt politisk råd (Osloregionen IPR) er et samarbeid mellom 65 kommuner, inkludert "
     "Oslo kommune, i Norges mest folkerike område. Les mer på osloregionen.no.", "", "faktainformasjon", None),
    (_PM, "Osloregionen IPR ber samferdselsministeren", "Osloregionen IPR, som representerer 78 kommuner, ber "
     "samferdselsministeren", "fakta-avvik", "78"),
    (_PM, "Eirik Lae Solberg", "Raymond Johansen", "fakta-avvik", "Raymond Johansen"),
    (_EN, "Målfrid Baik, director", "Øyvind Såtvedt, director", "fakta-avvik", "Øyvind Såtvedt"),
    (_OPED, "På torget", "I Osloregionen bor 2,1 millioner innbyggere. På torget", "fakta-avvik", "2,1 millioner"),
    (_NEWS, "Her er det viktigste.", "Vi er nå 64 medlemskommuner. Her er det viktigste.", "fakta-avvik", "64"),
    (_PM, "publiseres: 2025-11-24", "publiseres: 2027-02-24", "fakta-utlopt", "2,3 millioner"),
    (_PM, "Osloregionen IPR ber samferdselsministeren", "På vegne av 65 kommuner ber Osloregionen IPR "
     "samferdselsministeren", "paa-vegne-av", "På vegne av 65 kommuner"),
    (_NN, "avklart_med: [Sigdal kommune]\n", "", "samordning", "Sigdal"),
    (_PM, "Styret behandler", "Drammen kommune går inn med ti millioner kroner. Styret behandler", "samordning",
     "Drammen kommune"),
    (_PM, ", tlf. 911 22 333", "", "kontakt", "**"),
    (_PM, "trond.lie@osloregionen.no", "trond.lie@epost.no", "kontakt", "trond.lie@epost.no"),
    (_INV, ", rådgiver i Osloregionen IPR, på 400 11 222", "", "kontakt", "Påmelding"),
    (_PM, "Styret behandler saken på nytt 15. januar 2026", "Styret skal behandle saken 15. januar 2025", "utgatt-dato",
     "15. januar 2025"),
    (_NN, "12. september", "12. mai", "utgatt-dato", "12. mai"),
    (_EN, "Register by 8 October", "Register by 8 September", "utgatt-dato", "8 September"),
    (_INV, "17. februar 2026", "17. januar 2026", "for-sent", "tirsdag 17. januar 2026"),
    (_NEWS, "innen 1. oktober 2025", "innen 9. september 2025", "for-sent", "9. september 2025"),
    (_PM, "**Pressemelding**", "Sperrefrist: 20. november 2025 kl. 06.00\n\n**Pressemelding**", "for-sent",
     "Sperrefrist: 20. november 2025 kl. 06.00"),
    (_PM, "**Pressemelding**", "SPERREFRIST 25. november 2025\n\n**Pressemelding**", "for-sent",
     "SPERREFRIST 25. november 2025"),
    (_HEAR, "Lørenskog har gått lengst.", "Viken fylkeskommune har gått lengst.", "gammel-virkelighet",
     "Viken fylkeskommune"),
    (_NN, "I Sigdal har kommunen", "Skedsmo kommune vil òg vere med. I Sigdal har kommunen", "gammel-virkelighet",
     "Skedsmo kommune"),
    (_PM, "malgruppe: media\n", "", "malgruppe", None),
    (_PM, "malgruppe: media", "malgruppe: naboer", "malgruppe", None),
    (_PM, "kanal: pressemelding", "kanal: plakat", "kanal", None),
    (_HEAR, "malgruppe: departementer", "malgruppe: media", "kanal", None),
    (_PM, "– Det går ikke an å bestille busser på tre ukers varsel. Passasjerene merker det med en gang, sier Eirik "
     "Lae Solberg, styreleder i Osloregionen IPR.", "", "pressemelding-deler", None),
    (_PM, "**Pressemelding** · ", "", "pressemelding-deler", None),
    (_PM, "Gi kommunene fireårige belønningsavtaler", "Gi kommunene fireårige belønningsavtaler for kollektivtrafikk",
     "pressemelding-deler", "Osloregionen IPR: Gi"),
    (_HEAR, "## Oppsummering", "## Innspill", "horing-deler", None),
    (_HEAR, "Med vennlig hilsen\n\nEirik Lae Solberg\nstyreleder\n\nMålfrid Baik\ndirektør", "", "horing-deler", None),
    (_OPED, "*Målfrid Baik, direktør i Osloregionen IPR*", "", "kronikk-deler", None),
    (_NEWS, "[Meld deg av nyhetsbrevet](https://www.osloregionen.no/avmelding)", "", "nyhetsbrev-deler", None),
    (_NEWS, "emne: Høstens møter, nye tilskudd og en god idé fra Modum", "emne: Nytt", "nyhetsbrev-deler", None),
    (_INV, "klokken 08.00–09.30 ", "", "invitasjon-deler", None),
    (_INV, "Påmelding: Send navn til mote@osloregionen.no innen 6. februar 2026.", "", "invitasjon-deler", None),
    (_NEWS, "## Gi innspill til handlingsprogrammet\n\nGi innspill innen 1. oktober 2025 på [osloregionen.no/innspill](https://www.osloregionen.no/innspill).",
     "Styret har laget et utkast.", "handlingsoppfordring", None),
    (_OPED, "Da må staten slutte å betale mer for veier ut av byen enn for hjem inne i den. Vi ber Stortinget endre "
     "reglene i neste budsjett.", "Det er trist å se på.", "posisjon", None),
    (_OPED, "I Gjøvik ble 140 leiligheter bygd i sentrum på fire år. Handelen økte med 12 prosent.",
     "I Gjøvik er det fint i sentrum.", "fortrinn-resultater", None),
]


@pytest.fixture(scope="module")
def engines(book: Rulebook) -> dict[str, Engine]:
    return {channel: Engine(book, Settings(select=_TOPICS, channel=channel)) for channel in ("", "some")}


def _lint(engines: dict[str, Engine], name: str, text: str) -> FileReport:
    return engines[_CHANNELS.get(name, "")].lint(readers.read(Path(name), data=text.encode()))


@pytest.mark.parametrize("name", sorted(path.name for path in _FOLDER.iterdir()))
def test_good_drafts_are_left_alone(engines: dict[str, Engine], name: str) -> None:
    report = _lint(engines, name, (_FOLDER / name).read_text(encoding="utf-8"))
    told = [(f.rule, f.level.value, f.message) for f in report.findings if f.level.value != "suggestion"]
    assert (told, report.crashed) == ([], ())


@pytest.mark.parametrize("name, old, new, rule, marked", _PLANTED, ids=lambda value: str(value)[:25])
def test_planted_error_is_found(
    engines: dict[str, Engine], name: str, old: str, new: str, rule: str, marked: str | None
) -> None:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    assert old in text
    found = [finding for finding in _lint(engines, name, text.replace(old, new)).findings if finding.rule == rule]
    assert len(found) == 1, [(finding.text, finding.message) for finding in found]
    assert (found[0].span is None) == (marked is None)
    assert found[0].text.startswith((marked or "").strip("*"))
