"""The figures of a whole run -> the tables that `--statistics` shows on a terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ipr_lint.reporters import Output
from ipr_lint.reporters.tally import Sums
from ipr_lint.reporters.totals import LixTotal, MessageTotal, RuleTotal, lix_told, names_told, totals
from ipr_lint.reporters.words import LIX_BANDS, TOTALS_WORDS, WORDS

_WIDTH = 30  # characters of the longest bar


def statistics(output: Output, sums: Sums) -> RenderableType:
    """Findings per rule; with several drafts LIX, key messages and names over all of them as well."""
    counted = totals(sums)
    parts: list[RenderableType] = [_rules(counted.rules, output.ui_lang), Text()]
    if counted.files > 1:
        if counted.lix:
            parts += [_lix(counted.lix, output.ui_lang), Text()]
        if counted.messages:
            parts += [_messages(counted.messages, output), Text()]
        if counted.names:
            name = TOTALS_WORDS[output.ui_lang]["name"]
            parts += [Text.assemble((f"{name}: ", "bold"), names_told(counted.names, output.ui_lang)), Text()]
    return Group(*parts)


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", title_style="bold", box=None, show_header=False, pad_edge=False)


def _rules(rules: tuple[RuleTotal, ...], language: str) -> Table:
    words = TOTALS_WORDS[language]
    table = _table(WORDS[language]["statistics"])
    table.add_column(justify="right")
    for total in rules:
        files = words["1file"] if total.files == 1 else words["files"].format(n=total.files)
        table.add_row(str(total.findings), total.rule, WORDS[language][total.level].lower(), Text(files, style="dim"))
    return table


def _lix(lix: LixTotal, language: str) -> Table:
    table = _table(lix_told(lix, language))
    table.add_column(justify="right")
    lower = 0
    for (limit, *names), count in zip(LIX_BANDS, lix.bands, strict=True):
        span = f"≥ {lower}" if limit == LIX_BANDS[-1][0] else f"{lower}–{limit - 1}" if lower else f"< {limit}"
        table.add_row(span, names[language == "en"], _bar(count, max(lix.bands)), str(count))
        lower = limit
    return table


def _messages(messages: tuple[MessageTotal, ...], output: Output) -> Table:
    from ipr_lint.reporters.overview import message_titles

    words, titles = TOTALS_WORDS[output.ui_lang], message_titles(output)
    table = _table(words["messages"])
    for total in messages:
        denied = words["denied"].format(n=total.contradicted) if total.contradicted else ""
        table.add_row(total.id, titles.get(total.id, ""), _bar(total.files, total.checked),
                      words["of"].format(n=total.files, all=total.checked), Text(denied, style="yellow"))
    return table


def _bar(count: int, most: int) -> Text:
    return Text("█" * max(round(_WIDTH * count / most), int(count > 0)) if most else "", style="cyan")
