"""Which language a text is in: sentences of our own, in Norwegian situations."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers, rulebook
from ipr_lint.facts.languages import LanguageFeatures
from ipr_lint.nlp.languages import identify, judge, of_block, of_document, telling_words

FEATURES = rulebook.load().facts.get(LanguageFeatures)


@pytest.mark.parametrize(
    "language, text",
    [
        ("nb", "Kommunene skal samarbeide om flere boliger ved stasjonene, og det vil gi kortere reisetid for mange."),
        ("nn", "Kommunane skal samarbeide om fleire bustader ved stasjonane, og det vil gje kortare reisetid."),
        ("en", "The municipalities will work together on more housing near the stations, which shortens journeys."),
        ("da", "Kommunerne skal samarbejde om flere boliger ved stationerne, og det vil give kortere rejsetid."),
        ("sv", "Kommunerna ska samarbeta om fler bostäder vid stationerna, och det ger kortare restid för många."),
        ("de", "Die Gemeinden wollen mehr Wohnungen an den Bahnhöfen bauen, damit die Reisezeit kürzer wird."),
        ("fr", "Les communes veulent construire plus de logements près des gares pour réduire le temps de trajet."),
        ("es", "Los municipios quieren construir más viviendas cerca de las estaciones para reducir los viajes."),
        ("nl", "De gemeenten willen meer woningen bij de stations bouwen, zodat de reistijd korter wordt."),
        ("fi", "Kunnat haluavat rakentaa enemmän asuntoja asemien lähelle, jotta matka-aika lyhenee."),
        ("pl", "Gminy chcą budować więcej mieszkań przy dworcach, żeby skrócić czas podróży dla wielu osób."),
        ("is", "Sveitarfélögin vilja byggja fleiri íbúðir við stöðvarnar svo að ferðatíminn verði styttri."),
        ("fo", "Kommunurnar vilja byggja fleiri bústaðir við støðirnar, so at ferðatíðin verður styttri fyri nógv."),
        ("se", "Gielddat háliidit hukset eanet viesuid stašuvnnaid lahka, vai mátkeáigi šaddá oaneheabbon."),
        ("uk", "Муніципалітети хочуть будувати більше житла біля станцій, щоб скоротити час у дорозі."),
    ],
)
def test_each_language_is_heard(language: str, text: str) -> None:
    assert identify(text, FEATURES) == language
    assert identify(text.upper(), FEATURES) == language


@pytest.mark.parametrize(
    "text",
    [
        "Hverken regjeringen eller fylkeskommunen har svaret på hvordan dette skal løses før jul.",
        "Han ringer ikke, men sender heller e-post når det er mulig for ham å svare på alt sammen.",
        "Det er bare å melde seg på, så sender vi ut program og praktisk informasjon senere i uken.",
        "Ho sa at alle er med, og at dei som vil, kan ta toget saman frå Hamar om morgonen.",
        "Av de tre alternativene er det ett som skiller seg ut, og det er alternativ B.",
    ],
)
def test_norwegian_that_looks_like_danish_stays_norwegian(text: str) -> None:
    assert identify(text, FEATURES) in ("nb", "nn")


@pytest.mark.parametrize(
    "text",
    ["To nas różni", "", "1 2 3 4 5 6 7 8 9 10", "Vi ses i morgen"],
)
def test_numbers_and_few_words_get_no_verdict(text: str) -> None:
    assert identify(text, FEATURES) is None


@pytest.mark.parametrize(
    "text",
    ["Oslo, Asker, Lunner, Gran, Hole, Modum, Sigdal, Ål, Hol, Nes, Flå, Gol",
     "Malmö, Göteborg, Helsingør, Køge, Turku, Tampere, Reykjavík, Tórshavn, Kiruna, Umeå"],
)
def test_lists_of_names_are_no_foreign_text(text: str) -> None:
    assert identify(text, FEATURES) in (None, "nb", "nn")


def test_quoted_titles_names_and_addresses_are_no_evidence() -> None:
    text = ("Hun leste «Vejen til et grønnere København» og «Staden som växer» på https://example.se/om-oss/vad-vi-gor "
            "før møtet med Region Skåne Kollektivtrafik i går.")
    assert identify(text, FEATURES) == "nb"


def test_short_blocks_inherit_and_long_ones_speak_for_themselves() -> None:
    source = (
        "Kommunane skal samarbeide om fleire bustader, og det vil gje kortare reisetid for mange.\n\n"
        "Vi treng også fleire tog. Dei som bur her, veit kva det betyr å vente på eit tog som ikkje kjem.\n\n"
        "Det er bra.\n\nThe municipalities will work together on housing near all of the larger stations.\n\n"
        "Ingen kjenner saken så godt som kommunene selv, og derfor må de bli hørt før det tas en beslutning.\n"
    )
    document = readers.read(Path("utkast.txt"), data=source.encode())
    inherited = of_document(document, FEATURES)
    found = [of_block(document, block, inherited, FEATURES) for block in document.blocks]
    assert found == ["nn", "nn", "nn", "en", "nb"]


@pytest.mark.parametrize(
    "heading, language",
    [
        ("Havvind, hurtigtog og et godt råd fra Malmö", "nb"),
        ("Nye tog og et godt råd fra Göteborg", "nb"),
        ("Kommunerne skal samarbejde tættere om boliger og transport", "da"),
    ],
)
def test_a_heading_follows_the_text_around_unless_it_says_much(heading: str, language: str) -> None:
    text = f"# {heading}\n\nKommunene i regionen vil samarbeide tettere om bolig og transport i årene som kommer.\n"
    document = readers.read(Path("utkast.md"), data=text.encode())
    assert of_block(document, document.blocks[0], of_document(document, FEATURES), FEATURES) == language


def test_words_that_two_languages_share_stand_in_the_lists_of_both() -> None:
    lists = {one.code: set(one.words.split()) for one in FEATURES.languages}
    shared = {"var", "godt", "råd", "tog", "tid", "land", "fem", "samt"}
    assert not shared - (lists["nb"] & lists["nn"])


def test_the_verdict_is_the_same_every_time() -> None:
    text = "Alle var enige om at det var en god dag, og at man skulle ses igen til næste år."
    verdicts = []
    for _ in range(3):
        judge.cache_clear()
        verdicts.append(judge(text, FEATURES))
    assert len(set(verdicts)) == 1


def test_the_report_can_name_the_words_that_gave_a_language_away() -> None:
    assert telling_words("Det blev meget bedre, end jeg havde håbet på, og jeg blev glad.", "da", FEATURES)[0] == "blev"
    assert telling_words("Lietuvos savivaldybės", "lt", FEATURES) == []


@pytest.mark.parametrize(
    "name, content",
    [
        ("side.html", '<html lang="no"><body><p>Takk for sist!</p></body></html>'),
        ("side.html", '<html><body><p lang="no-NO">Takk for sist!</p></body></html>'),
        ("side.md", "---\nlang: no\n---\nTakk for sist!\n"),
    ],
)
def test_declared_norwegian_without_a_form_is_read_as_bokmal(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    document = readers.read(path)
    block = document.blocks[0]
    assert of_block(document, block, of_document(document, FEATURES), FEATURES) == "nb"


def test_declared_norwegian_does_not_hide_nynorsk(tmp_path: Path) -> None:
    path = tmp_path / "side.html"
    path.write_text('<html lang="no"><body><p>Kommunane skal samarbeide om fleire bustader ved stasjonane, og det vil '
                    "gje kortare reisetid for dei som ikkje køyrer.</p></body></html>", encoding="utf-8")
    assert of_document(readers.read(path), FEATURES) == "nn"


@pytest.mark.parametrize(
    "text",
    [
        "Sjøl om husleia har gått opp, vil dem fleste bli boende i bygda, for framtida ligger her og ikke i byen.",
        "Folk vil helst bu der dei er fødde og oppvaksne, og difor lyt kommunane byggja vegar og skular.",
        "Det synest meg som um dei ikkje hev skynat kva saki gjeld, og at dei helst vil lata alt vera som det er.",
        "Æ veit ikkje ka æ ska si, men det e no sånn det e når ingen vil høre på oss her nord.",
        "Efter loven av 1918 skal enhver, som eier jord i herredet, svare avgift til kommunen inden årets utgang.",
        "Retten kan i særlige tilfelle beslutte at saken skal behandles for lukkede dører når hensynet tilsier det.",
        "Før var han direktør, og nu er han blitt professor ved universitetet, hvor han underviser i litteratur.",
        "Vi bruker Scrum, Kanban og continuous delivery, og product owner tar stand-up hver morgen klokken ni.",
    ],
)
def test_radical_conservative_and_spoken_norwegian_is_norwegian(text: str) -> None:
    assert identify(text, FEATURES) in ("nb", "nn")


@pytest.mark.parametrize(
    "language, text",
    [
        ("de", "Im Winter fahren die meisten Pendler mit Bahn, Bus oder Auto zur Arbeit."),
        ("fi", "Kunnat haluavat lisää junia Helsingin ja Tampereen välille jo ensi vuonna."),
        ("es", "La carta de los alcaldes se publica en la portada del diario regional."),
        ("fo", "Kommunan hevur samtykt at byggja nýggjan skúla til børnini í bygdini."),
        ("se", "Gielddastivra mearridii hukset ođđa skuvlla ja mánáidgárddi gillái boahtte jagi."),
    ],
)
def test_few_telling_words_are_enough_where_both_voices_agree(language: str, text: str) -> None:
    assert identify(text, FEATURES) == language
