"""Blocks and findings -> the draft's text cut where findings begin and end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

_RANK = {"error": 0, "warning": 1, "suggestion": 2}


def passages(blocks: Sequence[dict[str, Any]], findings: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """[{kind, level, parts: [{text, findings: [ids], level}]}] for every block with text."""
    by_block: dict[int, list[dict[str, Any]]] = {}
    for finding in findings:
        if finding["context"]:
            by_block.setdefault(finding["context"]["block"], []).append(finding)
    return [
        {"kind": block["kind"], "level": block["level"],
         "parts": list(_parts(block["text"], by_block.get(block["id"], [])))}
        for block in blocks if block["text"].strip() or block["id"] in by_block
    ]


def _parts(text: str, findings: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    cuts = {0, len(text)}
    for finding in findings:
        cuts |= {finding["context"]["start"], finding["context"]["end"]}
    points = sorted(cuts)
    empty = [f for f in findings if f["context"]["start"] == f["context"]["end"]]
    for start, end in itertools.pairwise(points):
        yield from (_part("▸", [f]) for f in empty if f["context"]["start"] == start)
        over = [f for f in findings if f["context"]["start"] < end and f["context"]["end"] > start]
        yield _part(text[start:end], over)
    yield from (_part("▸", [f]) for f in empty if f["context"]["start"] == len(text))


def _part(text: str, findings: list[dict[str, Any]]) -> dict[str, Any]:
    found = sorted(findings, key=lambda finding: _RANK[finding["level"]])
    return {"text": text, "findings": found, "level": found[0]["level"] if found else ""}
