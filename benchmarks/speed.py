"""Text files -> how long ipr-lint takes beside what it can't do without: spaCy's nlp.pipe over the same text.

    python benchmarks/speed.py TEXT... [--files 100] [--words 100000]

Cuts the given text (one sentence or paragraph a line) into Markdown files and runs, side by side and in turn:
`python -c "import click, rich"`, `--help`, `rules`, `explain`; one cold Word draft beside loading the pipeline; all
files cold beside nlp.pipe alone; all files from the cache. Prints ratios of CPU seconds,
which a busy machine disturbs least, and the peak memory of each run in MB.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIPE = """
import sys, spacy
from pathlib import Path
texts = [p for f in sorted(Path(sys.argv[2]).glob('*.md')) for p in f.read_text('utf-8').split('\\n\\n')]
nlp = spacy.load(sys.argv[1])
for doc in nlp.pipe(texts, batch_size=64): pass
"""


def timed(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """CPU seconds (user and system) and peak memory (MB) of a command; a linter's findings are no failure."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command: list[str], env: dict[str, str], times: int = 3) -> tuple[float, float]:
    """The quickest of some runs, which is the least disturbed one."""
    return min(timed(command, env) for _ in range(times))


def corpus(sources: list[Path], folder: Path, files: int, words: int) -> int:
    """Write the files; every paragraph is as many lines as give 60 words. Returns the number of words written."""
    lines = [line for source in sources for line in source.read_text("utf-8").splitlines() if line.strip()]
    stream, written = itertools.cycle(lines), 0
    for number in range(files):
        parts, count = [f"# Utkast nummer {number}"], 0
        while count < words / files:
            part = next(stream)
            while len(part.split()) < 60:
                part += " " + next(stream)
            parts.append(f"{_first(part, words // files - count)} Sak {number}-{len(parts)}.")
            count += len(parts[-1].split())
        written += count
        (folder / f"{number:05}.md").write_text("\n\n".join(parts) + "\n", "utf-8")
    return written


def _first(text: str, words: int) -> str:
    return " ".join(text.split()[:words])


def main() -> None:
    """Run all pairs and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", nargs="+", type=Path)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--words", type=int, default=100_000)
    arguments = parser.parse_args()
    lint = [sys.executable, "-c", "from ipr_lint.cli import main; main()"]
    pipeline = str(ROOT / "ipr_lint" / "pipelines" / "nb_ipr_sm")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "drafts")
        folder.mkdir()
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env |= {"IPR_LINT_CACHE_DIR": str(Path(name, "cache")),
                "PYTHONPYCACHEPREFIX": str(Path(name, "compiled"))}  # as pip leaves an installed package
        written = corpus(arguments.text, folder, arguments.files, arguments.words)
        best([*lint, "rules"], env)  # the rulebook is read once
        floor = best([sys.executable, "-c", "import click, rich"], env, 5)
        print(f"import click, rich: {floor[0]:.3f} s")
        for command in (["--help"], ["rules"], ["explain", "navn-organisasjon"]):
            print(f"{command[0]}: {best([*lint, *command], env, 5)[0] / floor[0]:.2f} x")
        load = best([sys.executable, "-c", f"import spacy; spacy.load({pipeline!r})"], env)
        one = best([*lint, "--no-cache", str(ROOT / "fixtures" / "pressemelding-tog.docx")], env)
        print(f"one cold docx: {one[0]:.2f} s, {one[0] / load[0]:.2f} x loading the pipeline ({load[0]:.2f} s)")
        pipe = timed([sys.executable, "-c", PIPE, pipeline, str(folder)], env)
        cold = timed([*lint, str(folder), "--jobs", "1"], env)
        cached = best([*lint, str(folder), "--jobs", "1"], env)
        print(f"{arguments.files} files, {written} words: nlp.pipe {pipe[0]:.1f} s ({pipe[1]:.0f} MB), "
              f"cold {cold[0]:.1f} s ({cold[1]:.0f} MB) = {cold[0] / pipe[0]:.2f} x, "
              f"cached {cached[0]:.2f} s = {cached[0] / floor[0]:.2f} x import click, rich")


if __name__ == "__main__":
    main()
