"""Facts as relations of words: adverbs, tables, others named beside a number; and what is nearly one but no fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.facts.channels import FactsPlace
from ipr_lint.nlp.fact_mentions import mentions
from ipr_lint.nlp.standard_facts import verdict

_END = FactsPlace("long", "end")
_TABLE = ("| Om oss | |\n|---|---|\n| Navn | Osloregionen IPR |\n| {} | {} |\n| {} | {} |\n"
          "| Nettsted | osloregionen.no |\n")


def _found(engine: Engine, text: str, name: str = "a.txt") -> str:
    """The outcome, or the status of the first flaw when nothing is missing."""
    story = "Ordførerne møttes på Gjøvik. De snakket om is og snø.\n\n"
    found = verdict(engine.analyse(readers.read(Path(name), data=(story + text).encode()),
                                   Settings(channel="nettsak")), _END)
    return found.flaws[0].status if found.outcome == "ok" and found.flaws else found.outcome


def _passage(members: str = "65 kommuner, inkludert Oslo kommune",
             area: str = "Osloregionen er Norges mest folkerike område.") -> str:
    return f"Osloregionen IPR er et politisk samarbeid mellom {members}. {area} Les mer på osloregionen.no."


@pytest.mark.parametrize("told, outcome", [
    ("Også Oslo er med", "ok"), ("Oslo kommune er selvfølgelig en av dem", "ok"),
    ("Størst av medlemmene er Oslo", "ok"),
    ("Oslo er klart størst av medlemmene", "ok"), ("Blant dem er hovedstaden Oslo", "ok"),
    ("Oslo er én av de 65 kommunene", "ok"),
    ("Oslo kommune er ikke med", "altered"), ("Oslo er ikke lenger medlem", "altered"),
    ("Oslo deltar ikke", "altered"), ("Det er byer i alle fylker, men ikke Oslo", "altered"),
    ("Oslo er dessverre ikke med", "altered"),
    ("Oslo blir med i 2030", "ufullstendig"), ("Oslo er med på å betale for bussen", "ufullstendig"),
    ("Kontoret ligger i Oslo", "ufullstendig"), ("Oslo er en av byene vi måler luften i", "ufullstendig"),
    ("Der Oslo kommune er vertskap, er det kaker", "ufullstendig"),
    ("Oslo er med sine 700 000 innbyggere størst", "ufullstendig"),
    ("Vi møter de andre med Oslo i kikkerten", "ufullstendig"),
])
def test_oslo_is_a_member_or_only_a_place(engine: Engine, told: str, outcome: str) -> None:
    assert _found(engine, _passage(f"65 kommuner. {told}")) == outcome


@pytest.mark.parametrize("told", [
    "Regionen har landets høyeste innbyggertall.", "Her bor det flest i hele Norge.",
    "Det bor fleire folk her enn nokon annan stad i Noreg.", "Ikkje nokon annan stad i landet bur det så mange.",
    "Ingen region i landet har flere innbyggere.", "No other part of Norway has as many inhabitants.",
    "It is home to more people than any other part of the country.", "Nowhere else in Norway do so many people live.",
    "Folketalet er over 2,3 millionar.", "Områdets befolkning er nå over 2,3 millioner.", "Some 2.3 million live here.",
    "Vi er over 2,3 millioner som bor her.",
])
def test_area_and_population_are_told_in_many_ways(engine: Engine, told: str) -> None:
    assert _found(engine, _passage(area=told)) == "ok"


@pytest.mark.parametrize("told", [
    "Ingen andre steder i landet bor det så mange studenter.", "Her bor det flest hunder i hele Norge.",
    "Det bor flere ulver her enn noe annet sted i landet.", "Regionen har landets største befolkningsvekst.",
    "Flere innbyggere i Norge vil ha tog, men ingen i regionen vil betale.",
    "I Oslo bor det flere enn noe annet sted i landet.", "Nowhere else in Norway do so many people cycle.",
    "The region has the largest population of elk in Norway.", "Befolkningen reiste 2,3 millioner turer med tog.",
    "Vi ga 2,3 millioner kroner til folk her.", "Innen 2040 blir folketallet 2,6 millioner.",
    "Ingen andre regioner i Norge har så mange innbyggere over 80 år.",
    "Vi har brukt 2,3 millioner på folk.", "Flest folk i Norge vil bo i en region med tog.",
    "Regionen har landets største befolkning av elg.", "Regionen har flest folk på toget i hele Norge.",
])
def test_most_of_something_else_is_no_fact(engine: Engine, told: str) -> None:
    assert _found(engine, _passage(area=told)) == "ufullstendig"


@pytest.mark.parametrize("told", [
    "Regionen har det nest høyeste folketallet i Norge.", "Osloregionen kan bli Norges mest folkerike område.",
    "Osloregionen er ikke lenger Norges mest folkerike område.", "It is no longer Norway's most populous area.",
    "Osloregionen er et av områdene i landet der det bor flest.", "Folketallet er 3,1 millioner.",
])
def test_less_than_the_most_is_altered(engine: Engine, told: str) -> None:
    assert _found(engine, _passage(area=told)) == "altered"


@pytest.mark.parametrize("members, outcome", [
    ("Oslo og 64 andre kommuner", "ok"), ("Oslo sammen med de 64 andre kommunene", "ok"),
    ("hovedstaden Oslo pluss 64 kommuner", "ok"), ("Oslo kommune, Drammen og 63 andre kommuner", "ok"),
    ("64 andre kommuner og Oslo kommune", "ok"), ("fem og seksti kommuner, Oslo iberegnet", "ok"),
    ("Oslo og 65 andre kommuner", "altered"), ("Oslo, Drammen og 65 andre kommuner", "altered"),
    ("Oslo og 63 andre kommuner", "outdated"), ("Hamar og 64 andre kommuner", "ufullstendig"),
    ("65 bedrifter og 12 kommuner, inkludert Oslo", "ufullstendig"),
])
def test_those_named_beside_a_number_are_counted(engine: Engine, members: str, outcome: str) -> None:
    assert _found(engine, _passage(members)) == outcome


def test_the_right_number_leaves_out_those_named(engine: Engine) -> None:
    draft = engine.analyse(readers.read(Path("a.txt"), data=_passage("Oslo og 65 andre kommuner").encode()),
                           Settings(channel="nettsak"))
    assert [one.besides for one in mentions(draft) if one.fact == "medlemmer"] == [1]
    rule = engine.rulebook.rule("faktainformasjon")
    assert rule is not None
    hit = next(hit for hit in rule.check.run(draft, rule.params) if hit.variant == "endret")
    assert (hit.values["written"], hit.values["right"], hit.fixes[0].edits[0].text) == ("65", "64", "64")


@pytest.mark.parametrize("cells, outcome", [
    (("Kommuner", "65, inkludert Oslo", "Innbyggere", "2,3 millioner"), "ok"),
    (("Antall kommuner", "65 med Oslo i spissen", "Innbyggere (millioner)", "2,3"), "ok"),
    (("Kommuner", "63, inkludert Oslo", "Innbyggere", "2,3 millioner"), "altered"),
    (("Kommuner", "65, inkludert Oslo", "Folketall", "3,2 millioner"), "altered"),
    (("Ansatte", "65, inkludert Oslo", "Innbyggere", "2,3 millioner"), "ufullstendig"),
    (("Kommuner", "65, inkludert Oslo", "Budsjett", "2,3 millioner"), "ufullstendig"),
    (("Kommuner", "65, inkludert Oslo", "Støtte til innbyggere", "2,3 millioner kroner"), "ufullstendig"),
])
def test_a_cell_is_counted_in_what_its_label_says(engine: Engine, cells: tuple[str, ...], outcome: str) -> None:
    assert _found(engine, _TABLE.format(*cells), "a.md") == outcome


@pytest.mark.parametrize("facts, outcome", [
    ("| Navn | Kommuner | Innbyggere | Nettsted |\n|---|---|---|---|\n"
     "| Osloregionen IPR | {}, inkludert Oslo | 2,3 millioner | osloregionen.no |\n", "ok"),
    ("- **Navn:** Osloregionen IPR\n- **Medlemmer:** {} (inkludert Oslo)\n- **Innbyggere:** over 2,3 mill.\n"
     "- **Nettsted:** osloregionen.no\n", "ok"),
])
def test_a_header_row_and_a_bold_label_are_labels(engine: Engine, facts: str, outcome: str) -> None:
    assert _found(engine, facts.format(65), "a.md") == outcome
    assert _found(engine, facts.format(63), "a.md") == "altered"


@pytest.mark.parametrize("text", [
    "Vi spurte Oslo og 64 andre kommuner om snø.",
    "Det bor flere her enn noe annet sted i landet. Oslo er med på laget, og 65 kommuner så på.",
    "| Kommune | Innbyggere |\n|---|---|\n| Oslo | 717 000 |\n| Alle | 2,3 millioner |\n\nI alt 65 kommuner svarte.",
])
def test_chance_facts_are_no_passage(engine: Engine, text: str) -> None:
    assert _found(engine, text, "a.md") == "mangler"


def test_all_the_facts_far_apart_are_scattered(engine: Engine) -> None:
    idle = "\n\nKokken laget suppe av alt som ble igjen. Alle spiste til de var mette, og så gikk de hjem."
    facts = ["I alt 65 kommuner deltok.", "Oslo er med når messen åpner.",
             "Det er stort i Norges mest folkerike område.", "Programmet ligger på osloregionen.no."]
    text = (idle * 2).join(facts) + idle * 2
    assert _found(engine, text) == "mangler"
    assert _found(engine, f"{text}\n\nOsloregionen IPR arrangerer messen sammen med tre firmaer.") == "spredt"
