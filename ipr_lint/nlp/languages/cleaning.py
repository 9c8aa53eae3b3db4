"""Text -> the part of it that is evidence of its language: no addresses, names, titles, short quotations, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipr_lint.model import Block

# Bounded, so that a quotation mark without a partner does not swallow a paragraph.
_QUOTED = re.compile(r"«[^«»]{1,80}»|“[^“”]{1,80}”|„[^„“”]{1,80}[“”]|\"[^\"\n]{1,80}\"")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,200}|[@#]\w+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}"
                      r"\.(?:no|com|org|net|eu|se|dk|io|info)\b(?:/\S*)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_END = frozenset(".?!:…")
_LONGEST = 4000  # characters read


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`words`: the lower-cased evidence, in order; `size`: words and numbers before cleaning."""

    words: tuple[str, ...]
    size: int


def prose(block: Block) -> str:
    """The block's text with blanks where it is code: of the same length."""
    text = block.text
    for mark in block.marks:
        if mark.kind == "code":
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def clean(text: str) -> Cleaned:
    """The evidence in a text; at most that of its first 4,000 characters."""
    text = _ADDRESS.sub(" ", text[:_LONGEST])
    size = sum(token.isalnum() or any(map(str.isalnum, token)) for token in text.split())
    unquoted = _QUOTED.sub(" ", text)
    if _WORD.search(unquoted):  # else the quotation is all there is
        text = unquoted
    words = list(_WORD.finditer(text))
    shouted = sum(map(str.isupper, text)) > sum(map(str.islower, text))
    kept = (match[0].lower() for i, match in enumerate(words) if shouted or not _is_name(text, words, i))
    return Cleaned(tuple(kept), size)


def _is_name(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Whether a word is capitalised, and not only because it opens a sentence."""
    word = words[index]
    if not word[0][0].isupper():
        return False
    before = text[: word.start()].rstrip(" \t\n«»“”\"'’(–-")[-1:] if index else ""
    opens = not before or before in _SENTENCE_END
    follows = words[index + 1] if index + 1 < len(words) else None
    paired = follows is not None and follows[0][0].isupper() and text[word.end() : follows.start()] == " "
    return paired or not opens
