"""The encoder: how a text is marked for it, that its arithmetic is sound, and what it reads in plain cases."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipr_lint.nlp import encoder as encoders
from ipr_lint.nlp.encoder import coded, encoder, gate, marking
from ipr_lint.nlp.encoder.marking import marked
from ipr_lint.rulebook import Rulebook

NAME = "Osloregionen"


@pytest.mark.parametrize(
    ("text", "surface", "parts"),
    [
        ("Styret i Osloregionen møtes.", "Osloregionen", ("Styret i  *", NAME, "*  møtes.")),
        ("Styret i Osloregionen IPR møtes.", "Osloregionen IPR", ("Styret i  *", NAME, "*  møtes.")),
        ("Osloregionens vann", "Osloregionens", (" *", f"{NAME}s", "*  vann")),
        ("Osloregionen IPRs vann", "Osloregionen IPRs", (" *", f"{NAME}s", "*  vann")),
        ("Osloregionen IPR sitt svar", "Osloregionen IPR", (" *", f"{NAME}s", "*  svar")),
    ],
)
def test_the_form_of_the_name_is_hidden(text: str, surface: str, parts: marking.Parts) -> None:
    start = text.index(surface)
    here = (start, start + len(surface))
    assert marked(text, [here], here, NAME) == parts


@given(st.text(alphabet="aå «»…½\n", max_size=600), st.text(alphabet="bø .", max_size=600))
def test_the_window_keeps_what_stands_nearest(left: str, right: str) -> None:
    text = f"{left} {NAME} {right}"
    start = len(left) + 1
    here = (start, start + len(NAME))
    before, name, after = marked(text, [here], here, NAME)
    assert name == NAME
    assert text[:start].endswith(before.removesuffix(" *"))
    assert text[start + len(NAME):].startswith(after.removeprefix("* "))
    assert len(before) <= marking.LEFT + 2
    assert len(after) <= marking.RIGHT + 2


def test_other_mentions_are_written_alike_too() -> None:
    text = "Osloregionen IPR ber folk i Osloregionen svare."
    places = [(0, 16), (28, 40)]
    assert marked(text, places, places[1], NAME)[0] == f"{NAME} ber folk i  *"


def test_the_pieces_of_the_mention_are_the_name() -> None:
    vocabulary = encoder()._vocabulary
    ids, (first, last) = coded(vocabulary, ("Vi bor i *", NAME, "* alle …"))
    assert vocabulary.decode(ids[first:last]) == NAME
    assert 3 not in ids, "«…» is pieces once it is three periods"


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(["Kort.", "Kommunene står sammen om kravet.", "Ås " * 60]), min_size=1, max_size=4))
def test_a_text_is_read_alike_alone_and_among_others(texts: list[str]) -> None:
    together = encoder().passages(texts)
    alone = [encoder().passages([text])[0] for text in texts]
    assert np.allclose(together, alone, atol=1e-3)


def test_a_text_beyond_the_longest_is_cut() -> None:
    assert encoder().passages(["ord " * 5000]) == encoder().passages(["ord " * 4000])


@pytest.mark.parametrize(
    ("left", "right", "organisation"),
    [
        ("Styrelederen i", "undertegnet brevet til statsråden i går.", True),
        ("Kommunen betaler kontingent til", "og sender to politikere til årsmøtet.", True),
        ("Det snødde tett over hele", "natt til søndag, og bussene sto.", False),
        ("Boligprisene i", "steg med to prosent i mars.", False),
    ],
)
def test_what_a_mention_means_in_plain_cases(left: str, right: str, organisation: bool) -> None:
    odds = encoder().mentions([(f"{left} *", NAME, f"* {right}")])[0]
    assert (odds > 1) if organisation else (odds < -1)


def test_what_a_passage_conveys_in_plain_cases() -> None:
    texts = [
        "Hovedstadsområdet er en motor i norsk økonomi, og stopper den, merkes det i hele landet.",
        "Hovedstadsområdet er slett ingen motor i norsk økonomi; verdiene skapes langs kysten.",
        "Kantina serverer suppe på torsdager.",
    ]
    motor, denied, soup = encoder().passages(texts)
    assert motor[5] > 0 > motor[11]
    assert denied[11] > 0
    assert max(soup) < 0


def test_the_gate_knows_the_concepts_of_the_messages(book: Rulebook) -> None:
    from ipr_lint.facts.messages import Messages

    weights, _ = gate()
    assert weights.keys() <= book.facts.get(Messages).concepts.keys() | {"vilkårssetning"}
    assert len(weights) > 50


def test_its_version_costs_no_import() -> None:
    code = ("import sys; from ipr_lint.nlp import encoder; encoder.version(); "
            "sys.exit('numpy' in sys.modules or 'sentencepiece' in sys.modules)")
    subprocess.run([sys.executable, "-c", code], check=True)
    assert encoders.version().startswith("ipr_encoder ")


def test_plain_characters_are_what_nfkc_says() -> None:
    assert marking.plain("…") == unicodedata.normalize("NFKC", "…") == "..."


def test_the_first_layers_tell_ordinary_text_from_text_near_a_message() -> None:
    above = encoders.described().early.above
    near, weather, court = encoder().promises([
        "Når så mange kommuner står bak et felles krav, blir det lyttet til i departementet.",
        "Det regnet i går, og bussen kom for sent til kirken.",
        "Retten fant ham skyldig i tre av fem punkter, og han anket på stedet.",
    ])
    assert near > above > max(weather, court)
