"""simplemma's word list of a language -> a sorted file in the cache folder, looked up without reading it all.

Decoding the list takes half a second, which is half of what a whole run on one draft may take; the file is made once.
"""

from __future__ import annotations

import importlib.metadata
import mmap
from collections.abc import Mapping
from pathlib import Path

from ipr_lint import cache_folder

_LAST = "\U0010ffff\t\n".encode()  # sorts after every word; a file that was not written to its end lacks it


class WordListFile:
    """Lines «form TAB lemma», sorted by bytes, behind a memory map."""

    def __init__(self, path: Path) -> None:
        """Raises: OSError, ValueError, when the file can't be mapped or is not whole."""
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._data[-len(_LAST) :] != _LAST:
            raise ValueError(f"{path} is cut short")

    def get(self, form: str) -> str | None:
        """The lemma of a form, None if the list does not have it."""
        wanted = form.encode() + b"\t"
        low, high = 0, len(self._data)
        while low < high:  # the lines that begin in [low, high) are those still in question
            start = self._data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._data.find(b"\n", start)
            line = self._data[start:end]
            if line.startswith(wanted):
                return line[len(wanted) :].decode()
            if line < wanted:
                low = end + 1
            else:
                high = start
        return None


def word_list(language: str) -> Mapping[str, str] | WordListFile:
    """The list of a language (`nb`, `nn`): from the file, made now if it is not there, or in memory if it can't be."""
    path = cache_folder.folder() / f"ord-{language}-simplemma-{importlib.metadata.version('simplemma')}.txt"
    try:
        return WordListFile(path)
    except (OSError, ValueError):
        pass
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    words: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary(language)
    write(path, words)
    return words


def write(path: Path, words: Mapping[str, str]) -> None:
    """Write the sorted file of a list."""
    lines = [*sorted(f"{form}\t{lemma}\n".encode() for form, lemma in words.items() if "\t" not in form), _LAST]
    cache_folder.write(path, lines)
