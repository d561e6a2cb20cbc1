"""Readings to JSON and back; the names of the fields are the names in the JSON."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
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
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, SourceChain):
        return [_pack(link) for link in value.links]
    if isinstance(value, tuple):
        return [_pack(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()  # lone surrogates are not JSON
    if isinstance(value, EventPlace):
        return {**_pack_fields(value), **_locate(value)}
    if is_dataclass(value):
        return _pack_fields(value)
    return value


def _pack_fields(value: Any) -> dict[str, object]:
    return {field.name: _pack(getattr(value, field.name)) for field in fields(value)}


def _locate(where: EventPlace) -> dict[str, object]:
    known = where.place
    if known is None:
        return {"lat": None, "lon": None, "geonameid": None}
    return {"lat": _pack(known.lat), "lon": _pack(known.lon), "geonameid": known.geonameid}


def _unpack(kind: Any, value: Any) -> Any:
    if kind is Span:
        start, end = value
        return Span(_unpack(int, start), _unpack(int, end))
    if kind is SourceChain:
        return SourceChain(_unpack(_hints(SourceChain)["links"], value))
    if kind is date:
        return date.fromisoformat(value)
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _unpack_list(typing.get_args(kind), value)
    if origin is types.UnionType or origin is typing.Union:
        inner = [part for part in typing.get_args(kind) if part is not type(None)]
        return None if value is None else _unpack(inner[0], value)
    if origin is typing.Literal:
        if value not in typing.get_args(kind):
            raise ValueError(f"{value!r} is none of {', '.join(typing.get_args(kind))}")
        return value
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _unpack(hints[name], value[name]) for name in hints if name in value})
    if kind is float:
        return float(value)
    if kind in (str, int, bool) and not isinstance(value, kind):
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value


def _unpack_list(kinds: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is no list")
    if value and not kinds:
        raise ValueError(f"this version reads no such finding: {value[0]!r}")
    if kinds and kinds[-1] is not Ellipsis:
        return tuple(_unpack(kind, part) for kind, part in zip(kinds, value, strict=True))
    return tuple(_unpack(kinds[0], part) for part in value)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return typing.get_type_hints(kind)
