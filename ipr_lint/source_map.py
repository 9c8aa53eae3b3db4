"""Collects the text of one block piece by piece: source fragments in, NFC text with its pieces out."""

from __future__ import annotations

import re
import unicodedata

from ipr_lint.model import Piece, RunOrigin

# A base character with combining marks after it, or characters no reader sees (soft hyphen, zero-width, BOM).
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
LINE_END = re.compile("\r\n?|\n")  # as editors count lines; an old Mac file has carriage returns only
_UNSEEN = dict.fromkeys(map(ord, _INVISIBLE))
_SPECIAL = re.compile(f"[{_INVISIBLE}]+|.[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+", re.DOTALL)


class TextBuilder:
    """Grows the text of a block; every piece of it knows where in the source it came from.

    Offsets are Unicode code points. `add` takes source text that appears as it is (apart from NFC normalisation and
    invisible characters, which it maps itself); `add_as` takes text that stands for another source range as a whole.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def add(self, text: str, source_start: int, run: RunOrigin | None = None) -> None:
        """Append `text`, which stands at `source_start` in the source character by character."""
        at = 0
        if not text.isascii():
            for match in _SPECIAL.finditer(text):
                self._verbatim(text[at : match.start()], source_start + at, _shift(run, at))
                composed = "" if match[0][0] in _INVISIBLE else unicodedata.normalize("NFC", match[0])
                self.add_as(composed, source_start + match.start(), source_start + match.end(),
                            _shift(run, match.start()))
                at = match.end()
        self._verbatim(text[at:], source_start + at, _shift(run, at))

    def add_as(self, text: str, source_start: int, source_end: int, run: RunOrigin | None = None) -> None:
        """Append `text` that stands for `source[source_start:source_end]` as a whole."""
        if not text.isascii():
            text = text.translate(_UNSEEN)
        if text:
            self._append(text, Piece(self.length, self.length + len(text), source_start, source_end, False, run))

    def _verbatim(self, text: str, source_start: int, run: RunOrigin | None) -> None:
        if not text:
            return
        if not unicodedata.is_normalized("NFC", text):  # singletons such as the Kelvin sign
            for index, char in enumerate(text):
                self.add_as(unicodedata.normalize("NFC", char), source_start + index, source_start + index + 1,
                            _shift(run, index))
            return
        end = self.length + len(text)
        self._append(text, Piece(self.length, end, source_start, source_start + len(text), True, run))

    def _append(self, text: str, piece: Piece) -> None:
        self._parts.append(text)
        self.pieces.append(piece)
        self.length += len(text)


def _shift(run: RunOrigin | None, by: int) -> RunOrigin | None:
    return run and RunOrigin(run.part, run.paragraph, run.run, run.offset + by)


def strip(text: str, pieces: list[Piece]) -> tuple[str, tuple[Piece, ...], int]:
    """Cut white space at both ends of a block: (text, pieces, characters cut at the start)."""
    if text and not (text[0].isspace() or text[-1].isspace()):
        return text, tuple(pieces), 0
    head = len(text) - len(text.lstrip())
    tail = max(head, len(text.rstrip()))
    return text[head:tail], clip(tuple(pieces), head, tail), head


def clip(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of `text[start:end]`, moved to begin at 0; a non-verbatim piece that is cut keeps its whole source."""
    kept = []
    for piece in pieces:
        low, high = max(piece.start, start), min(piece.end, end)
        if low >= high:
            continue
        cut, rest = low - piece.start, piece.end - high
        if piece.verbatim:
            kept.append(Piece(low - start, high - start, piece.source_start + cut, piece.source_end - rest, True,
                              _shift(piece.run, cut)))
        else:
            kept.append(Piece(low - start, high - start, piece.source_start, piece.source_end, False, piece.run))
    return tuple(kept)


def source_range(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[int, int]:
    """Where `text[start:end]` of a block stands in the source; an empty span stands where its position is."""
    inside = clip(pieces, start, end)
    if inside:
        return inside[0].source_start, inside[-1].source_end
    for piece in pieces:
        if piece.start == piece.end == start:  # an image: no text, but a place
            return piece.source_start, piece.source_end
        if piece.start <= start <= piece.end:
            at = piece.source_start + (start - piece.start if piece.verbatim else 0)
            return at, at
    at = pieces[-1].source_end if pieces else 0
    return at, at
