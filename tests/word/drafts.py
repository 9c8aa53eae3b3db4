"""The Word drafts under fixtures/, built as an adviser's Word builds them; run as a module to write them again."""

# ruff: noqa: E501 – a sentence of a draft is easier to read on one line

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.word.package import Docx
from tests.word.xml import (
    DECORATIVE,
    comment,
    dele,
    field,
    ins,
    link,
    note,
    numbered,
    p,
    picture,
    r,
    sdt,
    tbl,
    tc,
    textbox,
    tr,
)

FOLDER = Path(__file__).parents[2] / "fixtures"
LOGO = {"default": p(picture(doc_pr='descr="Logoen til Osloregionen IPR"'), style="Topptekst")}
SITE = {"rId80": "https://osloregionen.no"}
FACTS = ("Osloregionen interkommunalt politisk råd (Osloregionen IPR) er et samarbeid mellom 65 kommuner, inkludert Oslo "
         "kommune. Osloregionen er Norges mest folkerike område. Les mer på ")


def press_release() -> bytes:
    """Written in a hurry: the organisation called by the area's name, a change not accepted, a comma and a date off."""
    body = [
        p("Pressemelding", style="Undertittel"),
        p(r("Oslo, "), sdt(r("17 november 2026"), alias="Dato")),
        p("Osloregionen krever flere avganger på Kongsvingerbanen", style="Tittel"),
        p("Pendlerne nord og øst for Oslo får færre tog fra nyttår. Nå ber ", ins(r("Osloregionen IPR "), change=910),
          dele("styret ", change=911), r("regjeringen om å snu.")),
        p(r("Osloregionen mener at kuttet rammer både arbeidsgivere og familier. "), r("Oslo-regionen", "<w:i/>"),
          r(" har de siste ti årene vokst mest langs jernbanen, men togene har ikke fulgt med.")),
        p("– Folk må kunne stole på toget når de skal på jobb, sier Ingrid Solheim, som leder styret."),
        p(r("Dette ber rådet om"), style="Overskrift2"),
        p("minst to avganger i timen i rushet", props=numbered()), p("billetter som gjelder på buss og tog", props=numbered()),
        p("en plan for dobbeltspor innen utgangen av 2027", props=numbered()),
        p("Slik har tilbudet endret seg"),
        tbl(tr(tc(p("Strekning")), tc(p("Avganger 2024")), tc(p("Avganger 2027")), header=True),
            tr(tc(p("Kongsvinger–Oslo")), tc(p("34")), tc(p("28"))), tr(tc(p("Årnes–Oslo")), tc(p("41")), tc(p("36"))), columns=3),
        p("Tabell 1: Avganger per døgn på hverdager.", style="Bildetekst"),
        p(picture(doc_pr="", number=2)),
        p("Tallene er hentet fra ruteplanene", note(1), r(" og gjelder hverdager.")),
        p(r("Om Osloregionen IPR", "<w:b/>")),
        p(FACTS, link("rId80", r("osloregionen.no", '<w:rStyle w:val="Hyperkobling"/>')), r("."),
          textbox(p(r("Kontakt", "<w:b/>")), p("Jonas Vik, kommunikasjonsrådgiver"), p("postmottak@osloregionen.no"))),
    ]
    return Docx(body=body, headers=LOGO, footers={"default": p("Side ", field("PAGE", r("1")), style="Bunntekst")},
                footnotes={1: p("Utkast til ruteplan for 2027, lagt fram i oktober 2026.", style="Fotnotetekst")}, rels=SITE,
                title="Flere tog på Kongsvingerbanen",
                custom={"kanal": "pressemelding", "malgruppe": "media", "publiseres": "2026-11-17"}).build()


