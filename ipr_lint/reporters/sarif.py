"""Entries -> SARIF 2.1.0: rules with help, regions, logical locations for Word, fixes, fingerprints."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec

from ipr_lint.reporters import Output
from ipr_lint.reporters.rows import Row, relative, rows
from ipr_lint.rulebook import Rule
from ipr_lint.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "suggestion": "note", "off": "none"}
_RANKS = ("error", "warning", "suggestion")
MAX_RESULTS = 5_000  # GitHub code scanning shows no more of a run, and refuses more than 25,000
_MIME = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "markdown": "text/markdown", "html": "text/html", "text": "text/plain"}


def render(output: Output) -> str:
    """The log of one run; the most serious results first where there are too many."""
    found = sorted(rows(output.entries, output.show_suppressed), key=lambda row: _RANKS.index(row.level))
    used = sorted({row.rule for row in found})
    rules = [rule for rule in (output.rulebook.rule(id_) for id_ in used) if rule]
    index = {rule.id: number for number, rule in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {"driver": {
            "name": "ipr-lint", "version": __version__, "semanticVersion": __version__, "language": output.ui_lang,
            "informationUri": "https://pypi.org/project/ipr-lint/",
            "rules": [_descriptor(rule, output.ui_lang) for rule in rules],
        }},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the folder that ipr-lint was run in"}}},
        "artifacts": [_artifact(entry.path, entry.format) for entry in output.entries],
        "invocations": [_invocation(output)],
        "results": [_result(row, index) for row in found[:MAX_RESULTS]],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=1).decode() + "\n"


def _descriptor(rule: Rule, language: str) -> dict[str, Any]:
    why = rule.why(language)
    return {
        "id": rule.id,
        "name": rule.id,
        "shortDescription": {"text": why},
        "fullDescription": {"text": f"{why} {rule.file.clause}"[:1000]},
        "help": {"text": f"{why}\n\n{rule.file.clause}",
                 "markdown": f"{why}\n\n> {rule.file.clause}\n\n`ipr-lint explain {rule.id}`"},
        "defaultConfiguration": {"level": LEVELS[rule.file.level]},
        "properties": {"tags": [rule.topic, rule.file.kind, rule.file.clause.split(":")[0][:100]]},
    }


def _result(row: Row, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": row.rule,
        **({"ruleIndex": index[row.rule]} if row.rule in index else {}),
        "level": LEVELS[row.level],
        "message": {"text": row.message},
        "locations": [_location(row)],
        "partialFingerprints": {"iprLintFinding/v1": row.finding["fingerprint"]},
    }
    if row.finding["evidence"]:
        result["properties"] = {"evidence": row.finding["evidence"]}
    if row.finding["suppressed"]:
        result["suppressions"] = [{"kind": "inSource", "justification": row.finding["suppressed"]["reason"]}]
    fixes = [_fix(row, fix) for fix in row.finding["fixes"] if fix["edits"]]
    if fixes and row.format != "docx":
        result["fixes"] = fixes
    return result


def _location(row: Row) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(row.path), "uriBaseId": "SRCROOT"}}
    span = row.finding["span"]
    if span is None or row.format == "docx":
        physical["region"] = {"startLine": 1 if span is None else row.line}
    else:
        physical["region"] = {
            "startLine": row.line, "startColumn": row.column, "endLine": row.end_line, "endColumn": row.end_column,
            "charOffset": span["start"]["offset"], "charLength": span["end"]["offset"] - span["start"]["offset"],
            "snippet": {"text": span["text"][:500]},
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if span and span["location"]:
        name = f"{span['location']['part']}/{span['location']['paragraph']}"
        location["logicalLocations"] = [{"fullyQualifiedName": name, "name": str(span["location"]["paragraph"]),
                                         "kind": "element"}]
    return location


def _fix(row: Row, fix: dict[str, Any]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": {"charOffset": edit["start"], "charLength": edit["end"] - edit["start"]},
         "insertedContent": {"text": edit["text"]}}
        for edit in fix["edits"]
    ]
    change = {"artifactLocation": {"uri": _uri(row.path), "uriBaseId": "SRCROOT"}, "replacements": replacements}
    return {"description": {"text": fix["description"]}, "artifactChanges": [change]}


def _artifact(path: str, format_: str | None) -> dict[str, Any]:
    mime = {"mimeType": _MIME[format_]} if format_ in _MIME else {}
    return {"location": {"uri": _uri(relative(path)), "uriBaseId": "SRCROOT"}, **mime}


def _uri(path: str) -> str:
    return quote(path, safe="/:")


def _invocation(output: Output) -> dict[str, Any]:
    broken = [f"{entry.path}: {entry.error}" for entry in output.entries if entry.error]
    broken += [f"{entry.path}: {crash}" for entry in output.entries for crash in entry.crashed]
    notes = [{"level": "error", "message": {"text": text}} for text in broken]
    return {"executionSuccessful": not broken, **({"toolExecutionNotifications": notes} if notes else {})}
