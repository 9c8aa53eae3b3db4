"""Golden drafts: what ipr-lint says of each fixture, in a file beside it; `python -m tests.golden` writes them anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from ipr_lint.cli.run import Runner
from ipr_lint.config import Settings

FOLDER = Path(__file__).parent.parent / "fixtures"
DRAFTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".docx", ".md", ".html", ".txt"))
TODAY = date(2025, 3, 10)


def runner() -> Runner:
    """One runner for all drafts, without the cache; spelling depends on what is installed, and is tested elsewhere."""
    return Runner(Settings(today=TODAY, ignore=("stavefeil",)), use_cache=False)


def said(draft: Path, made: Runner) -> str:
    """The findings of a draft, one a line, then messages, guessed channel and skipped rules."""
    entry: dict[str, Any] = msgspec.to_builtins(made.made((str(draft), None))[0])
    lines = [f"# {entry['language']}, {entry['channel']}"]
    lines += [f"# uleselig: {entry['error']}"] if entry["error"] else []
    lines += [_line(finding) for finding in entry["findings"]]
    lines.append("# budskap: " + (" ".join(m["id"] for m in entry["messages"] if m["found"]) or "ingen"))
    lines += [f"# ikke sjekket: {skip['rule']} ({skip['reason']})" for skip in entry["skipped"]]
    lines += [f"# brøt sammen: {crash}" for crash in entry["crashed"]]
    return "\n".join(lines) + "\n"


def expected(draft: Path) -> Path:
    """Where the golden file of a draft stands."""
    return draft.with_name(draft.name + ".expected")


def _line(finding: dict[str, Any]) -> str:
    span = finding["span"]
    if span is None:
        return f"{finding['level']} {finding['rule']} dokumentet"
    start, end = span["start"], span["end"]
    text = span["text"] if len(span["text"]) <= 60 else span["text"][:40] + "…" + span["text"][-15:]
    place = f"{start['line']}:{start['column']}-{end['line']}:{end['column']}"
    return f"{finding['level']} {finding['rule']} {place} «{text}»"


if __name__ == "__main__":
    linter = runner()
    for path in DRAFTS:
        expected(path).write_text(said(path, linter), encoding="utf-8")
