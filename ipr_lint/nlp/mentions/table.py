"""One slot's word list -> look-up: does a word, compound or phrase speak for the organisation (+) or the area (-)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipr_lint.facts.names import Polar

STRONG, WEAK = 2, 1
_SHORTEST_HEAD = 4  # a compound's head is matched from this length: shorter ones end too many other words
_SHORTEST_REST = 3  # letters of a compound behind the listed first part
_GAP = 4  # tokens within which the next word of a phrase must come
_ADJACENT = frozenset({"for", "på", "til", "i", "med", "om", "mot", "ved", "bak", "som", "en", "ein", "over", "etter"})
_PASSED = frozenset(
    {"ikke", "ikkje", "også", "òg", "nå", "no", "seg", "derfor", "difor", "gjerne", "fortsatt", "framleis"}
)
_ENDINGS = ("ene", "ane", "ens", "ets", "en", "et", "er", "ar", "ne", "a", "e", "s", "t")


def words(text: str) -> tuple[str, ...]:
    """The entries of a comma-separated list."""
    return tuple(entry for part in text.split(",") if (entry := " ".join(part.split())))


class Table:
    """One slot's words: entry -> +2/+1 (organisation), -1/-2 (area); of equal entries the first list's counts."""

    def __init__(self, polar: Polar, classes: Mapping[str, frozenset[str]] | None = None) -> None:
        self._classes = classes or {}
        self.single: dict[str, int] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        lists = ((polar.organisation, STRONG), (polar.area, -STRONG))
        weak = ((polar.organisation_weak, WEAK), (polar.area_weak, -WEAK), (polar.neutral, 0))
        for text, value in (*lists, *weak):
            for entry in words(text):
                first, *rest = entry.lower().split()
                if rest:
                    self.phrases.setdefault(first, []).append((tuple(rest), value))
                else:
                    self.single.setdefault(first, value)

    def exact(self, *forms: str) -> int:
        """The value of the first form that is listed, 0 if none is."""
        return next((self.single[form] for form in forms if form in self.single), 0)

    def compound(self, *forms: str) -> int:
        """The value of a word or of the longest listed head of a compound; 0 if nothing fits."""
        for form in forms:
            if form in self.single:
                return self.single[form]
        for base in dict.fromkeys(base for form in forms for base in bases(form)):
            if base in self.single:
                return self.single[base]
            for start in range(len(base) - _SHORTEST_HEAD + 1):
                if base[start:] in self.single and (start == 0 or start >= 2):
                    return self.single[base[start:]]
        return 0

    def prefix(self, *forms: str) -> int:
        """The value of the longest listed word that a compound begins with; 0 if none does."""
        for form in forms:
            for end in range(len(form) - _SHORTEST_REST, _SHORTEST_REST - 1, -1):
                if form[:end] in self.single:
                    return self.single[form[:end]]
        return 0

    def phrase(self, first: Sequence[str], following: Sequence[Sequence[str]]) -> int:
        """The value of the longest, then nearest, phrase that begins with one of the forms `first` and goes on, in
        order, among the words that follow, each given by its forms."""
        best, rank = 0, (0, 0)
        for form in first:
            for rest, value in self.phrases.get(form, ()):
                end = _end_of(rest, following, self._classes)
                if end is not None and (len(rest), -end) > rank:
                    best, rank = value, (len(rest), -end)
        return best


def bases(form: str) -> Iterator[str]:
    """A form and what is left of it without an inflectional ending."""
    yield form
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_HEAD - 1:
            yield form[: -len(ending)]
            yield form[: -len(ending)] + "e"


def _one_of(forms: Sequence[str], members: frozenset[str]) -> bool:
    """Whether a word, or the head of a compound, is in a class."""
    if not members:
        return False
    parts = (base[start:] for form in forms for base in bases(form) for start in range(len(base) - _SHORTEST_HEAD + 1))
    return any(part in members for part in parts)


def _end_of(
    rest: Sequence[str], following: Sequence[Sequence[str]], classes: Mapping[str, frozenset[str]]
) -> int | None:
    """How many of the words that follow a phrase takes; None if it is not there."""
    position = 0
    for word in rest:
        near = range(position, min(position + (1 if word in _ADJACENT else _GAP), len(following)))
        members = classes.get(word, frozenset())
        found = next((index for index in near if word in following[index] or _one_of(following[index], members)), None)
        if found is None or any("," in following[index] for index in range(position, found)):
            return None
        position = found + 1
        while position < len(following) and _PASSED & set(following[position]):
            position += 1
    return position
