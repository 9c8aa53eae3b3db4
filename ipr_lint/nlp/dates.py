"""Text in nb, nn or en -> the dates and times it mentions, as structured values with spans."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_NORWEGIAN = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
              "desember")
_ENGLISH = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December")
_SHORT = ("jan", "febr", "mar", "apr", "mai", "jun", "jul", "aug", "sept", "okt", "nov", "des")
_MONTHS = {name.lower(): number for names in (_NORWEGIAN, _ENGLISH, _SHORT) for number, name in enumerate(names, 1)}
_MONTHS |= {"feb": 2, "sep": 9, "oct": 10, "dec": 12}
_WEEKDAYS = {
    "mandag": 0, "måndag": 0, "monday": 0, "tirsdag": 1, "tysdag": 1, "tuesday": 1, "onsdag": 2, "wednesday": 2,
    "torsdag": 3, "thursday": 3, "fredag": 4, "friday": 4, "lørdag": 5, "laurdag": 5, "saturday": 5, "søndag": 6,
    "sundag": 6, "sunday": 6,
}
_NO_MONTH = "|".join((*_NORWEGIAN, *_SHORT[:2], "feb", *_SHORT[2:9], "sep", *_SHORT[9:]))
_EN_MONTH = "|".join((*_ENGLISH, "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"))
_DIGIT = re.compile(r"\d")
_WEEKDAY = "(?:(?P<weekday>" + "|".join(_WEEKDAYS) + r")(?:en)?,?[ \u00a0]{1,2}(?:(?:den|the)[ \u00a0])?)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_S = r"[ \u00a0\u202f]"
_DASH = rf"{_S}?(?:[-–—]|til|to|og|and){_S}?"
_FORMS = tuple(re.compile(pattern, flags) for pattern, flags in (
    # 17. mars 2025, mandag 17. mars, 12.–14. mars, 30. april–2. mai 2025; the full stop may have been forgotten
    (rf"\b{_WEEKDAY}(?:(?P<from>\d{{1,2}})\.?(?:{_S}?(?P<frommonth>{_NO_MONTH})\b\.?)?{_DASH}(?:(?:{'|'.join(_WEEKDAYS)}){_S})?)?"
     rf"(?<![\d,.])(?P<day>\d{{1,2}})(?P<dot>\.?){_S}{{0,2}}(?P<month>{_NO_MONTH})(?![\w-])(?:\.(?={_S}?\d{{4}}))?"
     rf"(?:,?{_S}{{1,2}}{_YEAR})?", re.IGNORECASE),
    # 17 March 2025, 17th of March, 12–14 March
    (rf"\b(?i:{_WEEKDAY})(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th)?{_DASH})?(?<![\d,.])(?P<day>\d{{1,2}})(?P<dot>)"
     rf"(?:st|nd|rd|th)?{_S}(?:of{_S})?(?P<month>{_EN_MONTH})\b\.?(?:,?{_S}{_YEAR})?", 0),
    # March 17, 2025; March 12–14
    (rf"\b(?i:{_WEEKDAY})(?P<month>{_EN_MONTH})\.?{_S}(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th)?{_S}?[-–]{_S}?)?"
     rf"(?P<day>\d{{1,2}})(?P<dot>)(?![\d:.]\d)(?:st|nd|rd|th)?\b(?:,?{_S}{_YEAR})?", 0),
    # 17.03.2025, 17.3.25, 17/3-2025, 17/3 2025
    (rf"\b{_WEEKDAY}(?<![\d.,/-])(?P<day>\d{{1,2}})(?P<dot>)[./](?P<month>\d{{1,2}})(?:\.|[/ -]|{_S})"
     r"(?P<year>(?:1[89]|20)\d\d|\d\d)(?![\d.,/:%-]\d|\d)", re.IGNORECASE),
    # 2025-03-17
    (r"(?<![\d-])(?P<weekday>(?!))?(?P<year>(?:1[89]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?P<dot>)(?![\d-])", 0),
))
_TIME = re.compile(
    rf"\b(?:kl\.?|klokk[ae]n?|klokka|at){_S}{{0,2}}(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?(?!\d)"
    rf"(?:{_S}?(?:[-–—]|til|to){_S}?(?:kl\.?{_S})?(?P<tohour>[01]?\d|2[0-4])(?:[.:](?P<tominute>[0-5]\d))?(?![\d.]))?"
    rf"(?:{_S}?(?P<half>[ap])\.?m\b\.?)?|(?<![\d.,:])(?P<bare>[01]?\d|2[0-3]):(?P<bareminute>[0-5]\d)(?![\d:])",
    re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """`text[start:end]` names a day; `year` is None when the text leaves it out, `weekday` counts from Monday = 0.

    `dotted` says whether «17. mars» has its full stop (numeric and English forms: True); `numeric` that the month is
    a number. `first_day` and `first_month` open a range (12.–14. mars).
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    first_day: int | None = None
    first_month: int | None = None
    dotted: bool = True
    numeric: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The (last) day, if the year is given and such a day exists."""
        return _make(self.year, self.month, self.day)

    @property
    def first(self) -> datetime.date | None:
        """The first day of a range, or the day itself."""
        if self.first_day is None:
            return self.date
        return _make(self.year, self.first_month or self.month, self.first_day)

    def near(self, anchor: datetime.date) -> datetime.date | None:
        """The date; without a year the one nearest to `anchor`. A weekday, where given, decides between the years."""
        if self.year is not None:
            return self.date
        years = [made for year in (-1, 0, 1) if (made := _make(anchor.year + year, self.month, self.day))]
        if self.weekday is not None and self.first_day is None:
            years = [day for day in years if day.weekday() == self.weekday] or years
        return min(years, key=lambda day: abs(day - anchor), default=None)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """`text[start:end]` names a time of day in 24 hours, `until` the end of a range."""
    start: int
    end: int
    hour: int
    minute: int
    until: tuple[int, int] | None = None


@lru_cache(maxsize=2048)  # several checks read the same sentence
def dates(text: str) -> tuple[DateMention, ...]:
    """The dates of a text in order; overlapping readings give the longest one."""
    if not _DIGIT.search(text):  # every form has the day in digits
        return ()
    found = [mention for form in _FORMS for match in form.finditer(text) if (mention := _mention(match))]
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def times(text: str) -> Iterator[TimeMention]:
    """The times of day of a text («kl. 14.30», «kl 9–11», «14:30», «at 2 pm»)."""
    for match in _TIME.finditer(text):
        if match["bare"]:
            yield TimeMention(match.start(), match.end(), int(match["bare"]), int(match["bareminute"]))
        elif match[0][:2].lower() != "at" or match["half"] or match["minute"]:
            shift = 12 if (match["half"] or "").lower() == "p" and int(match["hour"]) < 12 else 0
            until = (int(match["tohour"]) + shift, int(match["tominute"] or 0)) if match["tohour"] else None
            yield TimeMention(match.start(), match.end(), int(match["hour"]) + shift, int(match["minute"] or 0), until)


def _mention(match: re.Match[str]) -> DateMention | None:
    parts = match.groupdict()
    named = _MONTHS.get(parts["month"].lower())
    month = named or int(parts["month"])
    day = int(parts["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31) or parts["month"] == "Mars":  # the planet, after «artikkel 5.»
        return None
    year = int(parts["year"]) if parts["year"] else None
    if year is not None and year < 100:
        year += 2000
    weekday = _WEEKDAYS[parts["weekday"].lower()] if parts["weekday"] else None
    first = int(parts["from"]) if parts.get("from") else None
    first_month = _MONTHS[parts["frommonth"].lower()] if parts.get("frommonth") else None
    dotted = bool(parts["dot"]) or not named or parts["month"].lower() not in _NO_MONTH.split("|")
    return DateMention(match.start(), match.end(), day, month, year, weekday, first, first_month, dotted, not named)


def _make(year: int | None, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if year is not None else None
    except ValueError:
        return None
