"""NorNE training sentences -> how the naming lexicon does on the same question for other names (GPE_LOC against ORG).

Each name of the treebank stands where the organisation's name would; its gold tags and tree replace the pipeline's. The
figures tell how general the word lists of `rules/facts/names.yaml` are, and the words that most often speak for the
wrong side are listed, for a person to judge. Nothing is written to the lists by this script.

    python training/naming/check_lexicon.py TREEBANK_FOLDER [--words 40]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc

from ipr_lint import rulebook
from ipr_lint.facts.names import Names
from ipr_lint.nlp.mentions.classify import grammar
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading
from ipr_lint.nlp.mentions.spot import Form, Place

_SENSES = {"ORG": 1, "GPE_ORG": 1, "GPE_LOC": -1, "LOC": -1}
_NAME = re.compile(r"name=([BI])-(\w+)|name=O")
Row = list[str]


def sentences(path: Path) -> Iterator[list[Row]]:
    """The token rows of each sentence of a CoNLL-U file."""
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            row = line.split("\t")
            rows += [row] if row[0].isdigit() else []
        elif not line and rows:
            yield rows
            rows = []


def parsed(vocab: spacy.vocab.Vocab, rows: list[Row]) -> Doc:
    """A Doc with the sentence's gold annotation."""
    heads = [int(row[6]) - 1 if row[6] != "0" else index for index, row in enumerate(rows)]
    return Doc(
        vocab,
        words=[row[1] for row in rows],
        lemmas=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        morphs=["" if row[5] == "_" else row[5] for row in rows],
        heads=heads,
        deps=["ROOT" if row[6] == "0" else row[7] for row in rows],
    )


def names(rows: list[Row]) -> Iterator[tuple[int, int, str]]:
    """First token, end and type of each entity."""
    start, kind = -1, ""
    for index, row in enumerate([*rows, ["", "", "", "", "", "", "", "", "", "name=O"]]):
        match = _NAME.search(row[9])
        inside = match is not None and match[1] == "I"
        if start >= 0 and not inside:
            yield start, index, kind
            start = -1
        if match is not None and match[1] == "B":
            start, kind = index, match[2]


def main() -> None:
    """Print accuracy by entity type and the words that mislead most."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=40)
    options = parser.parse_args()
    lexicon = Lexicon(rulebook.load().facts.get(Names))
    vocab = spacy.blank("nb").vocab
    counts: Counter[tuple[str, str]] = Counter()
    misled: Counter[tuple[str, str]] = Counter()
    helped: Counter[tuple[str, str]] = Counter()
    for path in sorted(options.folder.glob("*-train.conllu")):
        for rows in sentences(path):
            found = [name for name in names(rows) if name[2] in _SENSES]
            doc = parsed(vocab, rows) if found else None
            for first, last, kind in found:
                assert doc is not None
                genitive = "Gen" in doc[last - 1].morph.get("Case", [])
                place = Place(0, 0, Form.BARE, 0, "s" if genitive else "")
                evidence = list(grammar(Reading(doc, first, last, 0, len(doc)), place, lexicon))
                score = sum(one.weight for one in evidence)
                verdict = "undecided" if abs(score) < 0.35 else "right" if score * _SENSES[kind] > 0 else "wrong"
                counts[kind, verdict] += 1
                for one in evidence:
                    side = helped if one.weight * _SENSES[kind] > 0 else misled
                    side[one.why, "organisation" if one.weight > 0 else "area"] += 1
    for kind in _SENSES:
        n = {verdict: counts[kind, verdict] for verdict in ("right", "wrong", "undecided")}
        print(f"{kind:8} {n}  right of decided {n['right'] / max(1, n['right'] + n['wrong']):.3f}")
    for (why, side), n in misled.most_common():
        if n > helped[why, side] and options.words > 0:
            options.words -= 1
            print(f"{n:4} wrong {helped[why, side]:4} right  {side:12} {why}")


if __name__ == "__main__":
    main()
