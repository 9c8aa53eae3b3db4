"""Training data: CoNLL-U is read, aligned with raw text and varied without breaking the annotation."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
import spacy

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

import augment
import conllu
import documents
from tokens import norwegian_tokenizer

SAMPLE = """# sent_id = x001_0000-0000
# text = «Oslo vil», sa Kari.
1\t«\t$"\tPUNCT\t_\t_\t3\tpunct\t_\tSpaceAfter=No|name=O
2\tOslo\tOslo\tPROPN\t_\tGender=Neut\t3\tnsubj\t_\tname=B-GPE_ORG
3\tvil\tville\tAUX\t_\tMood=Ind|Tense=Pres|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No|name=O
4\t»\t$"\tPUNCT\t_\t_\t3\tpunct\t_\tSpaceAfter=No|name=O
5\t,\t$,\tPUNCT\t_\t_\t3\tpunct\t_\tname=O
6\tsa\tsi\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t3\tparataxis\t_\tname=O
7\tKari\tKari\tPROPN\t_\tGender=Fem\t6\tnsubj\t_\tSpaceAfter=No|name=B-PER
8\t.\t$.\tPUNCT\t_\t_\t3\tpunct\t_\tname=O

"""


@pytest.fixture
def article(tmp_path: Path) -> conllu.Article:
    path = tmp_path / "nb-train.conllu"
    path.write_text(SAMPLE, encoding="utf8")
    return conllu.read_articles(path, "nb")[0]


def test_gold_and_raw_text_meet(article: conllu.Article) -> None:
    nlp = spacy.blank("nb")
    example = next(documents.plain_examples(nlp, [article]))
    assert example.predicted.text == "«Oslo vil», sa Kari."
    assert [(e.text, e.label_) for e in example.reference.ents] == [("Oslo", "GPE_ORG"), ("Kari", "PER")]
    assert example.reference[2].dep_ == "ROOT"


@pytest.mark.parametrize("seed", range(30))
def test_variants_keep_one_tree_and_its_entities(article: conllu.Article, seed: int) -> None:
    sentence = article.sentences[0]
    tokens = augment.vary(sentence, augment.name_pools([sentence]), random.Random(seed), 5.0)
    doc = documents.make_doc(spacy.blank("nb"), [tokens], [""])
    assert len(list(doc.sents)) == 1
    assert [e.label_ for e in doc.ents] == ["GPE_ORG", "PER"]
    assert [t.dep_ for t in doc].count("ROOT") == 1


def test_period_goes_only_at_the_end(article: conllu.Article) -> None:
    assert [t.form for t in augment.drop_period(article.sentences[0].tokens)][-1] == "Kari"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("I 2007-2008.", ["I", "2007", "-", "2008", "."]),
        ("(Se kap. 3):", ["(", "Se", "kap.", "3", ")", ":"]),
        ("Ikkje eg.", ["Ikkje", "eg", "."]),
        ("«Doom»-spillet", ["«", "Doom", "»", "-spillet"]),
    ],
)
def test_tokenizer_repairs(text: str, tokens: list[str]) -> None:
    assert [t.text for t in norwegian_tokenizer(spacy.blank("nb").vocab)(text)] == tokens
