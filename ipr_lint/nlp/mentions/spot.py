"""A block's text -> where the name stands, in which form, and which of those places are never to be touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ipr_lint.facts.names import Names
from ipr_lint.model import Block


class Form(StrEnum):
    """How the name is written."""

    BARE = "bare"  # Osloregionen
    FULL = "full"  # Osloregionen IPR
    LEGAL = "legal"  # Osloregionen interkommunalt politisk råd
    FORMER = "former"  # Samarbeidsalliansen Osloregionen
    FIXED = "fixed"  # part of another name, a title, an address


JUDGED = (Form.BARE, Form.FULL)  # the forms of which it must be told what they mean


@dataclass(frozen=True, slots=True)
class Place:
    """`text[start:end]` is the name in a form. `name_end` is where the name itself ends: before a genitive -s or
    «sin», before the rest of a compound. `possessive` is "s", "sin" (the word as written) or ""; `compound` the rest
    of «Osloregionen-samarbeidet»; `correct` the name as it should be spelled where it is not."""

    start: int
    end: int
    form: Form
    name_end: int
    possessive: str = ""
    compound: str = ""
    correct: str = ""


_TITLE_NOUN = re.compile(
    r"(?:(?:rapport|bok|bøk|podkast|podcast|artik|notat|program|prosjekt|kampanje|dokument|foredrag|film|utstilling|strategi|serie"
    r"|plan|hefte|veileder|rettleiar|avtale|seminar|konferanse|tittel|heter|heiter|kalt|kalla|navnet|namnet|overskrift|magasin"
    r"|undersøk|analyse|utredning|utgreiing|debatt|sesjon|kronikk|brosjyre|visjon|tema|oppgave|oppgåve|video|spill|slagord)\w*"
    r"|\b(?:se|sjå|les|lese|kilder?|kjelder?|vedlegg|referanser?|hentet fra|henta frå))[:,]?\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«“\"]([^«»“”\"\n]{1,120})[»”\"]")
# The name spoken of, not what it stands for: «Skriv Osloregionen om området», «bruk «Osloregionen» når du mener …».
_SPOKEN_OF_LEFT = re.compile(
    r"\b(?:skriv(?:er|es|e)?|bruk(?:er|ar|es|e)?|ordet|navnet|namnet|formen|forma|betegnelsen|nemninga)\b[^.;:!?\n]{0,80}$",
    re.IGNORECASE)
_SPOKEN_OF_RIGHT = re.compile(
    r"(?:\sIPR)?[»”\"]?\s(?:(?:om|for)\s(?:selve\s|sjølve\s)?(?:området|organisasjonen|geografien|virksomheten|verksemda"
    r"|det geografiske)\b|når (?:vi|du|dere|man|det|teksten) (?:mener|meiner|menes|gjelder|gjeld|snakker|handler)\b)")
_ADDRESS_LEFT = re.compile(r"(?:[@#_]|(?<!\b[mv])/|www\.|[\w-]\.|https?:\S*)$", re.IGNORECASE)
_ADDRESS_RIGHT = re.compile(r"\.(?:no|com|eu|org)\b|@|/\w|_")
_TAIL = re.compile(r"-(?P<compound>[a-zæøå][\w-]*)|(?P<s>s|['’]s)?(?P<sin>\s+(?:sin|sitt|sine|si))?\b")
_LEGAL_TAIL = re.compile(r"\s+interkommunal[et]? politiske? råd(?:et)?(?:s)?(?:\s*\(IPR\))?", re.IGNORECASE)


class Spotter:
    """Finds the names of one `names.yaml`."""

    def __init__(self, names: Names) -> None:
        self._names = names
        spellings = [names.area, names.area.upper(), *names.misspelled]
        self._correct = dict.fromkeys(names.misspelled, names.area)
        self._correct_full = dict.fromkeys(names.misspelled_full, names.organisation)
        full = sorted([names.organisation, *names.misspelled_full], key=len, reverse=True)
        alternatives = "|".join(re.escape(form) for form in [*full, *sorted(spellings, key=len, reverse=True)])
        self._name = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w*[@])")
        first, rest = re.escape(names.former_name[0]), re.escape(names.former_name[1:])
        self._former = re.compile(rf"(?<!\w)(?i:{first}){rest}s?")
        self._exempt = re.compile("|".join(map(re.escape, sorted(names.exempt, key=len, reverse=True))))

    def find(self, block: Block) -> Iterator[Place]:
        """The places of the name in a block's text, in order."""
        text = block.text
        fixed = [m.span() for m in self._exempt.finditer(text)] + list(_titles(block))
        former = [m.span() for m in self._former.finditer(text)]
        for match in self._name.finditer(text):
            place = self._place(text, match)
            if place is None:
                continue
            if (span := _around(match.start(), former)) is not None:
                yield Place(*span, Form.FORMER, span[1])
            elif _around(match.start(), fixed) is not None or self._addressed(text, match) or _spoken_of(text, match):
                yield Place(place.start, place.end, Form.FIXED, place.name_end)
            else:
                yield place

    def _place(self, text: str, match: re.Match[str]) -> Place | None:
        start, end = match.span()
        written = match[0]
        legal = _LEGAL_TAIL.match(text, end)
        if legal:
            return Place(start, legal.end(), Form.LEGAL, end)
        tail = _TAIL.match(text, end)
        if tail is None:
            return None
        full = written in self._correct_full or written == self._names.organisation
        correct = self._correct_full.get(written, "") if full else self._correct.get(written, "")
        possessive = "s" if tail["s"] else (tail["sin"] or "").strip()
        stop = tail.end() if tail["compound"] or tail["s"] else end
        form = Form.FULL if full else Form.BARE
        return Place(start, stop, form, end, possessive, tail["compound"] or "", correct)

    def _addressed(self, text: str, match: re.Match[str]) -> bool:
        if _ADDRESS_LEFT.search(text, max(0, match.start() - 60), match.start()):
            return True
        return bool(_ADDRESS_RIGHT.match(text, match.end())) or self._credited(text, match.start())

    def _credited(self, text: str, start: int) -> bool:
        lead = text[max(0, start - 60) : start].rstrip().lower()
        if not lead.endswith((":", "/", "©")):
            return False
        named = re.search(r"(\w+):[^:.]*/$", lead)  # «Foto: Ola Vik / Osloregionen»
        last = named[1] if named else re.split(r"[\s(.,;]+", lead.rstrip(":/ ©"))[-1]
        return lead.endswith("©") or last in self._names.credits


def _spoken_of(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 100) : match.start()]
    return bool(_SPOKEN_OF_RIGHT.match(text, match.end()) and _SPOKEN_OF_LEFT.search(before))


def _titles(block: Block) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(block.text):
        words = match[1].split()
        before = block.text[max(0, match.start() - 40) : match.start()]
        named = _TITLE_NOUN.search(before) is not None
        closed = match[1].rstrip().endswith((".", "!", "?", ","))
        says = before.rstrip().endswith((":", "–", "-"))
        if named or (2 <= len(words) <= 8 and not closed and not says and before.strip()):
            yield match.span()
    for mark in block.marks:
        inner = block.text[mark.start : mark.end]
        if mark.kind == "emphasis" and len(inner.split()) >= 2 and inner.strip() != block.text.strip():
            yield mark.start, mark.end


def _around(position: int, spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    return next(((start, end) for start, end in spans if start <= position < end), None)
