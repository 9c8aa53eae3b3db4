"""Sentence boundaries against a treebank: CoNLL-U file in, F1 of the project's segmentation out.

    python benchmarks/segmentation.py FILE.conllu [--voice rules|colons|parser|both] [--pipeline NAME] [--errors]

Voices: `rules` are the sentences LIX counts; `colons` adds the ends at colons; `both` (the default: what the checks
call a sentence as heard) lets the parser find headings and captions that were glued on; `parser` is the parser alone.

Raw text is made paragraph by paragraph (`# newpar`) from the `# text` lines. Two readings: `paragraphs` glues all in
a paragraph with spaces, as it stands; `blocks` puts a headline or caption without end mark on its own, as every
reader of ours does. A boundary counts where a gold sentence ends; the ends of texts, which are given, count too, as
in the CoNLL evaluation.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ipr_lint import rulebook
from ipr_lint.facts.abbreviations import Abbreviations
from ipr_lint.nlp.analysis import plain
from ipr_lint.nlp.boundaries import refine
from ipr_lint.nlp.pipelines import DEFAULT, Pipelines
from ipr_lint.nlp.sentences import split

_MARKED = re.compile(r"[.?!…:][»”\"')\]]*$")


def paragraphs(path: Path) -> Iterator[list[str]]:
    """The sentences of each paragraph."""
    current: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and current:
            yield current
            current = []
        elif line.startswith("# text ="):
            current.append(line.removeprefix("# text =").strip())
    if current:
        yield current


def blocks(paragraph: list[str]) -> Iterator[list[str]]:
    """A paragraph cut around its sentences without end mark."""
    current: list[str] = []
    for sentence in paragraph:
        if _MARKED.search(sentence):
            current.append(sentence)
            continue
        if current:
            yield current
        yield [sentence]
        current = []
    if current:
        yield current


def finder(voice: str, pipeline: str) -> Callable[[str], set[int]]:
    """Text -> the offsets at which sentences end."""
    abbreviations = rulebook.load().facts.get(Abbreviations)
    pipelines = Pipelines(pipeline)

    def find(text: str) -> set[int]:
        doc = pipelines.parse([plain(text)])[0] if voice in ("both", "parser") else None
        if doc is not None and voice == "parser":
            return {sent.end_char for sent in doc.sents}
        own = list(split(text, abbreviations))
        return {one.end for one in (own if voice == "rules" else refine(text, own, abbreviations, doc))}

    return find


def score(texts: list[list[str]], find: Callable[[str], set[int]], errors: bool) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    hits = found = wanted = 0
    for sentences in texts:
        text = " ".join(sentences)
        gold, at = set(), 0
        for sentence in sentences:
            at += len(sentence)
            gold.add(at)
            at += 1
        got = find(text)
        hits, found, wanted = hits + len(gold & got), found + len(got), wanted + len(gold)
        for end in sorted(gold ^ got) if errors else ():
            print("missed  " if end in gold else "invented", f"{text[max(0, end - 50):end]}⟦|⟧{text[end:end + 40]}")
    precision, recall = hits / found, hits / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Command line."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("file", type=Path)
    args.add_argument("--voice", choices=("rules", "colons", "parser", "both"), default="both")
    args.add_argument("--pipeline", default=DEFAULT, help="name or folder of the spaCy pipeline")
    args.add_argument("--errors", action="store_true")
    given = args.parse_args()
    find = finder(given.voice, given.pipeline)
    whole = list(paragraphs(given.file))
    cut = [block for paragraph in whole for block in blocks(paragraph)]
    for name, texts in (("paragraphs", whole), ("blocks", cut)):
        precision, recall, f1 = score(texts, find, given.errors and name == "blocks")
        sys.stdout.write(f"{name:<11} precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}\n")


if __name__ == "__main__":
    main()
