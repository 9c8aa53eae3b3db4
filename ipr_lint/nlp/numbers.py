"""Text in nb, nn or en -> the numbers it mentions, in digits or words, as values with spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ONES = (
    ("null", "zero"), ("én", "ein", "éin", "ett", "eitt", "one"), ("to", "two"), ("tre", "three"), ("fire", "four"),
    ("fem", "five"), ("seks", "six"), ("sju", "syv", "seven"), ("åtte", "eight"), ("ni", "nine"), ("ti", "ten"),
    ("elleve", "eleven"), ("tolv", "twelve"), ("tretten", "thirteen"), ("fjorten", "fourteen"),
    ("femten", "fifteen"), ("seksten", "sixteen"), ("sytten", "seventeen"), ("atten", "eighteen"),
    ("nitten", "nineteen"),
)
_TENS = (
    ("tjue", "tyve", "twenty"), ("tretti", "tredve", "thirty"), ("førti", "forty"), ("femti", "fifty"),
    ("seksti", "sixty"), ("sytti", "seventy"), ("åtti", "eighty"), ("nitti", "ninety"),
)


def _words() -> dict[str, int]:
    table = {word: value for value, names in enumerate(_ONES) for word in names}
    for tens, names in enumerate(_TENS, start=2):
        for name in names:
            table[name] = tens * 10
            for ones in range(1, 10):
                for one in (*_ONES[ones], *(("en", "ein") if ones == 1 else ())):
                    for joined in (f"{name}{one}", f"{name}-{one}", f"{name} {one}",
                                   f"{one}og{name}", f"{one} og {name}"):
                        table.setdefault(joined, tens * 10 + ones)
    return table


_VALUES = _words()
_SMALL = "|".join(word for names in _ONES for word in names)
_ONE = "|".join(("en", *(word for names in _ONES[1:10] for word in names)))
_TEN = "|".join(word for names in _TENS for word in names)
# «Mellom fem og seksti» are two numbers, but «samarbeid mellom fem og seksti kommuner» has sixty-five.
_APART = rf"(?<!(?<!samarbeid )(?<!samarbeidet )mellom )(?:{_ONE}) og (?:{_TEN})"
# Far quicker than naming all 700.
_WORDS = rf"(?:(?:{_TEN})(?:[ -]?(?:{_ONE}))?|(?:{_ONE})og(?:{_TEN})|{_APART}|{_SMALL})"
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3}){1,3}(?![\d])|\d{1,9}(?:[.,]\d{1,3})?"
_NUMBER = re.compile(
    rf"(?<![\w.,/:-])(?:(?P<digits>{_DIGITS})|(?P<word>{_WORDS})(?:\s(?:komma|point)\s(?P<tenths>{_WORDS}))?)"
    r"(?![\w/:]|[.,]\d|-\w)(?:\s{1,2}"
    r"(?P<scale>millioner|millionar|million|millions|mill\b\.?|tusen|thousand|hundre|hundred)(?![\w])"
    rf"(?:\s(?:og\s|and\s)?(?P<more>{_WORDS}|\d{{1,3}})\s"
    r"(?P<morescale>hundre\stusen|hundretusen|tusen|hundred\sthousand|thousand))?)?",
    re.IGNORECASE,
)
_SCALES = {"tusen": 1_000, "thousand": 1_000, "hundre": 100, "hundred": 100}


@dataclass(frozen=True, slots=True)
class NumberMention:
    """`text[start:end]` says `value`; `decimals` as written («2,3 millioner» has one, of millions)."""

    start: int
    end: int
    value: float
    decimals: int = 0
    scale: int = 1


@lru_cache(maxsize=2048)  # several checks read the same sentence
def numbers(text: str) -> tuple[NumberMention, ...]:
    """The numbers of a text in order: 65, «sekstifem», 2,3 millioner, 2 300 000, «to komma tre millionar»."""
    found = []
    for match in _NUMBER.finditer(text):
        value, decimals = _digits(match["digits"]) if match["digits"] else _spelt(match["word"], match["tenths"])
        scale = _scale(match["scale"] or "")
        total = value * scale
        if match["more"]:
            more = _digits(match["more"])[0] if match["more"].isdigit() else _VALUES[match["more"].lower()]
            total += more * (100_000 if match["morescale"].lower().startswith("hundre") else 1_000)
            decimals = 1
        found.append(NumberMention(match.start(), match.end(), round(total, 6), decimals, scale))
    return tuple(found)


def _digits(text: str) -> tuple[float, int]:
    groups = re.split(r"[ \u00a0\u202f.]", text)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and "," not in text:
        return float("".join(groups)), 0
    whole = text.replace(",", ".")
    return float(whole), len(whole.partition(".")[2])


def _spelt(word: str, tenths: str | None) -> tuple[float, int]:
    value = float(_VALUES[word.lower()])
    return (value + _VALUES[tenths.lower()] / 10, 1) if tenths else (value, 0)


def _scale(text: str) -> int:
    return 1_000_000 if text.lower().startswith("mill") else _SCALES.get(text.lower(), 1)
