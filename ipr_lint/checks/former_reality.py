"""What is no more (a county, a municipality, an office, a strategy period) spoken of in the present tense."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.standard import Phrases
from ipr_lint.model import Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import RUNNING_TEXT, Analysis
from ipr_lint.nlp.message_words import in_words
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find
from ipr_lint.nlp.sentences import Sentence
from ipr_lint.nlp.tense import finite_verbs

needs = Needs.SENTENCES | Needs.LEMMAS
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d)")


class Bygone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names in use until a day; `context`: how the name must stand ({} is the name) to be the thing itself."""

    names: tuple[str, ...]
    until: datetime.date
    now: str
    context: tuple[str, ...]
    but_not: tuple[str, ...] = ()


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is over, and the words that make a sentence speak of the past."""

    bygone: tuple[Bygone, ...]
    past: Annotated[Phrases, Meta(description="words that show the text knows it is over")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per thing that is over: where it first stands in a sentence in the present tense."""
    seen: set[str] = set()
    for block in draft.blocks(Kind.HEADING, *RUNNING_TEXT):
        for entry in params.bygone:
            if entry.until >= draft.context.today:
                continue
            for match in _pattern(entry).finditer(block.text):
                sentence = next(s for s in draft.sentences(block) if s.start <= match.start() < s.end)
                if entry.now not in seen and _is_present(draft, block, sentence, match, params):
                    seen.add(entry.now)
                    until = in_words(entry.until)
                    yield Hit(block.span(match.start(), match.end()), {"now": entry.now, "until": until},
                              evidence=f"gjaldt til {until['nb']}")


@lru_cache(maxsize=64)
def _pattern(entry: Bygone) -> re.Pattern[str]:
    forms = sorted((context.replace("{}", name) for context in entry.context for name in entry.names), key=len)
    told = "|".join(re.escape(form).replace(r"\ ", r"\s") for form in reversed(forms))
    guard = "".join(rf"(?!\s{re.escape(one)})" for one in entry.but_not)
    return re.compile(rf"(?<![\w-])(?:{told})s?(?![\w-]){guard}")


def _is_present(draft: Analysis, block: Block, sentence: Sentence, match: re.Match[str], params: Params) -> bool:
    """Whether a sentence speaks in the present tense and gives no past year besides the name's own."""
    rest = block.text[sentence.start : match.start()] + " " + block.text[match.end() : sentence.end]
    if any(int(year) < draft.context.today.year for year in _YEAR.findall(rest)) or find(params.past, words(rest)):
        return False
    verbs = finite_verbs(draft, block, sentence.start, sentence.end)
    return bool(verbs) and not any(verb.past for verb in verbs)
