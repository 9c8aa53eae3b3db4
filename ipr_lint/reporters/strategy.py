"""The strategy matrix -> text for a terminal, JSON or an HTML page, in Norwegian or English."""

from __future__ import annotations

import html
import textwrap

import msgspec

from ipr_lint.engine.strategy_matrix import Matrix, Row, RuleResult

WORDS = {
    "nb": {
        "error": "feil", "warning": "advarsel", "suggestion": "forslag", "ok": "i orden",
        "unchecked": "ikke aktuelt her", "human": "må vurderes av et menneske", "listed": "sjekkes",
        "strategy": "Strategi", "checklist": "Sjekkliste",
        "about": "Dette kan ingen tekst vise. Gå gjennom punktene før publisering.",
        "draft": "Utkast", "channel": "kanal", "measure": "Tiltak", "result": "Resultat", "rules": "Regler",
        "why": "Kan ikke leses ut av teksten", "summary": "Tiltakene",
    },
    "en": {
        "error": "error", "warning": "warning", "suggestion": "suggestion", "ok": "in order",
        "unchecked": "not relevant here", "human": "needs human judgement", "listed": "checked",
        "strategy": "Strategy", "checklist": "Checklist",
        "about": "No text can show this. Go through it before publishing.",
        "draft": "Draft", "channel": "channel", "measure": "Measure", "result": "Result", "rules": "Rules",
        "why": "Cannot be read from the text", "summary": "The measures",
    },
}
_COUNTED = {
    "nb": {"error": "med feil", "warning": "med advarsel", "suggestion": "med forslag", "ok": "i orden",
           "unchecked": "ikke aktuelle her", "human": "må vurderes av et menneske", "listed": "kan sjekkes"},
    "en": {"error": "with errors", "warning": "with warnings", "suggestion": "with suggestions", "ok": "in order",
           "unchecked": "not relevant here", "human": "need human judgement", "listed": "can be checked"},
}
_MARKS = {"error": "✗", "warning": "!", "suggestion": "·", "ok": "✓", "unchecked": "–", "human": "☐", "listed": "•"}
_ORDER = ("error", "warning", "suggestion", "ok", "unchecked", "human", "listed")
_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #ccc;padding:.5rem;text-align:left;vertical-align:top}
.error{color:#a40000;font-weight:600}.warning{color:#7a4b00;font-weight:600}.ok{color:#0b6b2b}
.suggestion,.unchecked,.human{color:#444}small{color:#444}"""


def as_json(matrix: Matrix) -> str:
    """The matrix as it is, with the counts."""
    data = {**msgspec.to_builtins(matrix), "counts": matrix.counts()}
    return msgspec.json.format(msgspec.json.encode(data), indent=1).decode() + "\n"


def as_text(matrix: Matrix, language: str, width: int = 100) -> str:
    """Rows under their strategies, the checklist, and the counts."""
    words = WORDS[language]
    lines = [f"{matrix.title} {matrix.period}"]
    if matrix.path:
        lines.append(f"{words['draft']}: {matrix.path} ({words['channel']}: {matrix.channel})")
    for key, (name, text) in matrix.heads.items():
        lines += ["", _head(key, name, words)]
        lines += textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  ")
        for row in (row for row in matrix.rows if row.strategy == key):
            lines += _row(row, words, width)
    lines += ["", words["checklist"], *_wrapped(words["about"], width, 2)]
    for row in matrix.rows:
        if row.reminder:
            lines += _wrapped(f"☐ {row.reminder}", width, 2)
    lines += ["", f"{words['summary']}: {_summary(matrix, language)}."]
    return "\n".join(lines) + "\n"


def _head(key: str, name: str, words: dict[str, str]) -> str:
    return f"{words['strategy']} {key[1:]} – {name}" if key else name[0].upper() + name[1:]


def _row(row: Row, words: dict[str, str], width: int) -> list[str]:
    group = f"{row.group}: " if row.group else ""
    lines = _wrapped(f"{_MARKS[row.status]} {group}{row.text}", width, 2)
    if told := ", ".join(_told(rule, words) for rule in row.rules):
        lines += _wrapped(f"{words[row.status]} – {told}", width, 6)
    if row.reason:
        lines += _wrapped(f"{words['why']}: {row.reason}", width, 6)
    return lines


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    hanging = " " * (indent + 2 if indent == 2 else indent)
    return textwrap.wrap(text, width, initial_indent=" " * indent, subsequent_indent=hanging, break_on_hyphens=False)


def _told(rule: RuleResult, words: dict[str, str]) -> str:
    if rule.count:
        return f"{rule.id} ({rule.count} {words[rule.status]})"
    if rule.status == "unchecked":
        return f"{rule.id} ({rule.reason or words['unchecked']})"
    return rule.id


def _summary(matrix: Matrix, language: str) -> str:
    counts = matrix.counts()
    return ", ".join(f"{counts[status]} {_COUNTED[language][status]}" for status in _ORDER if status in counts)


def as_html(matrix: Matrix, language: str) -> str:
    """A page of its own: one table per strategy, and the checklist."""
    words, esc = WORDS[language], html.escape
    body = [f"<h1>{esc(matrix.title)} {esc(matrix.period)}</h1>"]
    if matrix.path:
        body.append(f"<p>{words['draft']}: {esc(matrix.path)} ({words['channel']}: {esc(matrix.channel or '')})</p>")
    for key, (name, text) in matrix.heads.items():
        body.append(f"<h2>{esc(_head(key, name, words))}</h2>" + (f"<p>{esc(text)}</p>" if text else ""))
        cells = "".join(f"<th scope=\"col\">{words[one]}</th>" for one in ("measure", "result", "rules"))
        rows = "".join(_html_row(row, words) for row in matrix.rows if row.strategy == key)
        body.append(f"<table><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>")
    items = "".join(f"<li><label><input type=\"checkbox\"> {esc(row.reminder)}</label></li>"
                    for row in matrix.rows if row.reminder)
    body.append(f"<h2>{words['checklist']}</h2><p>{words['about']}</p><ul>{items}</ul>")
    body.append(f"<p>{words['summary']}: {_summary(matrix, language)}.</p>")
    return (f"<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">"
            f"<meta name=\"viewport\" content=\"width=device-width\"><title>{esc(matrix.title)}</title>"
            f"<style>{_STYLE}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n")


def _html_row(row: Row, words: dict[str, str]) -> str:
    esc = html.escape
    group = f"<strong>{esc(row.group)}</strong><br>" if row.group else ""
    why = f"<br><small>{words['why']}: {esc(row.reason)}</small>" if row.reason else ""
    rules = "<br>".join(esc(_told(rule, words)) for rule in row.rules)
    return (f"<tr><td>{group}{esc(row.text)}{why}</td><td class=\"{row.status}\">{_MARKS[row.status]} "
            f"{words[row.status]}</td><td>{rules}</td></tr>")
