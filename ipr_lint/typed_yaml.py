"""YAML files in, typed msgspec structs out; whatever is wrong is a complaint with file, line and column."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ipr_lint import cache_folder
from ipr_lint.version import __version__

T = TypeVar("T")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")


@dataclass
class ComplaintError(Exception):
    """Something wrong in a file: place (1-based line and column; 0 for the whole file) and what was expected."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.message}"


def parse(path: Path, text: str) -> Any:
    """The plain data of a YAML 1.2 file; dates become ISO strings. Raises: ComplaintError."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        data = YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        problem = str(error.problem or "ugyldig YAML").split("\n")[0]
        raise ComplaintError(str(path), line, column, f"ventet gyldig YAML: {problem}") from None
    except YAMLError as error:
        raise ComplaintError(str(path), 0, 0, f"ventet gyldig YAML: {str(error).splitlines()[0]}") from None
    return msgspec.json.decode(msgspec.json.encode(data))


def convert(data: Any, cls: type[T], path: Path, prefix: tuple[str | int, ...] = ()) -> T:
    """Plain data of `path` as a `cls`; `prefix` says where in the file it stands. Raises: ComplaintError."""
    try:
        return msgspec.convert(data, cls, strict=True)
    except msgspec.ValidationError as error:
        from ipr_lint import faults

        reason, steps = faults.parted(error)
        told = faults.in_norwegian(reason, cls, steps)
        if unknown := _UNKNOWN.search(reason):
            steps = (*steps, unknown[1])
            told = f"ukjent nøkkel «{unknown[1]}»{_nearest(unknown[1], cls)}"
        where = (*prefix, *steps)
        line, column = position(path, where)
        place = ".".join(str(step) for step in where)
        raise ComplaintError(str(path), line, column, f"{place}: {told}" if place else told) from None


def position(path: Path, steps: tuple[str | int, ...]) -> tuple[int, int]:
    """1-based line and column of the node (or, where it is missing, its nearest parent) at `steps` in a YAML file."""
    from ruamel.yaml import YAML

    try:
        node = YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8"))
    except Exception:  # the file changed or broke since it was parsed: the place is lost, the complaint is not
        return 0, 0
    mark = node.start_mark if node is not None else None
    for step in steps:
        children = getattr(node, "value", None)
        if isinstance(step, int) and isinstance(children, list) and step < len(children):
            node = children[step]
            mark = node.start_mark
            continue
        pairs = children if isinstance(children, list) else []
        match = next((pair for pair in pairs if isinstance(pair, tuple) and pair[0].value == step), None)
        if match is None:
            break
        mark, node = match[0].start_mark, match[1]
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def load_folder(root: Path) -> tuple[dict[str, Any], str]:
    """Every YAML file below `root` as {relative path: plain data}, and a hash of all their bytes.

    Parsing YAML with positions is slow, so the plain data are kept in the user's cache folder under that hash.
    Raises: ComplaintError.
    """
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}
    digest = hashlib.sha256(b"1")
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    key = digest.hexdigest()
    cached = cache_folder.folder() / f"yaml-{key[:32]}.json"
    try:
        data: dict[str, Any] = msgspec.json.decode(cached.read_bytes())
        if data.keys() == files.keys():
            return data, key
    except (OSError, msgspec.DecodeError, AttributeError):
        pass
    parsed = {name: parse(root / name, _decode(root / name, content)) for name, content in files.items()}
    cache_folder.write(cached, [msgspec.json.encode(parsed)])
    return parsed, key


def is_known_good(digest: str) -> bool:
    """Whether files of these hashes were found without fault by this version before."""
    return _mark(digest).exists()


def remember_good(digest: str) -> None:
    """Keep the word that files of these hashes are without fault."""
    cache_folder.write(_mark(digest), [])


def _mark(digest: str) -> Path:
    return cache_folder.folder() / f"good-{__version__}-{hashlib.sha256(digest.encode()).hexdigest()[:32]}"


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ComplaintError(str(path), line, 1, "ventet UTF-8-tekst") from None


def _nearest(name: str, cls: Any) -> str:
    fields = [field.encode_name for field in msgspec.structs.fields(cls)] if hasattr(cls, "__struct_fields__") else []
    import difflib

    close = difflib.get_close_matches(name, fields, 1)
    if close:
        return f"; mente du «{close[0]}»?"
    return f"; ventet en av: {', '.join(fields)}" if fields else ""
