"""Entries -> one self-contained HTML page: the drafts with their findings in place, filters, coverage, readability."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ipr_lint.reporters import Output
from ipr_lint.reporters.html.charts import bars, coverage, lix_scale
from ipr_lint.reporters.html.passages import passages
from ipr_lint.reporters.overview import message_titles
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.totals import lix_told, names_told, totals
from ipr_lint.reporters.words import HTML_WORDS, LIX_BANDS, TOTALS_WORDS, WORDS, count, language_name, lix_band, place
from ipr_lint.version import __version__

_FOLDER = Path(__file__).parent
LEVELS = ("error", "warning", "suggestion")


def render(output: Output) -> str:
    """The page; strict escaping, no network, and a policy that allows no script or style but its own."""
    style = (_FOLDER / "report.css").read_text(encoding="utf-8")
    script = (_FOLDER / "report.js").read_text(encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    language = output.ui_lang
    sums = Sums.of(output.entries)
    counts = sums.summary()
    files = [_file(number, msgspec.to_builtins(entry), output) for number, entry in enumerate(output.entries)]
    rules = Counter(f["rule"] for file in files for f in file["findings"])
    return environment.get_template("report.html.j2").render(
        language=language, words={**WORDS[language], **HTML_WORDS[language]}, version=__version__,
        strategy=output.strategy, style=Markup(style), script=Markup(script),  # noqa: S704 (our own two files)
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
               "form-action 'none'",
        counts=counts, told=[count(counts[level], level, language) for level in LEVELS],
        levels=LEVELS, rules=sorted(rules), files=files,
        statistics=bars(sorted(rules.items(), key=lambda item: (-item[1], item[0])), HTML_WORDS[language]["statistics"])
        if len(files) > 1 else "",
        pictures=_pictures(output, sums) if len(files) > 1 else [],
    )


def _pictures(output: Output, sums: Sums) -> list[tuple[str, Markup]]:
    """LIX and key messages over all drafts as a caption and bars, and the naming in words."""
    counted, words = totals(sums), TOTALS_WORDS[output.ui_lang]
    found = []
    if counted.lix:
        names = [f"{band[1 + (output.ui_lang == 'en')]} (< {band[0]})" for band in LIX_BANDS[:-1]]
        names.append(f"{LIX_BANDS[-1][1 + (output.ui_lang == 'en')]} (≥ {LIX_BANDS[-2][0]})")
        title = lix_told(counted.lix, output.ui_lang)
        found.append((title, bars(list(zip(names, counted.lix.bands, strict=True)), title)))
    if counted.messages:
        titles = message_titles(output)
        rows = [(_short(f"{one.id} {titles.get(one.id, '')}"), one.files) for one in counted.messages]
        found.append((words["messages"], bars(rows, words["messages"])))
    if counted.names:
        found.append((f"{words['name']}: {names_told(counted.names, output.ui_lang)}", Markup("")))
    return found


def _file(number: int, entry: dict[str, Any], output: Output) -> dict[str, Any]:
    language = output.ui_lang
    shown = [f for f in entry["findings"] if output.show_suppressed or not f["suppressed"]]
    for index, finding in enumerate(shown):
        rule = output.rulebook.rule(finding["rule"])
        finding["id"] = f"f{number}-{index}"
        finding["place"] = place(finding, entry["format"], language)
        finding["why"] = rule.why(language) if rule else ""
    lix = entry["metrics"].get("lix")
    return {
        **entry, "id": f"file{number}", "findings": shown,
        "named": language_name(entry["language"], output.rulebook, language),
        "passages": passages(entry.get("blocks") or [], shown),
        "lix": lix_scale(lix, f"LIX {lix:.0f}: {lix_band(lix, language)}") if isinstance(lix, int | float) else "",
        "coverage": coverage(entry["messages"], WORDS[language])
        if any(message["checked"] for message in entry["messages"]) else "",
        "told": [count(n, level, language) for level in LEVELS
                 if (n := sum(f["level"] == level and not f["suppressed"] for f in shown))],
    }


def _short(title: str) -> str:
    """As much as fits beside a bar, cut between words."""
    return title if len(title) <= 30 else title[:29].rpartition(" ")[0] + " …"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
