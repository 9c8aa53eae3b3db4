"""A draft that nobody declared a channel for -> the channel its own words give away, and which words they were."""

from __future__ import annotations

import re
from pathlib import PurePath

from ipr_lint.facts.channels import Channels, Guess
from ipr_lint.model import Document, Kind
from ipr_lint.nlp.phrase_words import Word, Words, first_words, words
from ipr_lint.nlp.phrases import Found, find

_OPENING_BLOCKS = 6
_SHORT_LINE = 12  # words; in a longer one a sign must come first («Pressemelding, 10. mars»)
_FIRST_WORDS = 5
_FIRST_WORD = 2  # a sign of one word comes at once: «vi skal levere høringssvar» is none
_FILE_WORD, _FILE_POINTS = 4, 4  # shorter names («x») are no evidence in a file name
_HASHTAG = re.compile(r"(?<!\w)#[^\W\d_]\w{2,}")
_HASHTAGS = 2

Opening = tuple[Words, bool]


def guess(document: Document, channels: Channels) -> tuple[str, str]:
    """(channel, the sign that weighed most), or ("", "") when the signs are too few or point two ways."""
    openings = _openings(document)
    text = tuple(word for block in document.blocks if block.kind is not Kind.IMAGE for word in words(block.text))
    hashtags = sum(len(_HASHTAG.findall(block.text)) for block in document.blocks)
    file_name = words(PurePath(document.path).stem.replace("-", " ").replace("_", " "))
    ranked = []
    for name, channel in channels.channels.items():
        signs = _signs(channel.guess, openings, text, hashtags) + _named((name, *channel.aliases), file_name)
        ranked.append((sum(points for points, _ in signs), name, max(signs, default=(0, ""))[1]))
    ranked.sort(key=lambda one: -one[0])
    (most, name, sign), (next_most, _, _) = ranked[0], ranked[1] if len(ranked) > 1 else (0, "", "")
    clear = most >= channels.guess_minimum and most - next_most >= channels.guess_lead
    return (name, sign) if clear else ("", "")


def _openings(document: Document) -> list[Opening]:
    """The stretches a genre is named in: the first lines, whole if short, else their first words; and whether short."""
    texts = [block.text for block in document.blocks if block.text.strip()][:_OPENING_BLOCKS]
    lines = [first_words(line, _SHORT_LINE + 1) for text in texts for line in text.split("\n")]
    return [(line, True) if len(line) <= _SHORT_LINE else (Words(line[:_FIRST_WORDS]), False) for line in lines]


def _opening(phrase: str, opening: Opening) -> str:
    """The sign as it is written, "" if it is not there."""
    line, short = opening
    found = find(phrase, line)
    at_once = found is not None and (short or found.last > found.first or found.first < _FIRST_WORD)
    return _told(found, line) if at_once else ""


def _told(found: Found | None, line: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in line[found.first : found.last + 1]) if found else ""


def _named(names: tuple[str, ...], file_name: tuple[Word, ...]) -> list[tuple[int, str]]:
    """Points for a file that is called after its channel («pressemelding-tog.docx»)."""
    found = [name for name in names if len(name) >= _FILE_WORD and find(name, file_name)]
    return [(_FILE_POINTS, found[0])] if found else []


def _signs(told: Guess, openings: list[Opening], text: tuple[Word, ...],
           hashtags: int) -> list[tuple[int, str]]:
    found = [(points, sign) for phrase, points in told.opening.items()
             if (sign := next(filter(None, (_opening(phrase, one) for one in openings)), ""))]
    found += [(points, sign) for phrase, points in told.anywhere.items() if (sign := _told(find(phrase, text), text))]
    if told.hashtags and hashtags >= _HASHTAGS:
        found.append((told.hashtags, "#"))
    return found
