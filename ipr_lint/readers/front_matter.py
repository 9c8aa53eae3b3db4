"""A Markdown source in; its YAML or TOML front matter as metadata, and where the text begins, out."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ipr_lint.model import MetadataValue, UnreadableError

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_END = {"---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE),
        "+++": re.compile(r"^\+\+\+[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)}
_TITLE = re.compile(r"^[ \t]{0,8}[\"']?(?:title|tittel)[\"']?[ \t]{0,8}[:=]"
                    r"(?:[ \t]{0,8}[>|][+-]?[ \t]*(?:\r\n?|\n))?[ \t]{0,8}[\"']{0,3}", re.MULTILINE | re.IGNORECASE)
LONGEST = 50_000  # characters; a longer one is no front matter
_DATE = re.compile(r"^[ \t]*[\w-]+:[ \t]*(\d{4}-\d{1,2}-\d{1,2})\b", re.MULTILINE)
_OWN_WORDS = ("ignorer", "grunn")
OWN_KEY = "ipr-lint"  # a table of our own keys may stand under this one, beside the content system's


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`pairs` as written; `end` is where the text begins; `title` is where the title's characters stand."""

    pairs: tuple[tuple[str, MetadataValue], ...] = ()
    end: int = 0
    title: tuple[int, int] | None = None
    ignored: tuple[str, ...] | None = None  # rules that `ipr-lint: {ignorer: [...], grunn: …}` silences
    reason: str = ""


def read(source: str) -> FrontMatter:
    """Raises: UnreadableError, with the line, for front matter that is neither valid YAML nor TOML."""
    if source.startswith("{"):
        return _json(source)
    opened = _FENCE.match(source)
    closed = opened and _END[opened[1]].search(source, opened.end(), opened.end() + LONGEST)
    if not opened or not closed:
        return FrontMatter()
    body = source[opened.end():closed.start()]
    data = _yaml(body) if opened[1] == "---" else _toml(body)
    if not isinstance(data, Mapping):
        return FrontMatter()  # two rulers with text between them
    return _found(source, data, (opened.end(), closed.start()), closed.end())


def _json(source: str) -> FrontMatter:
    """Hugo's third form: an object at the very start. What is no object is text."""
    import json

    try:
        data, end = json.JSONDecoder().raw_decode(source[:LONGEST])
    except (ValueError, RecursionError):
        return FrontMatter()
    return _found(source, data, (0, end), end) if isinstance(data, dict) else FrontMatter()


def _found(source: str, data: Mapping[Any, Any], body: tuple[int, int], end: int) -> FrontMatter:
    own = data.get(OWN_KEY)
    own = own if isinstance(own, Mapping) else {}
    ignored = dict(_pairs(own)).get("ignorer")
    return FrontMatter(
        pairs=tuple(pair for pair in (*_pairs(own), *_pairs(data)) if pair[0] not in _OWN_WORDS),
        end=end,
        title=_title(source, body, data),
        ignored=(ignored,) if isinstance(ignored, str) else ignored,
        reason=str(dict(_pairs(own)).get("grunn", "")),
    )


def _yaml(body: str) -> Any:
    from ruamel.yaml import YAML  # takes a while to import
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="rt", pure=True).load(io.StringIO(body))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        problem = "; en nøkkel står to ganger" if isinstance(error, DuplicateKeyError) else "; ventet YAML"
        raise UnreadableError(f"ugyldig front matter i linje {line}{problem}") from None
    except (YAMLError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        if wrong := next((match for match in _DATE.finditer(body) if not _is_date(match[1])), None):
            line = body.count("\n", 0, wrong.start(1)) + 2
            raise UnreadableError(f"ugyldig front matter i linje {line}; «{wrong[1]}» er ingen dato") from None
        raise UnreadableError("ugyldig front matter; ventet YAML mellom «---» og «---»") from None


def _is_date(text: str) -> bool:
    try:
        date(*map(int, text.split("-")))
    except ValueError:
        return False
    return True


def _toml(body: str) -> Any:
    try:
        return tomllib.loads(body.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f" i linje {int(line[1]) + 1}" if line else ""
        raise UnreadableError(f"ugyldig front matter{where}; ventet TOML mellom «+++» og «+++»") from None
    except RecursionError:
        raise UnreadableError("ugyldig front matter; ventet TOML mellom «+++» og «+++»") from None


def _pairs(data: Mapping[Any, Any]) -> Iterator[tuple[str, MetadataValue]]:
    """The values that are words, numbers, dates or lists of them."""
    for key, value in data.items():
        if isinstance(value, Mapping) or value is None:
            continue
        if isinstance(value, Sequence) and not isinstance(value, str):
            yield str(key), tuple(_scalar(item) for item in value if not isinstance(item, Mapping | list))
        else:
            yield str(key), _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _title(source: str, body: tuple[int, int], data: Mapping[Any, Any]) -> tuple[int, int] | None:
    """Where the title stands in the source; None unless it stands there character by character, on one line."""
    title = next((data[key] for key in data if str(key).lower() in ("title", "tittel")), None)
    if not isinstance(title, str) or not title.strip():
        return None
    for match in _TITLE.finditer(source, *body):
        if source.startswith(title.strip(), match.end()):
            return match.end(), match.end() + len(title.strip())
    return None
