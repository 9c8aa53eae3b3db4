"""A draft that nobody declared a channel for -> the channel its own words give away, and which words they were."""

from __future__ import annotations

import re
from pathlib import PurePath

from ipr_lint.facts.channels import Channels, Guess
from ipr_lint.model import Document, Kind
from ipr_lint.nlp.phrases import Word, find, words

_OPENING_BLOCKS = 6
_SHORT_LINE = 12  # words; in a longer one a sign must come first («Pressemelding, 10. mars»)
_FIRST_WORDS = 5
_FILE_WORD, _FILE_POINTS = 4, 4  # shorter names («x») are no evidence in a file name
_HASHTAG = re.compile(r"(?<!\w)#[^\W\d_]\w{2,}")
_HASHTAGS = 2


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


def _openings(document: Document) -> list[tuple[Word, ...]]:
    """The stretches a genre is named in: the first lines, whole if short, else their first words."""
    texts = [block.text for block in document.blocks if block.text.strip()][:_OPENING_BLOCKS]
    lines = [words(line) for text in texts for line in text.split("\n")]
    return [line if len(line) <= _SHORT_LINE else line[:_FIRST_WORDS] for line in lines]


def _named(names: tuple[str, ...], file_name: tuple[Word, ...]) -> list[tuple[int, str]]:
    """Points for a file that is called after its channel («pressemelding-tog.docx»)."""
    found = [name for name in names if len(name) >= _FILE_WORD and find(name, file_name)]
    return [(_FILE_POINTS, found[0])] if found else []


def _signs(told: Guess, openings: list[tuple[Word, ...]], text: tuple[Word, ...],
           hashtags: int) -> list[tuple[int, str]]:
    found = [(points, phrase) for phrase, points in told.opening.items()
             if any(find(phrase, line) for line in openings)]
    found += [(points, phrase) for phrase, points in told.anywhere.items() if find(phrase, text)]
    if told.hashtags and hashtags >= _HASHTAGS:
        found.append((told.hashtags, "#"))
    return found
