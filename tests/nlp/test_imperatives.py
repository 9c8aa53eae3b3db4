"""Imperatives: told by the tagger, and by form where a capital hides the verb."""

from __future__ import annotations

import pytest

from ipr_lint.nlp.imperatives import imperatives
from ipr_lint.nlp.pipelines import Pipelines

VERBS = frozenset({"søke", "svare", "levere", "melde"})


@pytest.fixture(scope="module")
def pipelines() -> Pipelines:
    return Pipelines()


@pytest.mark.parametrize(("text", "found"), [
    ("Søk om plass innen fredag 18. desember.", ["Søk"]),
    ("Bestill plass innen 3. mars.", ["Bestill"]),
    ("Stem på kandidaten din.", ["Stem"]),
    ("Foreslå en kandidat.", ["Foreslå"]),
    ("Svar på spørreundersøkelsen.", ["Svar"]),
    ("Røyst på kandidaten din innan 3. mars.", ["Røyst"]),
    ("Har du forslag, så send dem til oss.", ["send"]),
    ("Si fra innen onsdag hvis noe ikke stemmer.", ["Si"]),
    ("Svar ble gitt 3. mars.", []),
    ("Møte på Teams 3. mars.", []),
    ("Krav om svar innen 3. mars.", []),
    ("Frist 3. mars.", []),
    ("Tog til Hamar fra 3. mars.", []),
    ("Støtte til tog kommer 3. mars.", []),
    ("Har dere svart på spørsmålene?", []),
])
def test_imperatives(pipelines: Pipelines, text: str, found: list[str]) -> None:
    (doc,) = pipelines.parse([text])
    assert [token.text for token in imperatives(doc, 0, len(text), VERBS)] == found