def hearing_statement() -> bytes:
    """Clean: what a hearing statement should look like, placed by one table in another, with a decorative image."""
    reference = tbl(tr(tc(p("Samferdselsdepartementet")), tc(p(r("Vår ref. 2026/41\nDeres ref. 26/1187\n12. november 2026")))))
    letter = [
        p(picture(doc_pr="", inside=DECORATIVE, number=3)),
        reference,
        p("Høring: ny ordning for byvekstavtaler", style="Tittel"),
        p(FACTS, link("rId80", r("osloregionen.no")), r(".")),
        p("Oppsummering", style="Overskrift1"),
        p("Osloregionen IPR støtter forslaget om én felles ordning for byvekstavtaler. Vi ber om at også mindre byer med "
          "jernbane får søke. Da kan flere reise kollektivt, og utslippene går ned."),
        p("Det mener vi om forslaget", style="Overskrift1"),
        p("Departementet vil samle dagens avtaler i én ordning. Det er bra. Kommunene får ett regelverk å forholde seg til, og "
          "staten får bedre oversikt over resultatene."),
        p("Byer og tettsteder i Osloregionen utvikler seg best når de bygger på det hvert sted er godt på. Derfor bør "
          "ordningen være åpen for flere enn de største byene. Hamar og Moss har vist at ny bolig- og stasjonsby kan gi "
          "flere reisende uten mer biltrafikk."),
        p("Tiltak som gir bedre transport og lavere klimagassutslipp i Osloregionen, kommer hele landet til gode."),
        p("Vi ber om dette", style="Overskrift1"),
        p("Departementet bør la byer med under 50 000 innbyggere søke.", props=numbered(2)),
        p("Avtalene bør vare i minst tolv år.", props=numbered(2)),
        p("Kommunene bør få vite om de har fått midler, innen 1. mars 2028.", props=numbered(2)),
        p("Vennlig hilsen"), p(r("Ingrid Solheim\nstyreleder, Osloregionen IPR")),
        p("Kontakt: Jonas Vik, rådgiver, telefon 22 00 00 00, postmottak@osloregionen.no"),
    ]
    return Docx(body=[tbl(tr(tc(*letter)), columns=1), p()], headers=LOGO, rels=SITE, title="Høring: ny ordning for byvekstavtaler",
                custom={"kanal": "horingsuttalelse", "malgruppe": "departementer", "publiseres": "2026-11-12"}).build()


def invitation() -> bytes:
    """An invitation from a template: fields to fill in, one forgotten, and a colleague's comment that excuses a name."""
    body = [
        sdt(p("Bli med på vårmøtet i Osloregionens klimaskole", style="Tittel"), alias="Tittel"),
        p("Osloregionen IPR inviterer ordførere og rådmenn til en dag om klimabudsjett. Du får møte kommuner som har kuttet "
          "utslipp uten å kutte tjenester."),
        tbl(tr(tc(p(r("Når", "<w:b/>"))), tc(sdt(p("Torsdag 11. mars 2027 kl. 09.30–15.00"), alias="Tid"))),
            tr(tc(p(r("Hvor", "<w:b/>"))), tc(p("Kulturhuset i Vestby"))),
            tr(tc(p(r("Pris", "<w:b/>"))), tc(sdt(p("Klikk eller trykk her for å skrive inn tekst."), alias="Pris", placeholder=True)))),
        p("Program", style="Overskrift1"),
        p("Slik lager du et klimabudsjett som virker", props=numbered(2)), p("Tre kommuner deler erfaringer", props=numbered(2)),
        p("Lunsj og gruppearbeid", props=numbered(2, 1)),
        p(comment(1, r("Osloregionen inviterer til krafttak for klimaet.")), r(" Slik lød plakaten den første gangen. Dette møtet er det femte i rekken.")),
        p("Meld deg på innen 1. mars 2027 på ", field('HYPERLINK "https://osloregionen.no/pamelding"', r("påmeldingssiden")), r(".")),
        p(FACTS, link("rId80", r("osloregionen.no")), r(".")),
    ]
    return Docx(body=body, headers=LOGO, rels=SITE, title="Vårmøte i klimaskolen",
                comments=[(1, "Jonas Vik", "ipr-lint: ignorer navn – ordrett fra plakaten")],
                custom={"kanal": "invitasjon", "malgruppe": "medlemmer", "publiseres": "2027-01-20"}).build()


def english_brief() -> bytes:
    """English, with facts that differ from the fact sheet and a paragraph that nobody translated."""
    body = [
        p("Faster trains for the whole country", style="Tittel"),
        *(p(r(text, '<w:lang w:val="en-GB"/>')) for text in (
            "Oslo Region Alliance is a partnership of 65 municipalities, including the City of Oslo.",
            "The Oslo Region is the most populous area in Norway. What happens here matters to the national economy.",
            "Commuters need trains that run on time. Businesses need goods that reach the market by rail. We therefore ask "
            "the Government to build double track all the way to Hamar, Moss and Kongsvinger within ten years.",
            "Better railways cut emissions and bring people closer to jobs. That is good for small towns as well as for "
            "the capital.")),
        p("Vi håper at regjeringen lytter til kommunene når den legger fram sin nye plan for jernbanen til våren."),
    ]
    return Docx(body=body, headers=LOGO, custom={"kanal": "nettsak", "malgruppe": "internasjonal", "spraak": "en"}).build()


DRAFTS: dict[str, Callable[[], bytes]] = {
    "pressemelding-tog.docx": press_release, "horingsuttalelse-byvekst.docx": hearing_statement,
    "invitasjon-klimaskole.docx": invitation, "nettsak-english.docx": english_brief,
}


def write() -> None:
    """Write every draft to fixtures/."""
    for name, build in DRAFTS.items():
        (FOLDER / name).write_bytes(build())


if __name__ == "__main__":
    write()
