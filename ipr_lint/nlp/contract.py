"""A loaded spaCy pipeline in, what it lacks for the Norwegian checks out, as one message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ENTITY_LABELS = frozenset({"PER", "ORG", "LOC", "GPE_LOC", "GPE_ORG", "PROD", "EVT", "DRV"})
DEPENDENCIES = frozenset(
    {"nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "obj", "obl", "nmod", "amod", "case", "conj", "cc", "mark"}
    | {"det", "advmod", "advcl", "ccomp", "acl:relcl", "appos", "flat:name", "punct"}
)
ANNOTATIONS = ("pos", "feats", "lemma", "dependencies", "sentences", "entities")
PROBE = "Bøkene ble lest av elevene i Oslo i går. Vi liker dem, sier Kari Nordmann i Språkrådet."
_LISTED = 6


class ContractError(Exception):
    """The pipeline lacks annotation that the checks read; the message names all that is missing."""


def gaps(nlp: Language, needed: Iterable[str] = ANNOTATIONS) -> list[str]:
    """What the pipeline lacks, one phrase each, empty when it fulfils the contract.

    `needed`: names from `ANNOTATIONS`; leave out those whose components were not loaded. Runs the pipeline on two
    short sentences; labels are those of UD Norwegian v2 and NorNE. Raises: ValueError on an unknown name.
    """
    wanted = list(needed)
    if unknown := set(wanted) - set(ANNOTATIONS):
        raise ValueError(f"unknown annotation {sorted(unknown)}, expected names from {ANNOTATIONS}")
    if nlp.lang not in ("nb", "nn", "no"):
        return [f"a Norwegian language code (has lang = {nlp.lang!r})"]
    doc = nlp(PROBE)
    return [gap for name in wanted if (gap := _PROBES[name](nlp, doc))]


def require(nlp: Language, name: str, needed: Iterable[str] = ANNOTATIONS) -> None:
    """Nothing when the pipeline called `name` fulfils the contract. Raises: ContractError with all gaps."""
    if missing := gaps(nlp, needed):
        raise ContractError(
            f"pipeline {name!r} cannot serve the checks: it lacks {'; '.join(missing)}. Expected the components and "
            "labels of nb_core_news_sm 3.8 (UD v2, NorNE), as in the bundled nb_ipr_sm"
        )


def _pos(nlp: Language, doc: Doc) -> str:
    tags = {token.pos_ for token in doc}
    return "" if {"NOUN", "VERB", "PUNCT"} <= tags else "parts of speech (`token.pos_`, UPOS: morphologizer)"


def _feats(nlp: Language, doc: Doc) -> str:
    names = {name for token in doc for name in token.morph.to_dict()}
    return "" if {"Definite", "VerbForm"} <= names else "UD features (`token.morph`: morphologizer)"


def _lemma(nlp: Language, doc: Doc) -> str:
    words = [token for token in doc if token.is_alpha]
    changed = any(token.lemma_.lower() != token.lower_ for token in words)
    return "" if changed and all(token.lemma for token in words) else "lemmas (`token.lemma_`: lemmatizer)"


def _dependencies(nlp: Language, doc: Doc) -> str:
    if not doc.has_annotation("DEP"):
        return "dependencies (`token.dep_`: parser)"
    return _missing("dependency labels", DEPENDENCIES, _labels(nlp, "parser"))


def _sentences(nlp: Language, doc: Doc) -> str:
    return "" if doc.has_annotation("SENT_START") else "sentence boundaries (`doc.sents`: parser or senter)"


def _entities(nlp: Language, doc: Doc) -> str:
    if not doc.has_annotation("ENT_IOB"):
        return "entities (`doc.ents`: ner)"
    return _missing("entity labels", ENTITY_LABELS, _labels(nlp, "ner"))


def _labels(nlp: Language, component: str) -> Sequence[str]:
    return nlp.pipe_labels.get(component, [])


def _missing(kind: str, expected: frozenset[str], actual: Iterable[str]) -> str:
    lost = sorted(expected - set(actual))
    if not lost:
        return ""
    more = f" and {len(lost) - _LISTED} more" if len(lost) > _LISTED else ""
    return f"{kind} {', '.join(lost[:_LISTED])}{more}"


_PROBES: dict[str, Callable[[Language, Doc], str]] = {
    "pos": _pos,
    "feats": _feats,
    "lemma": _lemma,
    "dependencies": _dependencies,
    "sentences": _sentences,
    "entities": _entities,
}
