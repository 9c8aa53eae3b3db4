"""Entries -> SARIF 2.1.0: rules with help, regions, logical locations for Word, fixes, fingerprints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

import msgspec

from ipr_lint.reporters import Output
from ipr_lint.reporters.entry import Entry
from ipr_lint.reporters.rows import Row, relative, rows
from ipr_lint.reporters.tally import Sums
from ipr_lint.rulebook import Rule
from ipr_lint.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "suggestion": "note", "off": "none"}
_RANKS = ("error", "warning", "note")  # the most serious first
MAX_RESULTS = 5_000  # GitHub code scanning shows no more of a run, and refuses more than 25,000
_MIME = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "markdown": "text/markdown", "html": "text/html", "text": "text/plain"}


def piece(entry: Entry, output: Output) -> str:
    """The artifact of one file, and its results."""
    results = [_result(row) for row in rows([entry], output.show_suppressed)]
    return msgspec.json.encode((_artifact(entry.path, entry.format), results)).decode()


def frame(output: Output, pieces: Iterable[bytes], sums: Sums) -> Iterator[bytes]:
    """The log of one run; the most serious results first, of which no more are kept than may be shown."""
    artifacts, used = list[msgspec.Raw](), set[str]()
    held: dict[str, list[dict[str, Any]]] = {level: [] for level in _RANKS}
    for found in pieces:
        artifact, results = msgspec.json.decode(found, type=tuple[msgspec.Raw, list[dict[str, Any]]])
        artifacts.append(artifact.copy())
        for result in results:
            used.add(result["ruleId"])
            if len(held[result["level"]]) < MAX_RESULTS:
                held[result["level"]].append(result)
    rules = [rule for rule in (output.rulebook.rule(id_) for id_ in sorted(used)) if rule]
    index = {rule.id: number for number, rule in enumerate(rules)}
    shown = [result for level in held.values() for result in level][:MAX_RESULTS]
    run: dict[str, Any] = {
        "tool": {"driver": {
            "name": "ipr-lint", "version": __version__, "semanticVersion": __version__, "language": output.ui_lang,
            "informationUri": "https://pypi.org/project/ipr-lint/",
            "rules": [_descriptor(rule, output.ui_lang) for rule in rules],
        }},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the folder that ipr-lint was run in"}}},
        "artifacts": artifacts,
        "invocations": [_invocation(sums)],
        "results": [_indexed(result, index) for result in shown],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield msgspec.json.format(msgspec.json.encode(log), indent=1) + b"\n"


def _indexed(result: dict[str, Any], index: dict[str, int]) -> dict[str, Any]:
    id_ = result["ruleId"]
    return {"ruleId": id_, **({"ruleIndex": index[id_]} if id_ in index else {}), **result}


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


def _result(row: Row) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": row.rule,
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
    physical: dict[str, Any] = {"artifactLocation": _place(row.path)}
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
    change = {"artifactLocation": _place(row.path), "replacements": replacements}
    return {"description": {"text": fix["description"]}, "artifactChanges": [change]}


def _artifact(path: str, format_: str | None) -> dict[str, Any]:
    mime = {"mimeType": _MIME[format_]} if format_ in _MIME else {}
    return {"location": _place(relative(path)), **mime}


def _place(path: str) -> dict[str, str]:
    """A web page has its whole address, which no base may be told for (SARIF 3.4.4)."""
    return {"uri": _uri(path)} if "://" in path else {"uri": _uri(path), "uriBaseId": "SRCROOT"}


def _uri(path: str) -> str:
    return quote(path, safe="/:")


def _invocation(sums: Sums) -> dict[str, Any]:
    broken = sums.failures + [f"{path}: {crash}" for crash, paths in sums.crashes.items() for path in paths]
    notes = [{"level": "error", "message": {"text": text}} for text in broken]
    return {"executionSuccessful": not broken, **({"toolExecutionNotifications": notes} if notes else {})}
