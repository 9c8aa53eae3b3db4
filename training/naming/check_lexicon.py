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
from spacy.vocab import Vocab

from ipr_lint import rulebook
from ipr_lint.facts.names import Names
from ipr_lint.nlp.mentions.classify import grammar
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading
from ipr_lint.nlp.mentions.spot import Form, Place

_SENSES = {"ORG": 1, "GPE_ORG": 1, "GPE_LOC": -1, "LOC": -1}
_DECIDED = 0.35  # log-odds, as `weights.decided` in names.yaml
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


def parsed(vocab: Vocab, rows: list[Row]) -> Doc:
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


class Tally:
    """Verdicts by entity type, and how often each piece of evidence was on the right and on the wrong side."""

    def __init__(self) -> None:
        self.verdicts: Counter[tuple[str, str]] = Counter()
        self.misled: Counter[tuple[str, str]] = Counter()
        self.helped: Counter[tuple[str, str]] = Counter()

    def add(self, kind: str, evidence: list[Evidence]) -> None:
        """Count one name of an entity type with its evidence."""
        truth = _SENSES[kind]
        score = sum(one.weight for one in evidence) * truth
        self.verdicts[kind, "undecided" if abs(score) < _DECIDED else "right" if score > 0 else "wrong"] += 1
        for one in evidence:
            side = self.helped if one.weight * truth > 0 else self.misled
            side[one.why, "organisation" if one.weight > 0 else "area"] += 1

    def print(self, words: int) -> None:
        """Accuracy by type, then the `words` pieces of evidence that mislead most."""
        for kind in _SENSES:
            n = {verdict: self.verdicts[kind, verdict] for verdict in ("right", "wrong", "undecided")}
            print(f"{kind:8} {n}  right of decided {n['right'] / max(1, n['right'] + n['wrong']):.3f}")
        worst = [(key, n) for key, n in self.misled.most_common() if n > self.helped[key]]
        for (why, side), times in worst[:words]:
            print(f"{times:4} wrong {self.helped[why, side]:4} right  {side:12} {why}")


def main() -> None:
    """Read the training parts and print the tally."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=40)
    options = parser.parse_args()
    lexicon, vocab, tally = Lexicon(rulebook.load().facts.get(Names)), spacy.blank("nb").vocab, Tally()
    for path in sorted(options.folder.glob("*-train.conllu")):
        for rows in sentences(path):
            if not (found := [name for name in names(rows) if name[2] in _SENSES]):
                continue
            doc = parsed(vocab, rows)
            for first, last, kind in found:
                genitive = "Gen" in doc[last - 1].morph.get("Case", [])
                place = Place(0, 0, Form.BARE, 0, "s" if genitive else "")
                tally.add(kind, list(grammar(Reading(doc, first, last, 0, len(doc)), place, lexicon)))
    tally.print(options.words)


if __name__ == "__main__":
    main()
