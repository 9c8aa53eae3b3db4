"""What a file says about itself, key by key, in; metadata under the standard names out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ipr_lint.model import MetadataValue

_LISTS = frozenset({"malgruppe", "avklart_med"})
_NAMES = frozenset({"kanal", "plattform", "malgruppe"})  # their values are names as well: «Høringsuttalelse»
# Names that content systems and word processors use for the same thing; the organisation's own key wins over them.
_OTHER_NAMES = {
    "channel": "kanal", "platform": "plattform", "audience": "malgruppe", "malgrupper": "malgruppe",
    "sprak": "spraak", "lang": "spraak", "language": "spraak", "locale": "spraak", "dato": "publiseres",
    "date": "publiseres", "publishdate": "publiseres", "pubdate": "publiseres", "publisert": "publiseres",
    "embargo": "sperrefrist", "event": "arrangement", "deadline": "frist", "tittel": "title",
}


def normalised(pairs: Iterable[tuple[str, MetadataValue]]) -> dict[str, MetadataValue]:
    """Metadata with `Målgruppe`, `maalgruppe` and `audience` all as `malgruppe`; lists where the key takes several."""
    found: dict[str, MetadataValue] = {}
    borrowed: dict[str, MetadataValue] = {}
    for name, value in pairs:
        plain = _plain(name)
        key = _OTHER_NAMES.get(plain, plain)
        (found if key == plain else borrowed).setdefault(key, _value(key, value))
    return {**borrowed, **found}


def language(tag: str | None) -> str | None:
    """The language of a BCP 47 tag: `nb-NO` is `nb`; `no` stays `no`, for it does not say which Norwegian."""
    primary = (tag or "").replace("_", "-").split("-")[0].strip().lower()
    return primary if primary.isalpha() and len(primary) in (2, 3) else None


def _plain(name: str) -> str:
    """«Avklart med» -> `avklart_med`; `mål`, `maal` and `mal` are one, and so are `språk` and `spraak`."""
    text = _folded(name).replace(" ", "_").replace("-", "_")
    return text if text == "spraak" else text.replace("maal", "mal")


def _folded(text: str) -> str:
    lower = unicodedata.normalize("NFC", text).strip().lower()
    return lower.translate({ord("å"): "a", ord("ø"): "o", ord("æ"): "ae"})


def _value(key: str, value: MetadataValue) -> MetadataValue:
    parts = value.split(",") if isinstance(value, str) and key in _LISTS else value
    change = _folded if key in _NAMES else str.strip
    return change(parts) if isinstance(parts, str) else tuple(filter(None, (change(part) for part in parts)))
