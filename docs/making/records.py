"""Every type of the record with its fields, and every choice with its values."""

from __future__ import annotations

import dataclasses
import inspect
import re
import types
import typing
from collections.abc import Iterator
from datetime import date

from docs.making.markdown import code, table
from docs.making.words import meaning_of
from onrecord import record, store

INNER = ("Entry", "Filters", "Judgements", "Kept", "Unembedded")
"""Rows of the store that no command prints and no page hands out."""


def list_types() -> dict[str, type]:
    """All types that come out of onrecord, by name: of the record, then rows of the store."""
    return {
        name: getattr(room, name)
        for room in (record, store)
        for name in room.__all__
        if dataclasses.is_dataclass(getattr(room, name)) and name not in INNER
    }


def list_choices() -> dict[str, tuple[str, ...]]:
    """All named choices with their values."""
    return {
        name: typing.get_args(getattr(room, name))
        for room in (record, store)
        for name in room.__all__
        if typing.get_origin(getattr(room, name)) is typing.Literal
    }


def write_types() -> Iterator[str]:
    """A section for each type."""
    for name, kind in list_types().items():
        about = (inspect.getdoc(kind) or "").partition("\n\n")[0].split("\n\nRaises")[0]
        hints = typing.get_type_hints(kind)
        yield f"### {name}\n\n{' '.join(about.split()).replace('``', '`')}\n"
        rows = [
            (code(field.name), tell_kind(hints[field.name]), meaning_of("fields", name, field.name))
            for field in dataclasses.fields(kind)  # type: ignore[arg-type]
        ]
        yield table(("field", "type", "meaning"), rows)


def write_choices() -> Iterator[str]:
    """A section for each choice."""
    for name, values in list_choices().items():
        yield f"### {name}\n"
        rows = [(code(one or '""'), meaning_of("values", name, one or "none")) for one in values]
        yield table(("value", "meaning"), rows)


def tell_kind(kind: object) -> str:
    """A type in words, as it comes in JSON."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        inner = [tell_kind(one) for one in parts if one is not types.NoneType]
        return " or ".join([*inner, "null"])
    if origin is tuple:
        if len(parts) == 2 and parts[1] is Ellipsis:
            return f"list of {tell_kind(parts[0])}"
        return f"[{', '.join(map(tell_kind, parts))}]"
    if origin is typing.Literal:
        named = next((name for name, values in list_choices().items() if values == parts), "")
        return link(named) if named else " or ".join(map(code, parts))
    if kind in _PLAIN:
        return _PLAIN[typing.cast(type, kind)]
    name = getattr(kind, "__name__", str(kind))
    return link(name) if name in list_types() else re.sub(r"[^\w]", "", name)


def link(name: str) -> str:
    """A link to the section of a type."""
    return f"[{name}](#{name.lower()})"


_PLAIN: dict[type, str] = {
    str: "text", int: "whole number", float: "number", bool: "true or false", date: "day",
    bytes: "bytes",
}  # fmt: skip
