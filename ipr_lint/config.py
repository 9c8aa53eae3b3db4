"""Configuration file and options -> Settings, or complaints that name file and key."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

import msgspec

from ipr_lint.path_patterns import matches, within

FILE_NAMES = ("ipr-lint.toml", "pyproject.toml")
LevelName = Literal["error", "warning", "suggestion", "off"]
FailOn = Literal["error", "warning", "suggestion", "never"]


class ConfigError(Exception):
    """A configuration that can't be used; the message names file and key and says what was expected."""


class PathTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`[[paths]]`: what holds for the files that one of the glob patterns matches, relative to the configuration."""

    files: tuple[str, ...]
    channel: str = ""
    audience: tuple[str, ...] = ()
    platform: str = ""
    ignore: tuple[str, ...] = ()


class Waiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`[[waivers]]`: an exception that somebody owns, for a reason, until a date."""

    rule: str
    owner: str
    reason: str
    expires: date
    files: tuple[str, ...] = ("**",)


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a run works with. The fields are the keys of ipr-lint.toml, with hyphens; empty means «not told»."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    channel: str = ""
    audience: tuple[str, ...] = ()
    platform: str = ""
    default_channel: str = ""
    pipeline: str = "nb_ipr_sm"
    ui_lang: Literal["nb", "en"] = "nb"
    rules: str = ""
    exclude: tuple[str, ...] = ()
    baseline: str = ""
    require_reason: bool = False
    today: date | None = None
    docx_view: Literal["accepted", "original"] = "accepted"
    levels: dict[str, LevelName] = {}
    params: dict[str, dict[str, Any]] = {}
    paths: tuple[PathTable, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    root: str = ""  # the configuration's folder, no key of it

    def tables(self, path: str) -> tuple[PathTable, ...]:
        """The path tables that apply to a file, in order; later ones win."""
        return tuple(table for table in self.paths if matches(self.named(path), table.files))

    def named(self, path: str) -> str:
        """A path as the configuration's patterns name it: from its folder, wherever the run was started."""
        return within(self.root, path) if self.root else path


def load(start: Path, explicit: Path | None = None) -> tuple[Settings, Path | None]:
    """The settings of `explicit`, or of the nearest configuration file at or above `start`, and which file it was.

    Raises: ConfigError.
    """
    path = explicit or find(start)
    if path is None:
        return Settings(), None
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: ventet tabellen [tool.ipr-lint]")
    if "root" in table:
        raise ConfigError(f"{path}: root: ukjent nøkkel; stier regnes alltid fra mappen filen står i")
    for key in ("channel", "audience", "platform"):
        if key in table:
            raise ConfigError(f"{path}: {key}: ventet «default-channel» eller «{key}» i en [[paths]]-tabell")
    try:
        settings = msgspec.convert(table, Settings, strict=True)
        return msgspec.structs.replace(settings, root=str(path.resolve().parent)), path
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {_explain(error)}") from None


def find(start: Path) -> Path | None:
    """The nearest ipr-lint.toml, or pyproject.toml with [tool.ipr-lint], at or above a folder."""
    folder = start.resolve()
    for place in (folder, *folder.parents):
        for name in FILE_NAMES:
            if (place / name).is_file() and (name != "pyproject.toml" or _has_table(place / name)):
                return place / name
    return None


def _has_table(path: Path) -> bool:
    try:
        return _table(path) is not None
    except ConfigError:
        return False  # somebody else's broken pyproject.toml is not ours to complain of


def _table(path: Path) -> dict[str, Any] | None:
    import tomllib  # most runs have no configuration file

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: filen finnes ikke") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise ConfigError(f"{path}{':' + line[1] if line else ''}: ventet gyldig TOML") from None
    if path.name != "pyproject.toml":
        return data
    return cast("dict[str, Any] | None", data.get("tool", {}).get("ipr-lint"))


def _explain(error: msgspec.ValidationError) -> str:
    from ipr_lint import faults

    fault, steps = faults.parted(error)
    place = ".".join(str(step) for step in steps if isinstance(step, str))
    unknown = re.search(r"unknown field `([^`]+)`", fault)
    if unknown is None:
        return f"{place or 'filen'}: {faults.in_norwegian(fault, Settings, steps)}"
    import difflib

    owner: Any = {"paths": PathTable, "waivers": Waiver}.get(str(steps[0]) if steps else "", Settings)
    names = [field.encode_name for field in msgspec.structs.fields(owner)]
    close = difflib.get_close_matches(unknown[1], names, 1)
    hint = f"mente du «{close[0]}»?" if close else f"ventet en av: {', '.join(names)}"
    return f"{place + '.' if place else ''}{unknown[1]}: ukjent nøkkel; {hint}"
