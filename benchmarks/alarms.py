"""Edited texts in, a table of findings per rule and level per 1,000 words out: how often the rules cry wolf.

    python benchmarks/alarms.py [--select RULE,...] [--channel internt] [--show] FILE...

`tegn` and `tall-format` (typography) are counted apart. `--show` prints each finding with its surroundings.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path

from ipr_lint import readers, rulebook
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.model import FileReport, Finding, Level

TYPOGRAPHY = ("tegn", "tall-format")
LEVELS = (Level.ERROR, Level.WARNING, Level.SUGGESTION)
LIMITS = {Level.ERROR: 0.3, Level.WARNING: 3.0}  # per 1,000 words of edited text; issue 5


def main() -> None:
    """Lint the files and print the figures."""
    args = _arguments()
    settings = Settings(select=_list(args.select), ignore=_list(args.ignore), channel=args.channel,
                        today=date.fromisoformat(args.today), pipeline=args.pipeline)
    engine = Engine(rulebook.load(), settings)
    for path in args.files:
        report = engine.lint(readers.read(path))
        words = sum(len(block.text.split()) for block in report.document.blocks) if report.document else 0
        print(f"{path}: {words} ord, {report.language}")
        for line in report.crashed:
            print(f"  KRASJ {line}")
        if args.show:
            for finding in report.findings:
                print(_shown(finding, report))
        print(table(report.findings, words))


def table(findings: tuple[Finding, ...], words: int) -> str:
    """One line per rule and level, then the totals; figures are counts and findings per 1,000 words."""
    counts = Counter((finding.level, finding.rule) for finding in findings if finding.suppressed is None)
    lines = []
    for level in LEVELS:
        own = {rule: n for (at, rule), n in counts.items() if at is level}
        lines += [f"  {level:<11}{rule:<24}{_rate(n, words)}" for rule, n in sorted(own.items(), key=_by_count)]
        total = sum(n for rule, n in own.items() if rule not in TYPOGRAPHY)
        limit = f"  (grense {LIMITS[level]})" if level in LIMITS else ""
        lines.append(f"  {level:<11}{'I ALT uten tegn og tall':<24}{_rate(total, words)}{limit}")
    return "\n".join(lines) + "\n"


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _rate(count: int, words: int) -> str:
    return f"{count:>6}{1000 * count / max(words, 1):>9.2f}"


def _shown(finding: Finding, report: FileReport) -> str:
    head = f"  {finding.level} {finding.rule}"
    if finding.span is None or report.document is None:
        return f"{head}: {finding.message}"
    text = report.document.blocks[finding.span.block].text
    start, end = finding.span.start, finding.span.end
    around = f"{text[max(0, start - 60):start]}⟦{text[start:end]}⟧{text[end:end + 60]}".replace("\n", " ")
    return f"{head}: {around}" + (f"   [{finding.evidence}]" if finding.evidence else "")


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--select", default="", help="rules or topics")
    parser.add_argument("--ignore", default="", help="rules or topics")
    parser.add_argument("--channel", default="internt")
    parser.add_argument("--today", default="2025-03-10")
    parser.add_argument("--pipeline", default=Settings().pipeline)
    parser.add_argument("--show", action="store_true", help="print each finding with its surroundings")
    return parser.parse_args()


if __name__ == "__main__":
    main()
