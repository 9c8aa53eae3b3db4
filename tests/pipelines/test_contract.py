"""The contract between pipelines and checks: the bundled pipeline keeps it, others are told what they lack."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

from ipr_lint.nlp import contract

if TYPE_CHECKING:
    from spacy.language import Language

BUNDLED = Path(contract.__file__).parent.parent / "pipelines" / "nb_ipr_sm"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def bundled() -> Language:
    return spacy.load(BUNDLED)


def test_bundled_pipeline_fulfils_the_contract(bundled: Language) -> None:
    assert contract.gaps(bundled) == []
    contract.require(bundled, "nb_ipr_sm")


if importlib.util.find_spec("nb_core_news_sm"):  # only where the extra nb-core-news is installed

    def test_official_pipeline_fulfils_the_contract() -> None:
        contract.require(spacy.load("nb_core_news_sm"), "nb_core_news_sm")


def test_blank_pipeline_is_told_everything_it_lacks() -> None:
    with pytest.raises(contract.ContractError) as caught:
        contract.require(spacy.blank("nb"), "blank")
    message = str(caught.value)
    parts = ("pos_", "morph", "lemma_", "dep_", "doc.sents", "doc.ents")
    assert [part for part in parts if part not in message] == []
    assert message.startswith("pipeline 'blank' cannot serve the checks: it lacks parts of speech")


def test_pipeline_of_another_language_is_refused() -> None:
    assert contract.gaps(spacy.blank("en")) == ["a Norwegian language code (has lang = 'en')"]


def test_entity_labels_of_another_scheme_are_named(bundled: Language) -> None:
    nlp = spacy.blank("nb")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "LOC", "pattern": "Oslo"}])  # type: ignore[attr-defined]
    assert contract.gaps(nlp, ["entities"]) == ["entity labels DRV, EVT, GPE_LOC, GPE_ORG, ORG, PER and 1 more"]


def test_components_that_are_not_loaded_need_not_be_asked_for() -> None:
    nlp = spacy.load(BUNDLED, exclude=["ner"])
    assert contract.gaps(nlp, [name for name in contract.ANNOTATIONS if name != "entities"]) == []
    assert contract.gaps(nlp) == ["entities (`doc.ents`: ner)"]


def test_unknown_annotation_is_an_error(bundled: Language) -> None:
    with pytest.raises(ValueError, match="expected names from"):
        contract.gaps(bundled, ["tags"])


def test_bundled_pipeline_is_small_and_names_itself() -> None:
    size = sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file())
    meta = json.loads((BUNDLED / "meta.json").read_text(encoding="utf-8"))
    assert size <= 15 * MEGABYTE
    assert (meta["lang"], meta["name"]) == ("nb", "ipr_sm")


def test_bundled_pipeline_reads_both_written_standards(bundled: Language) -> None:
    nb = bundled("Styrelederen kom ikke til møtet. Det var trist.")
    nn = bundled("Styreleiaren kom ikkje til møtet. Det var trist.")
    assert [len(list(doc.sents)) for doc in (nb, nn)] == [2, 2]
    assert [doc[0].pos_ for doc in (nb, nn)] == ["NOUN", "NOUN"]
