"""A shipped pipeline folder in (scores in its meta.json), its MODEL_CARD.md out. python training/card.py FOLDER"""
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from evaluate import COLUMNS, LABELS

PARTS = ("dev-nb", "dev-nn", "held-out-nb", "held-out-nn")


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def percent(value: float | None) -> str:
    """A share as per cent with one decimal."""
    return "–" if value is None else f"{100 * value:.1f}"


def scores(performance: dict[str, Any]) -> str:
    """Both score tables: per component and per entity type."""
    parts = [part for part in PARTS if part in performance]
    main = [[part, *(percent(performance[part][key]) for key in COLUMNS.values())] for part in parts]
    types = [[part, *(percent(performance[part]["ents_f_per_type"].get(label)) for label in LABELS)] for part in parts]
    return table(["part", *COLUMNS], main) + "\n\n" + table(["NER F", *LABELS], types)


def card(meta: dict[str, Any], notes: str) -> str:
    """The whole card."""
    labels = {name: found for name, found in meta["labels"].items() if name in ("parser", "ner")}
    listed = "\n".join(f"- **{name}**: {', '.join(found)}" for name, found in labels.items())
    sources = "\n".join(f"- {s['name']} ({s['author']}), {s['license']}" for s in meta["sources"])
    return f"""# {meta['lang']}_{meta['name']} {meta['version']}

{meta['description']} Components: {', '.join(meta['pipeline'])}. Needs spaCy {meta['spacy_version']} and nothing else:
`spacy.load("path/to/{meta['lang']}_{meta['name']}")`. Licence {meta['license']}.

## Data
{sources}

The newspaper, blog, government and parliament texts themselves are not part of the pipeline.

## Scores (per cent)
Read from raw text: sentences joined by a space, 20 to a text. UAS and LAS leave punctuation out (spaCy's scorer).
*dev* was never trained on, but follows train in the same newspapers, so its names repeat; *held-out* are whole
documents (8 nb, 7 nn) kept out of train: the honest estimate for new text.

{scores(meta['performance'])}

## Labels
{listed}
- **morphologizer**: {len(meta['labels']['morphologizer'])} bundles of UPOS and UD v2 features (UD Norwegian up to 2.8)
- **lemmatizer**: edit trees learned from both standards

{notes}"""


def main() -> None:
    """Command line."""
    folder = Path(sys.argv[1])
    notes = Path(__file__).with_name("card-notes.md").read_text(encoding="utf8")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf8"))
    (folder / "MODEL_CARD.md").write_text(card(meta, notes), encoding="utf8")


if __name__ == "__main__":
    main()
