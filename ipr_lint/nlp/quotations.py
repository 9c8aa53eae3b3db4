"""Document -> direct quotations per block, with the speaker where the text names one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ipr_lint.facts.quotation import QuotationFacts
from ipr_lint.model import Block, Document, Kind
from ipr_lint.nlp.attributions import Attribution, Attributions, attributions

_MARKS = re.compile("«(?P<a>[^«»]{1,2000})»|“(?P<b>[^“”]{1,2000})”|„(?P<c>[^„“”]{1,2000})[“”]|\"(?P<d>[^\"]{1,2000})\"")
_DASH = re.compile(r"\s*[–—-]\s+(?=[^\W_]|«)")
_RESUMES = re.compile(r"(?<=[.!?…»:])\s+[–—-]\s+(?=[A-ZÆØÅ«])")
_WORD = re.compile(r"[^\W\d_]+")
_SIGNED = re.compile(r"\s*[–—]\s*(?P<who>[A-ZÆØÅ][^.!?\n]{2,80})$")
_STOPS = (".", "!", "?", "…", ",")
_SENTENCE = 3  # words; shorter ones in marks are a scare quote or a name unless somebody is said to say them
_PHRASE = 4  # words; a shorter lower-case phrase in marks is a scare quote
_NEAR, _FAR = 2, 5  # blocks looked back for who speaks: without a word of it, and for a pronoun


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]` of a block is somebody's words; `speaker` is the attribution as written, "" if none."""

    start: int
    end: int
    speaker: str = ""


def find(document: Document, facts: QuotationFacts) -> dict[int, tuple[Quotation, ...]]:
    """Quotations by block id: «…» that is said by somebody, – … lines, quote blocks, also over several paragraphs.

    Scare quotes, single words and titles in quotation marks are none. A pronoun stands for the speaker named last.
    """
    words = attributions(facts)
    found: dict[int, tuple[Quotation, ...]] = {}
    told = _Told(words)
    opened = False
    for block in document.blocks:
        quotations, goes_on = _of_block(block, words, opened)
        if quotations:
            introduced = _introduced(document, block, words)
            found[block.id] = tuple(told.settle(one, block.id, introduced) for one in quotations)
            if opened and found[block.id][0].speaker:  # who speaks is often said at the end only
                before = found[block.id - 1]
                found[block.id - 1] = (*before[:-1], replace(before[-1], speaker=found[block.id][0].speaker))
        else:
            told.hear(words.inside(block.text, 0), block.id)
        opened = goes_on
    return found


class _Told:
    """Remembers who spoke last, for pronouns and for paragraphs that go on without a name."""

    def __init__(self, words: Attributions) -> None:
        self._pronouns = words.pronouns
        self._who = ""
        self._block = -_FAR

    def hear(self, spoken: Attribution | None, block: int) -> None:
        if spoken and spoken.who.lower() not in self._pronouns:
            self._who, self._block = spoken.who, block

    def settle(self, one: Quotation, block: int, introduced: str) -> Quotation:
        """The quotation with its speaker's name where the text gave it before."""
        speaker = one.speaker or introduced
        reach = _FAR if speaker else _NEAR
        if not speaker or speaker.lower() in self._pronouns:
            speaker = self._who if self._who and block - self._block <= reach else speaker
        if speaker and speaker.lower() not in self._pronouns:
            self._who, self._block = speaker, block
        return replace(one, speaker=speaker)


def _of_block(block: Block, words: Attributions, opened: bool) -> tuple[list[Quotation], bool]:
    """The quotations of one block, and whether one is still open at its end."""
    text = block.text
    if block.kind is Kind.QUOTE:
        return [_whole(block)], False
    if opened and (closing := text.find("»")) >= 0 and "«" not in text[1:closing]:
        end = closing + 1
        return [Quotation(0, end, words.after(text, end)), *_marked(text, end, words)], False
    if opened and text.startswith("«") and "»" not in text:
        return [Quotation(0, len(text))], True
    if _DASH.match(text) and len(_WORD.findall(text)) >= _SENTENCE:
        return list(_dashed(text, words)), False
    if (resumes := _RESUMES.search(text)) and words.inside(text, resumes.end()):
        return [*_marked(text[: resumes.start()], 0, words), *_dashed(text, words, resumes.end())], False
    quotations = list(_marked(text, 0, words))
    start = text.rfind("«")
    is_open = start >= 0 and "»" not in text[start:] and block.kind is Kind.PARAGRAPH
    if is_open and len(_WORD.findall(text[start:])) > _PHRASE:
        return [*quotations, Quotation(start, len(text), words.before(text, start))], True
    return quotations, False


def _whole(block: Block) -> Quotation:
    signed = _SIGNED.search(block.text)
    speaker = block.attributes.get("speaker", "") or (signed["who"].strip() if signed else "")
    return Quotation(0, signed.start() if signed else len(block.text), speaker)


def _dashed(text: str, words: Attributions, start: int = 0) -> Iterator[Quotation]:
    """The stretches of a dash paragraph: up to «, sier X», and again from the next dash."""
    while start < len(text):
        said = words.inside(text, start)
        resumes = _RESUMES.search(text, said.end if said else start + 1)
        if said is None or (resumes and resumes.start() < said.start):
            yield Quotation(start, len(text))
            return
        yield Quotation(start, said.start, said.who)
        if resumes is None:
            return
        start = resumes.end()


def _marked(text: str, start: int, words: Attributions) -> Iterator[Quotation]:
    """Quotation marks around what somebody says."""
    for match in _MARKS.finditer(text, start):
        inner = next(group for group in match.groups() if group is not None)
        speaker = words.after(text, match.end()) or words.before(text, match.start())
        if len(_WORD.findall(inner)) < _SENTENCE and text[match.end() : match.end() + 1] != ",":
            continue
        if speaker or _is_said(text, match, inner, words):
            yield Quotation(match.start(), match.end(), speaker)


def _is_said(text: str, match: re.Match[str], inner: str, words: Attributions) -> bool:
    """Whether marked text without an attribution beside it is speech: whole sentences, or a phrase of a speaker's."""
    before = _WORD.findall(text[max(0, match.start() - 40) : match.start()])
    if before and before[-1].lower() in words.titled:
        return False
    count = len(_WORD.findall(inner))
    if inner[:1].isupper() and inner.rstrip().endswith(_STOPS):
        return count >= _SENTENCE
    around = text[max(0, match.start() - 120) : match.start()] + text[match.end() : match.end() + 60]
    return count >= _PHRASE and inner[:1].islower() and words.speaks(around)


def _introduced(document: Document, block: Block, words: Attributions) -> str:
    """The speaker whom the paragraph before names as it leads over: «Kari Nordmann sier:»."""
    previous = document.blocks[block.id - 1].text if block.id else ""
    return words.before(previous, len(previous)) if previous.rstrip().endswith(":") else ""
