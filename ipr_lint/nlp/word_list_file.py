"""simplemma's word list of a language -> a sorted file in the cache folder, looked up without reading it all.

Decoding the list takes half a second, which is half of what a whole run on one draft may take; the file is made once.
"""

from __future__ import annotations

import importlib.metadata
import mmap
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


class WordListFile:
    """Lines «form TAB lemma», sorted by bytes, behind a memory map."""

    def __init__(self, path: Path) -> None:
        """Raises: OSError, ValueError, when the file can't be mapped."""
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

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
    path = _folder() / f"ord-{language}-simplemma-{importlib.metadata.version('simplemma')}.txt"
    try:
        return WordListFile(path)
    except (OSError, ValueError):
        pass
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    words: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary(language)
    _write(path, words)
    return words


def _write(path: Path, words: Mapping[str, str]) -> None:
    lines = sorted(f"{form}\t{lemma}\n".encode() for form, lemma in words.items() if "\t" not in form)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.writelines(lines)
        Path(file.name).replace(path)
    except OSError:
        return  # a cache that can't be written is only slower


def _folder() -> Path:
    if told := os.environ.get("IPR_LINT_CACHE_DIR"):
        return Path(told)
    from platformdirs import user_cache_path

    return user_cache_path("ipr-lint")
