"""What msgspec finds wrong with a value in a file of ours -> the same in Norwegian, with what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import inspect

_NAMES = {"int": "et heltall", "float": "et tall", "str": "tekst", "bool": "true eller false", "array": "en liste",
          "object": "nøkler med verdier", "null": "ingenting", "date": "en dato"}
_EXPECTED = re.compile(r"^Expected `(?P<wanted>[^`]+)`(?P<limit> of length)?(?: (?P<sign>>=|<=|>|<) (?P<bound>[\d.]+))?"
                       r"(?:, got `(?P<got>[^`]+)`)?$")
_SIGNS = {">=": "minst", "<=": "høyst", ">": "over", "<": "under"}
_MISSING = re.compile(r"^Object missing required field `([^`]+)`$")
_VALUE = re.compile(r"^Invalid enum value (.+)$")
_UNKNOWN = re.compile(r"^Object contains unknown field `([^`]+)`$")


def in_norwegian(message: str, cls: Any, steps: Sequence[str | int] = ()) -> str:
    """A fault without its place; `steps` lead from `cls` to the value. What is not known stays as it is."""
    if told := _EXPECTED.match(message):
        return _expected(told)
    if told := _MISSING.match(message):
        return f"mangler «{told[1]}»"
    if message == "Invalid RFC3339 encoded date":
        return "ventet en dato som 2025-03-10"
    if told := _UNKNOWN.match(message):
        return f"ukjent nøkkel «{told[1]}»"
    if told := _VALUE.match(message):
        known = ", ".join(dict.fromkeys(str(one) for one in _choices(inspect.type_info(cls), steps)))
        written = told[1].strip("'")
        return f"ukjent verdi «{written}»" + (f"; ventet en av: {known}" if known else "")
    return message


def _expected(told: re.Match[str]) -> str:
    wanted = " eller ".join(_NAMES.get(one.strip(), one.strip()) for one in told["wanted"].split("|"))
    bound = f" {_SIGNS[told['sign']]} {told['bound']}" if told["bound"] else ""
    if bound:
        bound = (" med" if told["limit"] else " på") + bound
    got = f", fikk {_NAMES.get(told['got'], told['got'])}" if told["got"] else ""
    return f"ventet {wanted}{bound}{got}"


def _choices(kind: inspect.Type, steps: Sequence[str | int]) -> Iterator[Any]:
    """The values that a type allows where the steps lead."""
    if isinstance(kind, inspect.UnionType):
        for one in kind.types:
            yield from _choices(one, steps)
    elif isinstance(kind, inspect.Metadata):
        yield from _choices(kind.type, steps)
    elif isinstance(kind, inspect.DictType):
        yield from _choices(kind.value_type, steps[1:])
    elif isinstance(kind, inspect.VarTupleType | inspect.ListType):
        yield from _choices(kind.item_type, steps[1:])
    elif not steps:
        yield from kind.values if isinstance(kind, inspect.LiteralType) else ()
        yield from (one.value for one in kind.cls) if isinstance(kind, inspect.EnumType) else ()
    elif isinstance(kind, inspect.StructType):
        for field in kind.fields:
            if field.encode_name == steps[0]:
                yield from _choices(field.type, steps[1:])


def parted(error: msgspec.ValidationError) -> tuple[str, tuple[str | int, ...]]:
    """The fault, and the steps to where it is: («Expected `int`, got `str`», ("with", "max_words")).

    Which key of a table it is, msgspec does not say; the steps then end at the table.
    """
    message, _, path = str(error).rpartition(" - at `")
    if not message:
        return str(error), ()
    found = re.findall(r"\.([^.\[\]`]+)|\[(\d+)\]", path)
    return message, tuple(key or int(index) for key, index in found)
