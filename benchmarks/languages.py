"""Language verdicts against a labelled set: JSONL {id, lang, size, text} in, share flagged as foreign and time out.

    python benchmarks/languages.py SET.jsonl [--errors]

Bokmål, Nynorsk and English are at home here; every other verdict that is sure counts as flagged.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from ipr_lint import rulebook
from ipr_lint.facts.languages import LanguageFeatures
from ipr_lint.nlp.languages import judge

HOME = ("nb", "nn", "en")


def main() -> None:
    """Command line."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("set", type=Path)
    args.add_argument("--errors", action="store_true")
    given = args.parse_args()
    features = rulebook.load().facts.get(LanguageFeatures)
    counts: Counter[tuple[str, str, bool]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    items = [json.loads(line) for line in given.set.read_text(encoding="utf-8").splitlines() if line.strip()]
    started = time.perf_counter()
    for item in items:
        verdict = judge(item["text"], features)
        flagged = bool(verdict and verdict.sure and verdict.language not in HOME)
        counts[item["lang"], item["size"], flagged] += 1
        right[item["lang"], item["size"]] += bool(verdict and verdict.sure and verdict.language == item["lang"])
        if given.errors and flagged == (item["lang"] in HOME):
            print(item["lang"], verdict, item["text"])
    spent = time.perf_counter() - started
    for lang, size in sorted({key[:2] for key in counts}):
        number = counts[lang, size, True] + counts[lang, size, False]
        print(f"{lang} {size:<10} flagged {counts[lang, size, True] / number:.4f}  named right "
              f"{right[lang, size] / number:.4f}  of {number}")
    sys.stdout.write(f"{1000 * spent / len(items):.2f} ms an item, loading included\n")


if __name__ == "__main__":
    main()
