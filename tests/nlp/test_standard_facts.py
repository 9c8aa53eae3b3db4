"""The verdict on the standard facts: standing together counts, being there by chance does not."""

from __future__ import annotations

from pathlib import Path

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.facts.channels import FactsPlace
from ipr_lint.nlp.standard_facts import Verdict, verdict

_END = FactsPlace("long", "end")


def _verdict(engine: Engine, text: str, name: str = "a.txt", place: FactsPlace = _END) -> Verdict:
    return verdict(engine.analyse(readers.read(Path(name), data=text.encode()), Settings(channel="nettsak")), place)


def test_facts_strewn_through_one_paragraph_do_not_count(engine: Engine) -> None:
    text = ("Osloregionen IPR holdt møte på Hamar. Alle fikk kake. Det kom folk fra 65 kommuner, inkludert Oslo. "
            "Kaffen var god. De bor i Norges mest folkerike område. Så tok de toget hjem. Bilder: osloregionen.no.")
    assert _verdict(engine, text).outcome in ("spredt", "ufullstendig")


def test_two_sentences_of_something_else_may_stand_between(engine: Engine) -> None:
    text = ("Osloregionen IPR er et samarbeid mellom 65 kommuner, inkludert Oslo kommune. Vi arbeider for bedre tog. "
            "Osloregionen er Norges mest folkerike område. Ring oss gjerne. Les mer på osloregionen.no.")
    assert _verdict(engine, text).outcome == "ok"


def test_a_link_is_a_website_and_an_address_is_none(engine: Engine) -> None:
    facts = "Osloregionen IPR er 65 kommuner, inkludert Oslo kommune, i Norges mest folkerike område."
    assert _verdict(engine, f"{facts} [Les mer](https://www.osloregionen.no/om).", "a.md").outcome == "ok"
    found = _verdict(engine, f"{facts} Skriv til postmottak@osloregionen.no.")
    assert (found.outcome, found.missing) == ("ufullstendig", ("nettsted",))


def test_facts_may_stand_in_a_table(engine: Engine) -> None:
    text = ("Kommunene møttes.\n\n| Navn | Osloregionen IPR |\n|---|---|\n"
            "| Medlemmer | 65 kommuner inkludert Oslo kommune |\n| Innbyggere | 2,3 millioner innbyggere |\n"
            "| Nettsted | osloregionen.no |\n")
    assert _verdict(engine, text, "a.md").outcome == "ok"


def test_the_missing_facts_are_named(engine: Engine) -> None:
    found = _verdict(engine, "Osloregionen IPR er 65 kommuner. Les mer på osloregionen.no.")
    assert found.missing == ("oslo", "omraade|innbyggere")


def test_a_better_passage_in_the_right_place_wins(engine: Engine) -> None:
    facts = ("Osloregionen IPR er et samarbeid mellom 65 kommuner, inkludert Oslo kommune. "
             "Osloregionen er Norges mest folkerike område. Les mer på osloregionen.no.")
    story = "Kommunene møttes på Hamar og snakket om tog. " * 30
    assert _verdict(engine, f"{facts}\n\n{story}").outcome == "feilplassert"
    assert _verdict(engine, f"{facts}\n\n{story}\n\n{facts}").outcome == "ok"


def test_the_lines_of_a_letter_are_no_paragraphs(engine: Engine) -> None:
    lines = "\n\n".join(["Departementet", "Postboks 8", "0030 Oslo", "Deres ref. 24/1", "1. mars 2025"])
    facts = ("Osloregionen IPR er et samarbeid mellom 65 kommuner, inkludert Oslo kommune, i Norges mest folkerike "
             "område. Les mer på osloregionen.no.")
    story = "\n\n".join(["Vi støtter forslaget fordi det gir kommunene mer tid til å planlegge."] * 6)
    start = FactsPlace("long", "start")
    assert _verdict(engine, f"{lines}\n\n{facts}\n\n{story}", place=start).outcome == "ok"
    assert _verdict(engine, f"{lines}\n\n{story}\n\n{facts}", place=start).outcome == "feilplassert"


def test_a_channel_without_facts_asks_for_none(engine: Engine) -> None:
    assert _verdict(engine, "Kommunene møttes.", place=FactsPlace("none", "any")).outcome == "ok"
