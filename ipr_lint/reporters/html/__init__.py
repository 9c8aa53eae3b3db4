"""Entries -> one self-contained HTML page: the drafts with their findings in place, filters, coverage, readability."""

from __future__ import annotations

import base64
import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.html.charts import bars, coverage, lix_scale
from ipr_lint.reporters.html.passages import passages
from ipr_lint.reporters.overview import message_titles
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.totals import lix_told, names_told, totals
from ipr_lint.reporters.words import HTML_WORDS, LIX_BANDS, TOTALS_WORDS, WORDS, count, language_name, lix_band, place
from ipr_lint.version import __version__

_FOLDER = Path(__file__).parent
_SECTIONS = "<!-- sections -->"  # nothing a draft says can become markup, so this stands once in the page
_IN_MEMORY = 8_000_000  # bytes; the sections of a longer report wait on the disk for what stands above them
LEVELS = ("error", "warning", "suggestion")


def piece(entry: Entry, output: Output) -> str:
    """A draft's row in the table of drafts, its section, and the rules of the findings shown, as JSON."""
    file = _file(msgspec.to_builtins(entry), output)
    told = {"file": file, "levels": LEVELS, "words": _words(output)}
    made = [_template(f"{name}.html.j2").render(told) for name in ("row", "section")]
    return msgspec.json.encode((*made, [finding["rule"] for finding in file["findings"]])).decode()


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterator[bytes]:
    """The page; strict escaping, no network, and a policy that allows no script or style but its own."""
    rows, rules = list[str](), Counter[str]()
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as sections:
        for one in pieces:
            row, section, names = msgspec.json.decode(one, type=tuple[str, str, list[str]])
            rows.append(row)
            rules.update(names)
            sections.write(section.encode())
        above, below = _page(output, sums, rows, rules).split(_SECTIONS + "\n")
        yield above.encode()
        sections.seek(0)
        yield from iter(partial(sections.read, 1_000_000), b"")
        yield below.encode()


def _page(output: Output, sums: Sums, rows: list[str], rules: Counter[str]) -> str:
    style = (_FOLDER / "report.css").read_text(encoding="utf-8")
    script = (_FOLDER / "report.js").read_text(encoding="utf-8")
    language, counts, several = output.ui_lang, sums.summary(), sums.files > 1
    return _template("report.html.j2").render(
        language=language, words=_words(output), version=__version__,
        strategy=output.strategy, style=Markup(style), script=Markup(script),  # noqa: S704 (our own two files)
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
               "form-action 'none'",
        counts=counts, told=[count(counts[level], level, language) for level in LEVELS],
        levels=LEVELS, rules=sorted(rules), sections=Markup(_SECTIONS),  # noqa: S704 (a comment of ours)
        rows=Markup("").join(map(Markup, rows)),
        statistics=bars(sorted(rules.items(), key=lambda item: (-item[1], item[0])), HTML_WORDS[language]["statistics"])
        if several else "",
        pictures=_pictures(output, sums) if several else [],
    )


@lru_cache(maxsize=4)
def _template(name: str) -> Template:
    return Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True).get_template(name)


def _words(output: Output) -> dict[str, str]:
    return {**WORDS[output.ui_lang], **HTML_WORDS[output.ui_lang]}


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


def _file(entry: dict[str, Any], output: Output) -> dict[str, Any]:
    language = output.ui_lang
    name = hashlib.sha256(entry["path"].encode("utf-8", "surrogateescape")).hexdigest()[:10]
    shown = [f for f in entry["findings"] if output.show_suppressed or not f["suppressed"]]
    for index, finding in enumerate(shown):
        rule = output.rulebook.rule(finding["rule"])
        finding["id"] = f"f{name}-{index}"
        finding["place"] = place(finding, entry["format"], language)
        finding["why"] = rule.why(language) if rule else ""
    lix = entry["metrics"].get("lix")
    return {
        **entry, "id": f"file{name}", "findings": shown,
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
