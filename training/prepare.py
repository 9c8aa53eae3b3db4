"""Treebank folder out of one's own checkouts: NorNE (and, if given, UD Norwegian 2.8 or older) in, nb/nn CoNLL-U out.

    python training/prepare.py --norne ~/norne --out training/data [--ud-nb DIR --ud-nn DIR]

NorNE's files carry both UD annotation and `name=` tags. With a UD checkout the annotation is UD's and the tags NorNE's,
matched by the sentence's words; sentences that NorNE lacks are left out and counted. UD releases after 2.8 follow
another scheme (see the README). Nothing that this makes may be committed: the texts may not be republished.
"""
from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

NORNE_FOLDERS = {"nb": "nob", "nn": "nno"}
PARTS = ("train", "dev")
LABELS = {"PER", "ORG", "LOC", "GPE_LOC", "GPE_ORG", "PROD", "EVT", "DRV", "MISC"}


def blocks(path: Path) -> Iterator[list[str]]:
    """The lines of each sentence."""
    lines: list[str] = []
    for line in path.read_text(encoding="utf8").splitlines():
        if line.strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def words(block: list[str]) -> list[list[str]]:
    """The columns of the sentence's words."""
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    return [row for row in rows if row[0].isdigit()]


def tags(block: list[str]) -> list[str]:
    """NorNE's tags, one per word. Raises SystemExit on a label of another scheme."""
    found = [next((p[5:] for p in row[9].split("|") if p.startswith("name=")), "") for row in words(block)]
    if unknown := {tag[2:] for tag in found if tag not in ("", "O")} - LABELS:
        raise SystemExit(f"entity labels {sorted(unknown)} are not NorNE's full set {sorted(LABELS)}")
    return found


def find(folder: Path, part: str) -> Path:
    """The one CoNLL-U file of a part in a checkout."""
    found = sorted(folder.rglob(f"*{part}*.conllu"))
    if len(found) != 1:
        raise SystemExit(f"expected one *{part}*.conllu in {folder}, found {len(found)}")
    return found[0]


def tagged(ud: Path, norne: Path) -> Iterator[str]:
    """UD's sentences with NorNE's tags in MISC."""
    known = {tuple(row[1] for row in words(block)): tags(block) for block in blocks(norne)}
    lost = 0
    for block in blocks(ud):
        names = known.get(tuple(row[1] for row in words(block)))
        if names is None:
            lost += 1
            continue
        rest = iter(names)
        for line in block:
            cols = line.split("\t")
            if cols[0].isdigit():
                misc = [p for p in cols[9].split("|") if p != "_" and not p.startswith("name=")]
                line = "\t".join([*cols[:9], "|".join([*misc, f"name={next(rest) or 'O'}"])])
            yield line
        yield ""
    print(f"{ud.name}: {lost} sentences without NorNE tags left out", file=sys.stderr)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--norne", type=Path, required=True, help="checkout with ud/nob and ud/nno")
    parser.add_argument("--ud-nb", type=Path)
    parser.add_argument("--ud-nn", type=Path)
    parser.add_argument("--out", type=Path, default=Path("training/data"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for lang, ud in (("nb", args.ud_nb), ("nn", args.ud_nn)):
        for part in PARTS:
            norne = find(args.norne / "ud" / NORNE_FOLDERS[lang], part)
            source = find(ud, part) if ud else norne
            target = args.out / f"{lang}-{part}.conllu"
            target.write_text("\n".join(tagged(source, norne)) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
