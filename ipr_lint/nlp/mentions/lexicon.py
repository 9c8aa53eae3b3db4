"""Word lists of names.yaml -> quick look-up: how strongly a word speaks for the organisation (+) or the area (-)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipr_lint.facts.names import Names, Polar

STRONG, WEAK = 2, 1
_SHORTEST_HEAD = 4  # a compound's head is matched from this length: shorter ones end too many other words
_ENDINGS = ("ene", "ane", "ens", "ets", "en", "et", "er", "ar", "ne", "a", "e", "s", "t")


def words(text: str) -> tuple[str, ...]:
    """The entries of a comma-separated list."""
    return tuple(entry for part in text.split(",") if (entry := " ".join(part.split())))


class Table:
    """One slot's words: entry -> +2/+1 (organisation), -1/-2 (area); of equal entries the first list's counts."""

    def __init__(self, polar: Polar) -> None:
        self.single: dict[str, int] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        lists = ((polar.organisation, STRONG), (polar.area, -STRONG))
        for text, value in (*lists, (polar.organisation_weak, WEAK), (polar.area_weak, -WEAK)):
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
            for start in range(len(base) - _SHORTEST_HEAD + 1):
                if base[start:] in self.single and (start == 0 or start >= 2):
                    return self.single[base[start:]]
        return 0

    def phrase(self, forms: Sequence[str], following: Sequence[str]) -> int:
        """The value of the longest phrase that begins with one of `forms` and goes on among `following`, in order."""
        best, length = 0, 0
        for first in forms:
            for rest, value in self.phrases.get(first, ()):
                if len(rest) > length and _in_order(rest, following):
                    best, length = value, len(rest)
        return best


def bases(form: str) -> Iterator[str]:
    """A form and what is left of it without an inflectional ending."""
    yield form
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_HEAD - 1:
            yield form[: -len(ending)]
            yield form[: -len(ending)] + "e"


def _in_order(rest: Sequence[str], following: Sequence[str]) -> bool:
    position = 0
    for word in rest:
        try:
            position = following.index(word, position) + 1
        except ValueError:
            return False
    return True


class Lexicon:
    """All tables of names.yaml, compiled once per run."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.weights = names.weights
        self.subject = Table(names.subject)
        self.passive = Table(names.passive)
        self.object = Table(names.object)
        self.nouns = Table(names.nouns)
        self.predicate = Table(names.predicate)
        self.governing_verbs = Table(names.governing_verbs)
        self.prepositions = Table(names.prepositions)
        self.organisations = frozenset(words(names.known_organisations))
        self.organisation_endings = words(names.organisation_endings)
        self.places = frozenset(words(names.known_places))

    def weight(self, value: int) -> float:
        """Log-odds of a look-up's value: clear or weak, with its sign."""
        if value == 0:
            return 0.0
        size = self.weights.clear if abs(value) >= STRONG else self.weights.weak
        return size if value > 0 else -size

    def name(self, text: str) -> int:
        """+2 for the name of a known (kind of) organisation, -2 for a known place, 0 otherwise."""
        if text in self.organisations:
            return STRONG
        if text in self.places:
            return -STRONG
        ends = any(text.endswith(ending) and len(text) > len(ending) for ending in self.organisation_endings)
        return STRONG if ends else 0
