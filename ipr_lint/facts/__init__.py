"""rules/facts/*.yaml -> typed facts: the values that several rules share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import msgspec

from ipr_lint.typed_yaml import convert


class FactFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every fact file's type; `file` is its name under rules/facts/."""

    file: ClassVar[str]


class Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in the report's languages."""

    nb: str
    en: str

    def of(self, language: str) -> str:
        """The text in `en`, or in Norwegian for any other language."""
        return self.en if language == "en" else self.nb


F = TypeVar("F", bound=FactFile)


class Facts:
    """Gives each fact file as its type, converted on first use: `facts.get(Names)`."""

    def __init__(self, data: Mapping[str, tuple[Path, Any]]) -> None:
        """`data`: {file name: (where it stands, plain data)}."""
        self._data = data
        self._made: dict[type[FactFile], FactFile] = {}

    def get(self, cls: type[F]) -> F:
        """The facts of `cls.file`. Raises: typed_yaml.ComplaintError if they are missing or not as the type says."""
        if cls not in self._made:
            path, data = self._data.get(cls.file, (Path("facts") / cls.file, None))
            self._made[cls] = convert(data, cls, path)
        made = self._made[cls]
        assert isinstance(made, cls)
        return made

    def files(self) -> Mapping[str, tuple[Path, Any]]:
        """What there is: {file name: (path, plain data)}."""
        return self._data
