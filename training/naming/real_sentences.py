"""Edited sentences with the name in the place of another name -> how often the naming rules read it as that one’s type.

Places (GPE_LOC, LOC) should be read as the area, organisations (ORG, GPE_ORG) as the organisation. Read with the
pipeline, not with the treebank's trees, so the figures include its errors; names that are no regions («ombord på
Colin Archer») keep both figures below what drafts give. Use a development part, never a test part.

    python training/naming/real_sentences.py TREEBANK_FOLDER [--wrong FILE]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from check_lexicon import names, sentences

from ipr_lint import readers, rulebook
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.nlp.mentions import Mention, Sense, in_draft

_NAME = "Osloregionen"
_READ_AS = {"GPE_LOC": Sense.AREA, "LOC": Sense.AREA, "GPE_ORG": Sense.ORGANISATION, "ORG": Sense.ORGANISATION}
_ISLANDS = "på"  # «på Svalbard»: never said of the region


def substituted(rows: list[list[str]], first: int, last: int) -> tuple[str, int]:
    """The sentence with the name in the place of the tokens `first` to `last`, and where it stands."""
    text, start = "", 0
    for index, row in enumerate(rows):
        gap = "" if "SpaceAfter=No" in row[9] else " "
        if index == first:
            start = len(text)
            text += _NAME + ("s" if "Case=Gen" in rows[last - 1][5] else "")
        if first <= index < last:
            text += gap if index == last - 1 else ""
        else:
            text += row[1] + gap
    return text, start


def verdicts(engine: Engine, folder: Path) -> Iterator[tuple[str, Mention, str]]:
    """Entity type, what the rules make of it, and the sentence."""
    for path in sorted(folder.glob("*-dev.conllu")):
        for rows in sentences(path):
            for first, last, kind in names(rows):
                if kind not in _READ_AS or (first and rows[first - 1][1].lower() == _ISLANDS):
                    continue
                text, start = substituted(rows, first, last)
                document = readers.read(Path("utkast.txt"), data=text.encode())
                for mention in in_draft(engine.analyse(document, Settings())):
                    if mention.place.start == start:
                        yield kind, mention, text


def main() -> None:
    """Print the verdicts by type; write what was read as the other type to a file, if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", type=Path)
    options = parser.parse_args()
    engine = Engine(rulebook.load(), Settings())
    count: Counter[tuple[str, Sense]] = Counter()
    wrong: list[str] = []
    for kind, mention, text in verdicts(engine, options.folder):
        count[kind, mention.sense] += 1
        if mention.sense not in (_READ_AS[kind], Sense.UNSURE):
            wrong.append(f"{kind}\t{mention.sense}\t{mention.why}\t{text}")
    for kind in _READ_AS:
        print(kind, {sense.value: count[kind, sense] for sense in Sense})
    if options.wrong:
        options.wrong.write_text("\n".join(wrong) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
