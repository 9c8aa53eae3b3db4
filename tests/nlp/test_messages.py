"""Key messages in drafts: conveyed, denied, rejected denials, place and prominence; wordings as advisers write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ipr_lint import readers
from ipr_lint.cli import main
from ipr_lint.engine import Engine
from ipr_lint.facts.messages import Words
from ipr_lint.nlp.messages import Verdict, coverage, nearest, verdicts
from ipr_lint.nlp.messages.forms import forms
from ipr_lint.nlp.messages.lexicon import compile_lexicon
from ipr_lint.nlp.messages.phrases import expanded
from ipr_lint.rulebook import builtin_folder


def _verdicts(engine: Engine, text: str, suffix: str = ".md") -> dict[str, Verdict]:
    draft = engine.analyse(readers.read(Path("utkast" + suffix), data=text.encode()))
    return {one.message.id: one for one in verdicts(draft)}


def _found(engine: Engine, text: str) -> tuple[set[str], set[str]]:
    made = _verdicts(engine, text)
    return {id_ for id_, one in made.items() if one.stated}, {id_ for id_, one in made.items() if one.denied}


def _words(text: str) -> list[tuple[str, str]]:
    return [(word, word) for word in text.lower().split()]


def _concepts(wordings: tuple[str, ...], text: str) -> set[str]:
    lexicon = compile_lexicon("no", [("treff", Words(about="", nb=wordings))])
    return {one.concept for one in lexicon.find(_words(text))}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_strategys_own_statements_are_recognised(engine: Engine, language: str) -> None:
    for verdict in _verdicts(engine, "Tom.").values():
        for statement in verdict.message.statements:
            stated, denied = _found(engine, getattr(statement, language))
            assert verdict.message.id in stated
            assert not denied


@pytest.mark.parametrize(
    ("text", "stated", "denied"),
    [
        ("Osloregionen er ikke lenger noen motor i norsk økonomi.", set(), {"B6"}),
        ("«Osloregionen er ingen motor i norsk økonomi», hevdes det. Det er feil.", {"B6"}, set()),
        ("Osloregionen er ikke bare en motor i norsk økonomi, den er også porten mot verden.", {"B6"}, set()),
        ("Det er en myte at Osloregionen er en motor i norsk økonomi.", set(), {"B6"}),
        ("Osloregionen er Norges mest folkerike område. Snittalderen er 39 år.", set(), set()),
        ("Osloregionen har 65 medlemskommuner. Styret møtes sju ganger i året.", set(), set()),
        ("Bergensregionen er en motor i norsk økonomi.", set(), set()),
        ("Sviktar det i Osloregionen, merkast det på ordrebøkene i Troms.", {"B6"}, set()),
        ("A new tunnel under Oslo benefits the whole country.", {"B3"}, set()),
    ],
)
def test_what_a_passage_does_with_the_messages(engine: Engine, text: str, stated: set[str], denied: set[str]) -> None:
    assert _found(engine, text) == (stated, denied)


def test_evidence_is_the_sentence_and_says_which_concepts_decided(engine: Engine) -> None:
    sentence = "Nye spor gjennom Oslo kommer hele landet til gode."
    verdict = _verdicts(engine, f"Styret møttes i dag. {sentence} Møtet varte lenge.", ".txt")["B3"]
    (place,) = verdict.stated
    assert (place.span.start, place.span.end) == (21, 21 + len(sentence))
    assert "tiltak" in place.words
    assert "hele landet" in place.words


@pytest.mark.parametrize(
    ("before", "prominence"),
    [
        ("# ", "title"),
        ("# Tittel\n\n", "lead"),
        ("# Tittel\n\nEn ingress med mer enn åtte ord i, om budsjettet.\n\n", "body"),
    ],
)
def test_prominence_is_the_best_place(engine: Engine, before: str, prominence: str) -> None:
    made = _verdicts(engine, before + "Osloregionen er en viktig motor i norsk økonomi, og det merkes i hele landet")
    assert made["B6"].prominence == prominence


def test_coverage_has_one_entry_per_message(engine: Engine) -> None:
    draft = engine.analyse(readers.read(Path("utkast.txt"), data=b"Osloregionen er en motor i norsk \xc3\xb8konomi."))
    made = coverage(draft)
    assert [one.id for one in made] == ["B1", "B2", "B3", "B4", "B5", "B6"]
    assert [one.id for one in made if one.found] == ["B6"]


def test_nearest_names_what_is_missing(engine: Engine) -> None:
    draft = engine.analyse(readers.read(Path("utkast.txt"), data=b"Jernbanen i Oslo er gammel."))
    message = next(one.message for one in verdicts(draft) if one.message.id == "B3")
    near = nearest(draft, message)
    assert near is not None
    assert near.missing
    assert ("tiltak", "Jernbanen") in near.met


@pytest.mark.parametrize(
    ("wording", "text", "hit"),
    [
        ("motor", "motorene", True),
        ("motoren", "vekstmotoren", True),  # from six letters on also as the head of a compound
        ("motor", "vekstmotor", False),
        ("-motor", "vekstmotoren", True),
        ("=vi", "vi", True),
        ("=vi", "vis", False),
        ("medlem*", "medlemskommune", True),
        ("kommer .. til gode", "kommer hele landet til gode", True),
        ("kommer .. til gode", "kommer a b c d e f til gode", False),
        ("norge|noreg vokser", "noreg vokser", True),
        ("overse|se_bort", "se bort", True),
        ("overse|se_bort", "se", False),
        ("el-ferge", "el - ferge", True),
    ],
)
def test_how_a_wording_is_written(wording: str, text: str, hit: bool) -> None:
    assert bool(_concepts((wording,), text)) is hit


def test_forms_and_expansion_end() -> None:
    assert "program" in set(forms("programmet", "no"))
    assert "city" in set(forms("cities", "en"))
    assert list(expanded("se_bort|overse nå")) == ["se bort nå", "overse nå"]
    assert _concepts(("a .. b ... c",), "a " * 2000) == set()


def test_messages_command_explains_a_draft_and_an_edit(tmp_path: Path) -> None:
    draft = tmp_path / "utkast.txt"
    draft.write_text("Nye spor gjennom Oslo kommer hele landet til gode.\n", encoding="utf-8")
    shipped = (builtin_folder() / "facts" / "messages.yaml").read_text(encoding="utf-8")
    edited = tmp_path / "regler" / "facts" / "messages.yaml"
    edited.parent.mkdir(parents=True)
    first = "  sammen sterkere:\n    about: sterkere sammen, sagt rett ut\n    nb: ["
    assert first in shipped
    own_words_count = ("support: 3.0,", "support: 9.0,")  # whatever the encoder thinks of them
    assert own_words_count[0] in shipped
    changed = shipped.replace(first, first + "styret møttes, ").replace(*own_words_count)
    edited.write_text(changed, encoding="utf-8")
    result = CliRunner().invoke(main, ["messages", "--explain", str(draft), "--rules", str(edited.parent.parent)])
    assert result.exit_code == 0, result.output
    assert "B3 Tiltak som kommer hele landet til gode: formidlet i" in result.output
    assert "mangler" in result.output
    assert "budskap, bad 1: B2 var ikke nevnt, blir formidlet" in result.output


def test_messages_command_says_how_the_strategy_was_read() -> None:
    result = CliRunner().invoke(main, ["messages"])
    assert result.exit_code == 0
    assert "sju avsnitt" in result.output


def test_messages_command_and_a_missing_draft(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["messages", "--explain", str(tmp_path / "ingen.docx")])
    assert result.exit_code == 2


@pytest.mark.parametrize("text", [
    "Uten et sterkt hovedstadsområde blir det mindre å fordele til skoler på Vestlandet.",
    "Utan eit sterkt hovudstadsområde blir det mindre å fordele til skular på Vestlandet.",
])
def test_what_is_lost_without_the_region_denies_nothing(engine: Engine, text: str) -> None:
    assert not any(verdict.denied for verdict in _verdicts(engine, text, ".txt").values())


@pytest.mark.parametrize(
    "text",
    [
        "Tunnelen er ikke en gave til oss i hovedstaden. Den er forutsetningen for at resten av jernbanen skal virke.",
        "Toget er fullt hver morgen mellom Oslo og Ski. Folk må stå hele veien. Det kan vi ikke by dem i ti år til.",
        "Osloregionen IPR støtter dette. Departementet foreslår en klar og god regel fordi den er lik for alle.",
    ],
)
def test_a_correction_a_refusal_and_a_rule_for_all_deny_nothing(engine: Engine, text: str) -> None:
    assert not _found(engine, text)[1]


@pytest.mark.parametrize(
    "fact",
    [
        "Osloregionen er Norges mest folkerike område, med over 2,3 millioner innbyggere.",
        "Osloregionen er Noregs mest folkerike område, med over 2,3 millionar innbyggjarar.",
        "Osloregionen er det mest folkerike området i Noreg, med over 2,3 millionar innbyggjarar.",
        "The Oslo Region is Norway's most populous area, with more than 2.3 million inhabitants.",
    ],
)
def test_how_many_live_here_is_no_promise_to_contribute(engine: Engine, fact: str) -> None:
    assert "B5" not in _found(engine, fact)[0]
    assert "B5" not in _found(engine, f"{fact} Les meir på osloregionen.no.")[0]
