"""An action hidden in a noun with an empty verb («foreta en vurdering av»), and too many such nouns in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp import readability
from ipr_lint.nlp.analysis import NORWEGIAN, RUNNING_TEXT, Analysis
from ipr_lint.nlp.inflection import Inflected, form_for, inflect

needs = Needs.SENTENCES
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARTICLES = frozenset({"en", "ei", "et", "ein", "eit", "den", "det", "noen", "noko", "nokon", "flere", "fleire"})
_PREPOSITIONS = frozenset({"av", "om", "på", "til", "over", "med", "i", "for"})
_BETWEEN = 3  # words between the verb and its noun: «foreta en ny og grundig vurdering»
_SHORTEST = 6  # letters of a noun that names an action
_ACTION = re.compile(
    r"(?:[^\Waeiouyæøå\d_]ing(?:a|en|ene|er|ar|ane)?|else(?:n|r|ne|ane|a)?|sjon(?:en|er|ar|ene|ane)?"
    r"|(?:het|heit)(?:en|er|ar|ene|ane|a)?)s?\Z"
)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which verbs are empty, which nouns hide which verb, and how many nouns are too many."""

    verbs_nb: Annotated[tuple[str, ...], Meta(description="empty verbs, four forms each, Bokmål")]
    verbs_nn: Annotated[tuple[str, ...], Meta(description="empty verbs, four forms each, Nynorsk")]
    nouns_nb: Annotated[tuple[str, ...], Meta(description="«noun class = verb class», Bokmål")]
    nouns_nn: Annotated[tuple[str, ...], Meta(description="«noun class = verb class», Nynorsk")]
    max_rate: Annotated[float, Meta(ge=0, description="nouns in -ing, -else, -sjon and -het per 100 words")]
    minimum_words: Annotated[int, Meta(ge=50, description="shorter texts get no verdict on the rate")]


_Lists = tuple[dict[str, str], dict[str, Inflected]]  # form of an empty verb -> slot; form of a noun -> verb


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per empty verb with its noun; one for the text where such nouns crowd it."""
    for block in draft.blocks(*RUNNING_TEXT):
        language = draft.language_of(block) or "nb"
        if language in NORWEGIAN:
            yield from _phrases(draft, block, _lists(params, language))
    words = [word for one in readability.measured(draft) for word in one.words]
    if draft.language in NORWEGIAN and len(words) >= params.minimum_words:
        rate = 100 * sum(len(word) >= _SHORTEST and bool(_ACTION.search(word.lower())) for word in words) / len(words)
        if rate > params.max_rate:
            told = f"{rate:.1f}".replace(".", ",")
            yield Hit(None, {"rate": told, "max": f"{params.max_rate:g}"}, variant="mange",
                      evidence=f"{told} per 100 ord i {len(words)} ord")


@lru_cache(maxsize=8)
def _lists(params: Params, language: str) -> _Lists:
    verbs = params.verbs_nb if language == "nb" else params.verbs_nn
    empty = {form: slot for line in verbs for form, slot in inflect(line, language).slots().items()}
    nouns: dict[str, Inflected] = {}
    for line in params.nouns_nb if language == "nb" else params.nouns_nn:
        noun, _, verb = line.partition("=")
        forms = inflect(noun, language).forms
        nouns |= dict.fromkeys((forms["si"], forms["pi"]), inflect(verb, language))
    return empty, nouns


def _phrases(draft: Analysis, block: Block, lists: _Lists) -> Iterator[Hit]:
    empty, nouns = lists
    words = list(_WORD.finditer(block.text))
    for at, word in enumerate(words):
        slot = empty.get(word[0].lower())
        if slot is None:
            continue
        for step, noun in enumerate(words[at + 1 : at + 2 + _BETWEEN], start=at + 1):
            if not block.text[words[step - 1].end() : noun.start()].isspace() or noun[0].lower() in _PREPOSITIONS:
                break
            if (verb := nouns.get(noun[0].lower())) is not None:
                yield _hit(draft, block, words, at, step, form_for(verb, slot))
                break


def _hit(draft: Analysis, block: Block, words: list[re.Match[str]], first: int, last: int, verb: str) -> Hit:
    following = words[last + 1] if last + 1 < len(words) else None
    ends_with_av = following is not None and following[0].lower() == "av"
    end = following.end() if following is not None and ends_with_av else words[last].end()
    span = Span(block.id, words[first].start(), end)
    between = [word[0].lower() for word in words[first + 1 : last] if word[0].lower() not in _ARTICLES]
    text = verb[:1].upper() + verb[1:] if words[first][0][0].isupper() else verb
    fixes = (Fix(f"Skriv «{text}»", (Edit(span, text),)),) if ends_with_av and not between else ()
    return Hit(span, {"verb": verb}, fixes=fixes, evidence=f"«{words[last][0]}» rommer verbet")
