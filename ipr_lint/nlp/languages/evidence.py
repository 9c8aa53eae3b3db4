"""Words of a text -> how much speaks for each language, by the lists in rules/facts/languages.yaml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ipr_lint.facts.languages import Features, LanguageFeatures

_SHAPED_LENGTH = 5  # letters; shorter words have no ending worth reading
_SHAPE = 0.5  # what an ending, a beginning or a letter weighs against a whole word
_REMEMBERED = 50_000  # words


class Weigher:
    """Knows the lists of all languages and remembers the words it has weighed."""

    def __init__(self, features: LanguageFeatures) -> None:
        """`features`: the lists."""
        self._lists = {one.code: _Lists(one) for one in features.languages}
        self._seen: dict[str, Mapping[str, float]] = {}

    def word(self, word: str) -> Mapping[str, float]:
        """The languages that a lower-cased word speaks for, each with 0 < weight <= 1; `no` is nb or nn."""
        if (known := self._seen.get(word)) is not None:
            return known
        weights = {code: weight for code, lists in self._lists.items() if (weight := lists.weigh(word))}
        if norwegian := max(weights.get("nb", 0.0), weights.get("nn", 0.0)):
            weights["no"] = norwegian
        if len(self._seen) < _REMEMBERED:
            self._seen[word] = weights
        return weights

    def weigh(self, words: Sequence[str]) -> dict[str, float]:
        """Share of the words (0 to 1) that speak for each language."""
        totals = dict.fromkeys((*self._lists, "no"), 0.0)
        for word in words:
            for code, weight in self.word(word).items():
                totals[code] += weight
        count = max(len(words), 1)
        return {code: total / count for code, total in totals.items()}

    def telling(self, words: Sequence[str], language: str, limit: int) -> list[str]:
        """The words that speak more for `language` than for Norwegian, the clearest and most frequent first."""
        counts: Counter[str] = Counter()
        for word in words:
            weights = self.word(word)
            counts[word] += int(2 * max(0.0, weights.get(language, 0.0) - weights.get("no", 0.0)))
        return sorted((word for word in counts if counts[word]), key=lambda word: (-counts[word], word))[:limit]

    def lists(self, language: str) -> bool:
        """Whether a language has lists."""
        return language in self._lists


class _Lists:
    def __init__(self, features: Features) -> None:
        self.words = frozenset(features.words.split())
        self.endings = tuple(features.endings.split())
        self.beginnings = tuple(features.beginnings.split())
        self.letters = tuple(features.letters.split())

    def weigh(self, word: str) -> float:
        if word in self.words:
            return 1.0
        weight = _SHAPE * any(letter in word for letter in self.letters)
        if len(word) >= _SHAPED_LENGTH:
            weight += _SHAPE * (word.endswith(self.endings) + word.startswith(self.beginnings))
        return min(weight, 1.0)


@lru_cache(maxsize=4)
def weigher(features: LanguageFeatures) -> Weigher:
    """One weigher for each set of lists."""
    return Weigher(features)
