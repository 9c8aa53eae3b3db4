"""Annotates a corpus of Word files and has LibreOffice open the results: text, comments, anchors and changes compared.

Run: python benchmarks/word_roundtrip.py WORK-FOLDER [MORE-DOCX-OR-FOLDERS ...]
Needs LibreOffice and poppler-utils. PDFs stay in the work folder to be looked at.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

# ruff: noqa: E402 – the checkout comes before an installed package
from benchmarks.word_corpus import build
from ipr_lint.model import UnreadableError
from tests.word.roundtrip import check

# Shown by files without any of our code in them: LibreOffice's import is at fault, Word's is not.
KNOWN = {"xml-noter": "LibreOffice 7.4 gir fotnoter feil tekst når en merknad står mellom dem"}


def main() -> int:
    """One line per file that fails, and the totals."""
    work = Path(sys.argv[1])
    for name in ("korpus", "inn", "kommentert", "sporet", "godtatt", "forkastet", "pdf"):
        (work / name).mkdir(parents=True, exist_ok=True)
    build(work / "korpus")
    given = [Path(argument) for argument in sys.argv[2:]]
    files = sorted((work / "korpus").glob("*.docx"))
    files += [path for one in given for path in (sorted(one.rglob("*.docx")) if one.is_dir() else [one])]
    names, failed, skipped, comments, changes = [], 0, [], 0, 0
    for number, path in enumerate(files):
        name = f"{number:03}-{path.name}"
        try:
            done = check(path.read_bytes(), name)
        except UnreadableError as error:
            skipped.append(f"{path.name}: {error}")
            continue
        except AssertionError as error:
            failed += 1
            print(f"FEIL {path}: {error!r}"[:300])
            continue
        names.append(name)
        comments, changes = comments + done.comments, changes + done.changes
        for folder, content in done.files.items():
            (work / folder / name).write_bytes(content)
    differing = compare_pages(work, names)
    print(f"{len(names)} filer: {comments} kommentarer, {changes} sporede endringer; {failed} feilet; "
          f"{differing} skiller seg i LibreOffice; {len(skipped)} uten tekst: {', '.join(skipped)}")
    return 1 if failed or differing else 0


def compare_pages(work: Path, names: list[str]) -> int:
    """Convert with LibreOffice; a copy with comments, and one with its changes rejected, must print as the draft."""
    texts: dict[str, dict[str, str]] = {}
    for folder in ("inn", "kommentert", "forkastet", "sporet", "godtatt"):
        target = work / "pdf" / folder
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(target),
                        *(str(work / folder / name) for name in names)], check=True, capture_output=True)
        texts[folder] = {name: printed((target / name).with_suffix(".pdf")) for name in names}
    differing = 0
    for name in names:
        for folder in ("kommentert", "forkastet"):
            if texts[folder][name] != texts["inn"][name]:
                known = next((why for part, why in KNOWN.items() if part in name), "")
                differing += not known
                print(f"{'KJENT' if known else 'ULIK'} {folder}/{name} {known}")
    return differing


def printed(pdf: Path) -> str:
    """All text on the pages of a PDF."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
