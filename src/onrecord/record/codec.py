"""Readings to JSON and back; the names of the fields are the names in the JSON."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from onrecord.record.events import EventPlace
from onrecord.record.issues import RecordError
from onrecord.record.readings import Reading
from onrecord.record.spans import Span
from onrecord.record.statements import SourceChain

Kind = typing.TypeVar("Kind")


def to_json(reading: Reading) -> str:
    """One line of JSON: spans as [start, end], dates as ISO 8601, a chain as the list of links.

    An event's place has ``lat``, ``lon`` and ``geonameid`` as an entity's has, None where the page
    names a place that is in no gazetteer; the gazetteer's own entry stands under ``place``.
    """
    return json.dumps(_pack(reading), ensure_ascii=False)


def from_json(line: str) -> Reading:
    """The reading that ``to_json`` wrote; RecordError where it is none."""
    return unpack_record(Reading, line)


def pack_record(value: object) -> str:
    """One line of JSON for any record of this room, or for a tuple of them."""
    return json.dumps(_pack(value), ensure_ascii=False)


def unpack_record(kind: type[Kind], line: str) -> Kind:
    """The record of ``kind`` that ``pack_record`` wrote; RecordError where it is none."""
    try:
        return typing.cast(Kind, _unpack(kind, json.loads(line)))
    except RecordError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise RecordError(f"this is not the JSON of a {kind.__name__}: {error}") from error


def _pack(value: object) -> object:
    kind: Any = type(value)
    return _packer(kind)(value)


@cache
def _packer(kind: Any) -> Callable[[Any], object]:
    """What makes plain JSON of values of ``kind``, worked out once, as for the way back."""
    if kind is Span:
        return lambda value: [value.start, value.end]
    if kind is SourceChain:
        return lambda value: [_pack(link) for link in value.links]
    if issubclass(kind, tuple):
        return lambda value: [_pack(part) for part in value]
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, str):
        # Lone surrogates are not JSON.
        return lambda value: value if value.isascii() else value.encode("utf-8", "replace").decode()
    if not is_dataclass(kind):
        return lambda value: value
    names = tuple(field.name for field in fields(kind))
    if kind is EventPlace:
        return lambda value: {**_pack_fields(value, names), **_locate(value)}
    return lambda value: _pack_fields(value, names)


def _pack_fields(value: object, names: tuple[str, ...]) -> dict[str, object]:
    return {name: _pack(getattr(value, name)) for name in names}


def _locate(where: EventPlace) -> dict[str, object]:
    known = where.place
    if known is None:
        return {"lat": None, "lon": None, "geonameid": None}
    return {"lat": _pack(known.lat), "lon": _pack(known.lon), "geonameid": known.geonameid}


Make = Callable[[Any], Any]
"""Makes a value of one kind from plain JSON; ValueError, TypeError or KeyError where it cannot."""


def _unpack(kind: Any, value: Any) -> Any:
    return _maker(kind)(value)


@cache
def _maker(kind: Any) -> Make:
    """What makes values of ``kind``, worked out once: a record holds thousands of each."""
    if kind is Span:
        return _make_span
    if kind is SourceChain:
        links = _maker(_hints(SourceChain)["links"])
        return lambda value: SourceChain(links(value))
    if kind is date:
        return date.fromisoformat
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _tuple_maker(typing.get_args(kind))
    if origin is types.UnionType or origin is typing.Union:
        inner = _maker(next(one for one in typing.get_args(kind) if one is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is typing.Literal:
        return _choice_maker(typing.get_args(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_maker(kind)
    if kind is float:
        return float
    if kind in (str, int, bool):
        return _plain_maker(kind)
    return lambda value: value


def _make_span(value: Any) -> Span:
    start, end = value
    for one in (start, end):
        if not isinstance(one, int):
            raise ValueError(f"{one!r} is no int")
    return Span(start, end)


def _tuple_maker(kinds: tuple[Any, ...]) -> Make:
    endless = bool(kinds) and kinds[-1] is Ellipsis
    makers = tuple(_maker(one) for one in kinds if one is not Ellipsis)

    def make(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{value!r} is no list")
        if value and not kinds:
            raise ValueError(f"this version reads no such finding: {value[0]!r}")
        if endless:
            return tuple(map(makers[0], value))
        return tuple(one(part) for one, part in zip(makers, value, strict=True))

    return make


def _choice_maker(choices: tuple[Any, ...]) -> Make:
    def make(value: Any) -> Any:
        if value not in choices:
            raise ValueError(f"{value!r} is none of {', '.join(choices)}")
        return value

    return make


def _record_maker(kind: Any) -> Make:
    makers = tuple((name, _maker(hint)) for name, hint in _hints(kind).items())

    def make(value: Any) -> Any:
        return kind(**{name: one(value[name]) for name, one in makers if name in value})

    return make


def _plain_maker(kind: Any) -> Make:
    def make(value: Any) -> Any:
        if not isinstance(value, kind):
            raise ValueError(f"{value!r} is no {kind.__name__}")
        return value

    return make


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return typing.get_type_hints(kind)
