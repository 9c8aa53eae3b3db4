"""A folder of drafts -> how long ipr-lint takes beside textlint, proselint and cspell on the same files, in one go.

    python benchmarks/side_by_side.py FOLDER [--tools DIR] [--times 3]

Installs the other tools from their registries into DIR (default: a temporary folder): textlint with four rules of
patterns and word lists, textlint with four that read sentences, cspell with its Norwegian dictionary, proselint. Runs
all in turn, cold (no cache), again, and with each tool's own cache where it has one; prints CPU seconds (user and
system, which a busy machine disturbs least), elapsed seconds, peak memory, and the ratio of CPU seconds to ipr-lint
cold. The others get only Markdown and text files.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TEXTLINT = {  # the name of a configuration, and its four rules
    "words": ("sentence-length", "no-todo", "terminology", "common-misspellings"),
    "sentences": ("rousseau", "alex", "write-good", "terminology"),
}
NPM = ["textlint", *sorted({f"textlint-rule-{rule}" for rules in TEXTLINT.values() for rule in rules}), "cspell",
       "@cspell/dict-nb-no"]
CSPELL = {"version": "0.2", "language": "nb,en", "import": ["@cspell/dict-nb-no/cspell-ext.json"]}


def install(folder: Path) -> None:
    """Fetch the tools; what is there already is kept."""
    if not (folder / "node_modules").is_dir():
        (folder / "package.json").write_text("{}", "utf-8")
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *NPM], check=True)
    if not (folder / "venv").is_dir():
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
        subprocess.run([folder / "venv" / "bin" / "pip", "install", "-q", "proselint"], check=True)
    for name, rules in TEXTLINT.items():
        (folder / f"textlint-{name}.json").write_text(json.dumps({"rules": dict.fromkeys(rules, True)}), "utf-8")
    (folder / "cspell.json").write_text(json.dumps(CSPELL), "utf-8")


def commands(tools: Path, folder: Path, files: list[str]) -> dict[str, list[str]]:
    """What is run, by the name in the table."""
    lint = [sys.executable, "-c", "from ipr_lint.cli import main; main()", "check", "-q", "--jobs", "1", str(folder)]
    bin_ = tools / "node_modules" / ".bin"
    base = ["env", "-C", str(tools), str(bin_ / "textlint"), "--config"]  # it finds rules only from where they stand
    textlint, sentences = [*base, "textlint-words.json"], [*base, "textlint-sentences.json"]
    cspell = [str(bin_ / "cspell"), "lint", "--quiet", "--no-progress", "--config", str(tools / "cspell.json"),
              "--root", str(folder.resolve())]
    return {
        "ipr-lint cold": [*lint, "--no-cache"],
        "ipr-lint, two processes": [*lint, "--no-cache", "--jobs", "2"],
        "ipr-lint, fills its cache": lint,
        "ipr-lint cached": lint,
        "textlint cold": [*textlint, *files],
        "textlint cold, sentences": [*sentences, *files],
        "textlint, fills its cache": [*textlint, "--cache", "--cache-location", str(tools / ".tl-cache"), *files],
        "textlint cached": [*textlint, "--cache", "--cache-location", str(tools / ".tl-cache"), *files],
        "cspell cold": [*cspell, "--no-cache", *files],
        "proselint cold": [str(tools / "venv" / "bin" / "proselint"), "check", *files],
    }


def timed(command: list[str], env: dict[str, str]) -> tuple[float, float, float]:
    """CPU seconds, elapsed seconds and peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Run every command in turn, `times` rounds, and print the quickest of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tools", type=Path)
    parser.add_argument("--times", type=int, default=3)
    arguments = parser.parse_args()
    files = [str(path.resolve()) for path in sorted(arguments.folder.rglob("*")) if path.suffix in (".md", ".txt")]
    with tempfile.TemporaryDirectory() as name:
        tools = (arguments.tools or Path(name)).resolve()
        tools.mkdir(exist_ok=True)
        install(tools)
        rows: dict[str, tuple[float, float, float]] = {}
        for turn in range(arguments.times):
            env = {**os.environ, "IPR_LINT_CACHE_DIR": str(Path(name, f"cache-{turn}"))}
            (tools / ".tl-cache").unlink(missing_ok=True)
            for label, command in commands(tools, arguments.folder, files).items():
                rows[label] = min(rows.get(label, (1e9, 0.0, 0.0)), timed(command, env))
        base = rows["ipr-lint cold"][0]
        for label, (cpu, seconds, memory) in rows.items():
            print(f"{label:28} {cpu:7.2f} s CPU {seconds:7.2f} s {memory:6.0f} MB {cpu / base:6.2f} x")


if __name__ == "__main__":
    main()
