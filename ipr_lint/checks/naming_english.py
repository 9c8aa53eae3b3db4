"""English text -> names of the organisation and the area that are untranslated, misspelled or without their article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.facts.names import Names
from ipr_lint.model import Block, Edit, Fix, Hit, Kind, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.mentions import Form, Place, Sense, spotter
from ipr_lint.nlp.mentions.table import words

needs = Needs.SENTENCES
Params = NoParams

_BEFORE = re.compile(r"(?P<before>[\w-]+(?:\s+the)?)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"(?:['’]s)?\s+(?P<after>[\w-]+)")
_WORD = re.compile(r"\w")
_ARTICLE = re.compile(r"\b(?:the|this|our|entire|whole|wider|\w+er)\s+$", re.IGNORECASE)
_NO_MODIFIER = re.compile(r"(?!['’]s|\s+[A-Z]|\s+Alliance\b|-)")  # no name follows that the words belong to
_PREPOSITION = re.compile(r"\b(?:in|of|from|to|for|across|throughout|within|around|into)\s+$", re.IGNORECASE)


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit per name to correct in blocks that are in English."""
    names = draft.facts.get(Names)
    for block in draft.blocks():
        if block.kind is Kind.IMAGE or draft.language_of(block) != "en":
            continue
        yield from _misspelled(draft, block, names)
        yield from _without_article(block, names)
        for place in spotter(names).find(block):
            if place.form is Form.BARE:
                yield _untranslated(draft, block, place, names)


def _misspelled(draft: Analysis, block: Block, names: Names) -> Iterator[Hit]:
    respelled = {one.wrong: one.right for one in names.english_wrong}
    longest = sorted(respelled, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w|-?[A-Z])")
    for match in pattern.finditer(block.text):
        right = respelled[match[0]]
        if _ARTICLE.search(block.text, 0, match.start()):
            right = right.removeprefix("the ")
        elif right == names.english_area.removeprefix("the ") and _NO_MODIFIER.match(block.text, match.end()):
            right = names.english_area
        if _opens_sentence(draft, block, match.start()):
            right = right[0].upper() + right[1:]
        yield _hit(block, match.start(), match.end(), (right,), f"skrevet «{match[0]}»")


def _without_article(block: Block, names: Names) -> Iterator[Hit]:
    bare = names.english_area.removeprefix("the ")
    for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?=[\s,.;:?!)]|$)(?!\s+[A-Za-z])", block.text):
        if _PREPOSITION.search(block.text, 0, match.start()):
            yield _hit(block, match.start(), match.end(), (names.english_area,), "uten bestemt artikkel")


def _untranslated(draft: Analysis, block: Block, place: Place, names: Names) -> Hit:
    sentence = draft.sentence_at(block, place.start)
    before = _BEFORE.search(block.text, max(0, place.start - 40), place.start)
    area, organisation = names.english_area, f"the {names.english_organisation}"
    if before is not None and re.search(r"\bthe$", before["before"], re.IGNORECASE):
        area, organisation = area.removeprefix("the "), organisation.removeprefix("the ")
    if _opens_sentence(draft, block, place.start):
        area, organisation = area[0].upper() + area[1:], organisation[0].upper() + organisation[1:]
    ending = "’s" if place.possessive == "s" else ""
    choices = [organisation + ending, area + ending]
    rest = block.text[place.name_end : len(block.text) if sentence is None else sentence.end]
    match _sense(block, place, before, rest, names):
        case Sense.ORGANISATION:
            choices = choices[:1]
        case Sense.AREA:
            choices = choices[1:]
    return _hit(block, place.start, place.end, tuple(choices), "norsk navn i engelsk tekst")


def _opens_sentence(draft: Analysis, block: Block, start: int) -> bool:
    sentence = draft.sentence_at(block, start)
    return sentence is None or not _WORD.search(block.text, sentence.start, start)


def _sense(block: Block, place: Place, before: re.Match[str] | None, rest: str, names: Names) -> Sense:
    """What stands beside the name decides, else what the rest of its sentence says of it."""
    after = _AFTER.match(block.text, place.name_end)
    if after is not None and after["after"].lower() in words(names.english_agents):
        return Sense.ORGANISATION
    if before is not None and before["before"].lower().split()[0] in words(names.english_places):
        return Sense.AREA
    area, organisation = (
        any(re.search(rf"\b{re.escape(word)}\b", rest, re.IGNORECASE) for word in words(listed))
        for listed in (names.english_area_words, names.english_organisation_words)
    )
    if area == organisation:
        return Sense.UNSURE
    return Sense.AREA if area else Sense.ORGANISATION


def _hit(block: Block, start: int, end: int, choices: tuple[str, ...], evidence: str) -> Hit:
    span = Span(block.id, start, end)
    known = choices if len(choices) == 1 else ()  # which of the two is meant, only the writer knows
    fixes = tuple(Fix(f"Skriv «{choice}»", (Edit(span, choice),)) for choice in known)
    wanted = " / ".join(f"«{choice}»" for choice in choices)
    return Hit(span, {"wanted": wanted}, fixes=fixes, evidence=evidence)
