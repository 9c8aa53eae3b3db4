"""Sentences and the fact sheet's offices -> who a text says holds an office in the organisation, where it is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ipr_lint.facts.standard import FactSheet, Role
from ipr_lint.model import Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.fact_units import Unit, units
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find

_NAME = r"[A-ZÆØÅÄÖÉ][\w'’-]{1,30}(?:\s(?:[A-ZÆØÅÄÖ]\.|[A-ZÆØÅÄÖÉ][\w'’-]{1,30})){1,3}"
_ORGANISATION = (r"(?:the\s)?(?:Osloregionen(?:\s(?:IPR|interkommunalt\spolitisk\sråd))?|Oslo\sRegion(?:\sAlliance)?)"
                 r"(?!s|\w)")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d)")
_IN = r"\s(?:i|for|ved|hos|av|til|of|in|at)\s"

@dataclass(frozen=True, slots=True)
class Claim:
    """`name` at `span` is said to hold `role`; `until` when a former holder left, None for an unknown name."""

    role: str
    name: str
    span: Span
    until: date | None = None


def claims(draft: Analysis, sheet: FactSheet) -> Iterator[Claim]:
    """The claims that contradict the fact sheet, in order; those about the past are none."""
    for unit in units(draft):
        if not _YEAR.search(unit.text) and not find(sheet.office_words.past, unit.words):
            seen: set[tuple[int, int]] = set()
            for key, role in sheet.roles.items():
                for match in _matches(role, unit.text):
                    start, end = match.span("name")
                    if (start, end) not in seen and (claim := _claim(sheet, key, unit, match)):
                        seen.add((start, end))
                        yield claim


def _matches(role: Role, text: str) -> Iterator[re.Match[str]]:
    for pattern in _patterns(role.titles, tuple(one.name for one in role.former)):
        yield from pattern.finditer(text)


@lru_cache(maxsize=64)
def _patterns(titles: str, holders: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """An office and a name, in the orders they are written in; without the organisation only for earlier `holders`."""
    title = rf"(?<![\w-])(?:{titles})(?![\w-])"
    former = "|".join(map(re.escape, holders)) or r"(?!)"
    return tuple(map(re.compile, (
        rf"(?i:{title}){_IN}{_ORGANISATION},?\s(?P<name>{_NAME})",
        rf"(?i:{title}),?\s(?P<name>{_NAME}),?{_IN}{_ORGANISATION}",
        rf"(?P<name>{_NAME})\s?[,(–]\s?(?:(?:er|som er|is)\s)?(?i:{title}){_IN}{_ORGANISATION}",
        rf"(?P<name>{_NAME})\s(?:er|is)\s(?:ny\s|the\s)?(?i:{title}){_IN}{_ORGANISATION}",
        rf"(?i:{title}),?\s(?P<name>{former})(?!{_IN}(?!{_ORGANISATION})[A-ZÆØÅ])",
        rf"(?P<name>{former}),\s(?i:{title})(?!{_IN}(?!{_ORGANISATION})[A-ZÆØÅ])",
    )))


def _claim(sheet: FactSheet, key: str, unit: Unit, match: re.Match[str]) -> Claim | None:
    role = sheet.roles[key]
    name = match["name"]
    first = name.split()[0]
    if find(f"{role.titles}|{sheet.office_words.no_name}", words(first)):  # «Av Kari Vik», «Direktør Kari Vik»
        name = name[len(first) :].lstrip()
    start = unit.start + match.end("name") - len(name)
    before = words(unit.text[: match.start()])[-1:]
    if " " not in name or _same(name, role.holder) or find(sheet.office_words.not_full, before):
        return None
    until = next((one.until for one in role.former if _same(name, one.name)), None)
    return Claim(key, name, Span(unit.block.id, start, start + len(name)), until)


def _same(written: str, known: str) -> bool:
    """Whether a name is the known one, whole or without middle names."""
    ours, theirs = written.split(), known.split()
    return written == known or (len(ours) > 1 and ours[-1] == theirs[-1] and ours[0] == theirs[0])
