"""Days, counts and lists -> how a message says them in Norwegian and English: «10. mars 2025», «navn og rolle»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_MONTHS = {
    "nb": ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
           "desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"),
}


def in_words(day: date) -> dict[str, str]:
    """{"nb": …, "en": …}, the value that a message template picks its language from."""
    return {"nb": f"{day.day}. {_MONTHS['nb'][day.month - 1]} {day.year}",
            "en": f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}"}


def days_in_words(number: int) -> dict[str, str]:
    """{"nb": "1 dag", "en": "1 day"}, and so on."""
    return {"nb": f"{number} dag{'' if number == 1 else 'er'}", "en": f"{number} day{'' if number == 1 else 's'}"}


def joined(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Pairs of a Norwegian and an English word -> «navn, rolle og telefon», “name, role and telephone”."""
    told = {}
    for at, (language, word) in enumerate((("nb", "og"), ("en", "and"))):
        parts = [pair[at] for pair in pairs]
        told[language] = f"{', '.join(parts[:-1])} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)
    return told
