"""Text -> verdict on its language: our own evidence, eldc, and on suspicion langdetect, weighed together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from ipr_lint.facts.languages import LanguageFeatures
from ipr_lint.nlp.languages import voices
from ipr_lint.nlp.languages.cleaning import clean
from ipr_lint.nlp.languages.evidence import weigher

# In shares of the words, the unit of our own evidence. The voices are worth so many words' evidence each.
_FIRST_VOICE = 0.15
_SECOND_VOICE = 0.10
_CLEAR = 0.05  # lead over the next language below which nothing is said
_LEAST = 0.15  # own evidence without which no language with a list of ours is named
_UNLISTED = 0.25  # own evidence of Norwegian or English that outweighs two voices for a language without a list
_HARDLY = 0.15  # own evidence of Norwegian or English that two agreeing voices outweigh
_RELATED_WORDS = 1.0  # words of evidence by which Danish and Swedish must beat Norwegian without the voices
_OTHER_WORDS = 0.5  # the same for all others
_CLOSE_WORDS = 2.5  # words of evidence that settle it between related languages
_ONE_WORD = 1.0 - 1e-6  # a word of evidence, whatever the rounding of shares
_FEWEST = 5  # words that are evidence
_FEWEST_AGREED = 4  # the same where both voices hear an unrelated language (German has few words in lower case)
_RELATED = frozenset({"no", "da", "sv"})
_HOME = ("no", "en")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`language`: ISO 639-1; `sure`: the voices agree enough to act on it; `lead` (0 to 1) over the runner-up."""

    language: str
    sure: bool
    lead: float


@dataclass(frozen=True, slots=True)
class _Heard:
    """What speaks besides our own evidence: the two voices, and the words that one list alone has (da, sv - no)."""

    first: str | None
    second: str | None
    listed: float


@lru_cache(maxsize=4096)
def judge(text: str, features: LanguageFeatures, thorough: bool = True) -> Verdict | None:
    """The verdict on a text; None below `features.minimum_words` words that are evidence.

    Word lists (seconds to load, the first time) decide close calls between Norwegian, Danish and Swedish; unless
    `thorough` only where the small words do not speak for Norwegian.
    """
    cleaned = clean(text)
    words = cleaned.words
    if cleaned.size < features.minimum_words or len(words) < _FEWEST_AGREED:
        return None
    own = weigher(features).weigh(words)
    first = voices.first(words)
    top, lead = _leader(_totals(own, (first, _FIRST_VOICE)))
    if top in _HOME and first in _HOME and lead >= _CLEAR:
        return _named(top, own, True, lead) if len(words) >= _FEWEST else None
    second = voices.second(words)
    heard, listed = {first, second, top}, 0.0
    if heard <= _RELATED and _is_close(own, heard, len(words), behind=thorough):
        known = voices.known(words)
        listed = len(words) * max(known[code] - known["no"] for code in heard if code)
        for language, share in known.items():
            own[language] += share
    top, lead = _leader(_totals(own, (first, _FIRST_VOICE), (second, _SECOND_VOICE)))
    if len(words) < _FEWEST and not (first == second == top and top not in (*_HOME, *_RELATED)):
        return None
    sure = lead >= _CLEAR and _is_sure(top, own, _Heard(first, second, listed), len(words))
    return _named(top, own, sure, lead)


def _is_sure(top: str, own: Mapping[str, float], heard: _Heard, words: int) -> bool:
    """Voices alone convict nobody: words of the language must speak for it, or hardly more for ours than for it."""
    agreed = heard.first == heard.second == top
    home = max(own[code] for code in _HOME)
    if top not in own:
        return agreed and home < _UNLISTED
    needed = _RELATED_WORDS if top in _RELATED else _OTHER_WORDS
    if own[top] >= _LEAST and (top in _HOME or words * (own[top] - own["no"]) >= needed * _ONE_WORD):
        return True
    if top in _RELATED:
        return heard.first == top and heard.listed >= _ONE_WORD
    return agreed and (home < _HARDLY or words * (home - own[top]) <= 1 / _ONE_WORD)


def _is_close(own: Mapping[str, float], heard: Set[str | None], words: int, behind: bool) -> bool:
    """Whether small words leave it open which related language it is; `behind`: also where Norwegian leads."""
    others = [own[code] for code in ("da", "sv") if code in heard]
    lead = (max(others) - own["no"]) * words if others else _CLOSE_WORDS
    return (-_CLOSE_WORDS if behind else 0) <= lead < _CLOSE_WORDS


def _totals(own: Mapping[str, float], *heard: tuple[str | None, float]) -> dict[str, float]:
    totals = {language: share for language, share in own.items() if language not in ("nb", "nn")}
    for answer, weight in heard:
        for language in _meant(answer):
            totals[language] = totals.get(language, 0.0) + weight
    return totals


def _meant(answer: str | None) -> Sequence[str]:
    """The languages an answer speaks for: neither library knows Faroese, both take it for its relatives."""
    return () if answer is None else ("is", "fo") if answer == "is" else (answer,)


def _leader(totals: Mapping[str, float]) -> tuple[str, float]:
    """The language on top, and its lead over the next one that would be judged otherwise."""
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    top, score = ranked[0]
    rivals = [value for language, value in ranked[1:] if (language in _HOME) != (top in _HOME) or top in _HOME]
    return top, score - (rivals[0] if rivals else 0.0)


def _named(top: str, own: Mapping[str, float], sure: bool, lead: float) -> Verdict:
    if top != "no":
        return Verdict(top, sure, lead)
    return Verdict("nn" if own["nn"] > own["nb"] else "nb", sure, abs(own["nn"] - own["nb"]))
