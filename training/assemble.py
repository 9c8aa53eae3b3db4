"""Trained parts in, the shipped pipeline folder out: one config, only the strings that are needed, scores in meta.json.

    python training/assemble.py MAIN NER OUT --version 1.0.0 [--treebank DIR]
"""
from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import evaluate
import spacy
from spacy.language import Language
from spacy.util import load_config

META = {
    "spacy_version": ">=3.8.2,<3.9.0",
    "name": "ipr_sm", "author": "ipr-lint maintainers", "license": "MIT",
    "description": "Norwegian Bokmål and Nynorsk, one pipeline: UD v2 tags and dependencies, lemmas, NorNE entities.",
    "sources": [
        {"name": "Norwegian Dependency Treebank", "author": "National Library of Norway", "license": "CC0"},
        {"name": "UD Norwegian (scheme; dev part)", "author": "Øvrelid, Hohle, Velldal", "license": "CC BY-SA 4.0"},
        {"name": "NorNE", "author": "University of Oslo, NRK, Schibsted, National Library of Norway", "license": "CC0"},
    ],
}


def combine(main: Path, ner: Path, out: Path) -> Language:
    """Both parts in one pipeline; the recogniser listens to the layer it was trained on, which must be main's."""
    if (main / "tok2vec/model").read_bytes() != (ner / "tok2vec/model").read_bytes():
        raise SystemExit(f"{ner} was trained on another shared layer than {main}")
    shutil.copytree(main, out, dirs_exist_ok=True)
    shutil.copytree(ner / "ner", out / "ner")
    config, part = load_config(main / "config.cfg"), load_config(ner / "config.cfg")
    config["components"]["ner"] = part["components"]["ner"]
    first, *rest = config["nlp"]["pipeline"]
    config["nlp"]["pipeline"] = [first, "ner", *rest]  # before the parser, whose sentence boundaries would bind it
    config.to_disk(out / "config.cfg")
    return spacy.load(out)


def tree_strings(nlp: Language) -> list[str]:
    """What the lemmatizer's edit trees replace and put in; all other strings come back with the components."""
    trees: Any = nlp.get_pipe("lemmatizer").trees  # type: ignore[attr-defined]
    keys = {trees[i][part] for i in range(len(trees)) for part in ("orig", "subst") if part in trees[i]}
    return sorted(nlp.vocab.strings[key] for key in keys)


def performance(nlp: Language, treebank: Path) -> dict[str, Any]:
    """Dev and held-out scores per language, rounded."""
    result: dict[str, Any] = {}
    for part in ("dev", "held-out"):
        for lang, articles in evaluate.articles_of(treebank, part).items():
            scores = evaluate.score(nlp, articles, 20)
            kept = {key: round(scores[key], 4) for key in evaluate.COLUMNS.values()}
            types = {label: round(value["f"], 4) for label, value in scores["ents_per_type"].items()}
            result[f"{part}-{lang}"] = {**kept, "ents_f_per_type": types}
    return result


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("main", type=Path)
    parser.add_argument("ner", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--treebank", type=Path, help="score on it and put the scores in meta.json")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        nlp = combine(args.main, args.ner, Path(folder) / "nlp")
    nlp.meta.update(META, version=args.version)
    if args.treebank:
        nlp.meta["performance"] = performance(nlp, args.treebank)
    nlp.to_disk(args.out)
    strings = json.dumps(tree_strings(nlp), ensure_ascii=False, indent=0)
    (args.out / "vocab" / "strings.json").write_text(strings, encoding="utf8")


if __name__ == "__main__":
    main()
