"""The text around a quotation -> who is said to speak, as the text names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ipr_lint.facts.quotation import QuotationFacts

_WHO = r"(?P<who>[^.,;:!?«»“”\"()–—\n]{2,90})"
_BEFORE_WHO = r"(?P<who>[^.;:!?«»“”\"–—\n]{2,90}?)"
# What follows a name without belonging to it: «sier Kari Nordmann til avisen», «… og legger til …».
_REST = re.compile(
    r"\s+(?:til|om|etter|under|når|da|då|som|mens|medan|før|fordi|at|to|when|after|during|who|and|"
    r"og\s+(?:legger|legg|la|viser|peker|peikar|fortsetter|held|understreker|tilføyer|ler|smiler))\b.*", re.IGNORECASE)

# What comes before the speaker in a sentence that leads over to a quotation: «Det er rart, men Kari Nordmann sier:».
_CLAUSE = re.compile(r"(?:,|\b(?:og|men|når|som|at|der|då|da|and|but|when)\b)\s*")
_FEW = 3  # words of a speaker without a name: «en av deltakerne»
_PLACE = re.compile(r"^det\s(?:i|på|in)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """`text[start:end]` of a block names the speaker `who`; `start` is where the quotation before it must end."""

    start: int
    end: int
    who: str


class Attributions:
    """Finds who speaks, by the verbs of rules/facts/quotation.yaml."""

    def __init__(self, facts: QuotationFacts) -> None:
        """`facts`: the words."""
        verbs, english = _either(facts.verbs), _either(facts.english_verbs)
        according = _either(facts.according.replace("-", r"\s"), escape=False)
        self.pronouns = frozenset(facts.pronouns.split())
        self.titled = frozenset(facts.titled.split())
        after = rf"(?:(?:det\s)?(?:{verbs}|{english})\s{_WHO}|(?:{according})\s{_WHO.replace('who', 'source')})"
        name = r"(?P<name>[A-ZÆØÅ][\w.'’-]{0,30}(?:\s[\w.'’-]{1,30}){0,5}|he|she)"
        self._inside = re.compile(rf"(?P<stop>,|[.!?…]»?,?|»,?|”,?|\",?)\s+(?:{after}|{name}\s(?:{english})\b)",
                                  re.IGNORECASE)
        self._after = re.compile(rf"\s*[,–—-]?\s*(?:{after}|{name}\s(?:{english})\b)", re.IGNORECASE)
        self._before = re.compile(rf"{_BEFORE_WHO}\s(?:{verbs}|{english})(?:\s[^.:«»]{{0,60}})?\s?:?,?\s?$",
                                  re.IGNORECASE)
        self._verb = re.compile(rf"\b(?:{verbs}|{english}|{according})\b", re.IGNORECASE)

    def inside(self, text: str, start: int) -> Attribution | None:
        """The first attribution in running text after `start`: «…, sier Kari Nordmann»."""
        for match in self._inside.finditer(text, start):
            who = _name(match)
            if who and _closes(text, match):
                return Attribution(match.start() + (match["stop"] != ","), match.end(), who)
        return None

    def after(self, text: str, end: int) -> str:
        """The speaker named right after a quotation that ends at `end`, or ""."""
        match = self._after.match(text, end)
        return _name(match) if match else ""

    def before(self, text: str, start: int) -> str:
        """The speaker named right before a quotation that begins at `start`: «Kari Nordmann sier:», or ""."""
        lead = text[max(0, start - 160) : start]
        sentence = re.split(r"[.!?»]\s", lead)[-1]
        match = self._before.match(sentence.strip()) if sentence.rstrip().endswith((":", ",")) else None
        who = _CLAUSE.split(match["who"])[-1].strip() if match else ""
        return who if len(who.split()) <= _FEW or any(char.isupper() for char in who) else ""

    def speaks(self, text: str) -> bool:
        """Whether a verb of saying stands in a text."""
        return self._verb.search(text) is not None


@lru_cache(maxsize=4)
def attributions(facts: QuotationFacts) -> Attributions:
    """One finder for each set of words."""
    return Attributions(facts)


def _either(words: str, escape: bool = True) -> str:
    return "|".join(re.escape(word) if escape else word for word in sorted(words.split(), key=len, reverse=True))


def _name(match: re.Match[str]) -> str:
    groups = match.groupdict()
    who = groups.get("who") or groups.get("source") or groups.get("name") or ""
    return _PLACE.sub("", _REST.sub("", who).strip())


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether the words after a comma are an attribution and no clause of the speaker's own («…, sier jeg til dem»)."""
    who = _name(match).lower()
    return who.split(" ", 1)[0] not in ("jeg", "eg", "vi", "i", "det", "at", "seg", "noe", "noko")
