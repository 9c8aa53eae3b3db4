"""Bytes of a text file in; the decoded text, the encoding's name and what to say about it out."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ipr_lint.model import UnreadableError

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Control characters that no text editor writes; tab, line feed, form feed, carriage return and escape may stand.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.001  # the odd control character survives copying from a PDF; more than this is binary data
_DAMAGED = 3  # characters in UTF-8 for each that is not
CP1252_NOTE = "Filen er ikke gyldig UTF-8; den er lest som Windows-1252 (CP1252). Lagre den gjerne som UTF-8."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its byte order mark, which `bom` keeps so that a fix can write it back."""

    text: str
    encoding: str
    bom: bytes = b""
    notes: tuple[str, ...] = ()

    def encode(self, text: str) -> bytes:
        """Another text in the same encoding, with the same byte order mark.

        Raises: UnicodeEncodeError, when the encoding lacks a character.
        """
        return self.bom + text.encode(self.encoding)


def decode(data: bytes) -> Decoded:
    """Decode UTF-8 and UTF-16 by their byte order mark, else UTF-8, else CP1252.

    Raises: UnreadableError, for binary data.
    """
    decoded = _decode(data)
    if len(_CONTROL.findall(decoded.text)) > MAX_CONTROL_SHARE * len(decoded.text):
        raise UnreadableError("innholdet er binære data; ventet tekst i UTF-8, UTF-16 eller Windows-1252")
    return decoded


def _decode(data: bytes) -> Decoded:
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data, "utf-8", codecs.BOM_UTF8)
    for bom, encoding in _UTF16.items():
        if data.startswith(bom):
            return _strict(data, encoding, bom)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            before = data[: error.start].decode("utf-8").splitlines(keepends=True) or [""]
            last = "" if before[-1].endswith(("\n", "\r")) else before[-1]
            line = len(before) + (before[-1] != last)
            raise UnreadableError(f"ugyldig UTF-8 i linje {line}, kolonne {len(last) + 1}; resten er UTF-8") from None
    try:
        return Decoded(data.decode("cp1252"), "cp1252", notes=(CP1252_NOTE,))
    except UnicodeDecodeError:
        message = "tegnkodingen er ukjent; ventet UTF-8, UTF-16 med BOM eller Windows-1252"
        raise UnreadableError(message) from None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether characters beyond ASCII are UTF-8 far more often than not: text in CP1252 has nearly none that are."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - broken >= _DAMAGED * broken


def _strict(data: bytes, encoding: str, bom: bytes) -> Decoded:
    try:
        return Decoded(data[len(bom):].decode(encoding), encoding, bom)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-le").removesuffix("-be").upper()
        raise UnreadableError(f"ugyldig {name} ved byte {error.start + len(bom)}") from None
