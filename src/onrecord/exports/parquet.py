"""Statements, events and sources as Parquet, for data frames; needs ``onrecord[parquet]``.

Invariant: the columns are those of the CSV, typed: spans as lists of {start, end}, dates as days.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from onrecord.exports.harmless import without_surrogates
from onrecord.exports.rows import Row, Table, row_type, rows_of
from onrecord.record import OnrecordError, Reading, Span

GROUP_ROWS = 20_000
"""Rows in memory at once, about 20 MB of statements; Parquet wants groups of some ten thousand."""


class ParquetMissingError(OnrecordError):
    """pyarrow is not installed; the message says how to get it."""


def write_parquet(readings: Iterable[Reading], table: Table, sink: BinaryIO) -> int:
    """Writes ``table`` to ``sink``, open for bytes, in groups; how many rows.

    Raises ParquetMissingError where pyarrow is not installed.
    """
    arrow, parquet = _load()
    schema = _schema(table, arrow)
    rows, written = rows_of(readings, table), 0
    with parquet.ParquetWriter(sink, schema) as writer:
        while group := list(islice(rows, GROUP_ROWS)):
            writer.write_table(arrow.table(_columns(group, table), schema=schema))
            written += len(group)
    return written


def require_pyarrow() -> None:
    """Raises ParquetMissingError where pyarrow is not installed."""
    _load()


def _load() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ParquetMissingError(
            'Parquet needs pyarrow, which is not installed: pip install "onrecord[parquet]", '
            "or export csv"
        ) from error
    return pyarrow, parquet


def _schema(table: Table, arrow: Any) -> Any:
    span = arrow.list_(arrow.struct([("start", arrow.int64()), ("end", arrow.int64())]))
    kinds = {
        str: arrow.string(),
        bool: arrow.bool_(),
        int: arrow.int64(),
        float: arrow.float64(),
        date: arrow.date32(),
        tuple[str, ...]: arrow.list_(arrow.string()),
        tuple[Span, ...]: span,
    }
    return arrow.schema([(name, kinds[kind]) for name, kind in _kinds(table)])


def _kinds(table: Table) -> Iterator[tuple[str, Any]]:
    """The columns with their types, ``X`` for ``X | None``: every column may be null."""
    kind = row_type(table)
    hints = typing.get_type_hints(kind)
    for field in fields(kind):
        hint = hints[field.name]
        if isinstance(hint, types.UnionType):
            hint = next(one for one in typing.get_args(hint) if one is not types.NoneType)
        yield field.name, hint


def _columns(rows: list[Row], table: Table) -> dict[str, list[object]]:
    return {name: [_value(getattr(row, name)) for row in rows] for name, _ in _kinds(table)}


def _value(value: object) -> object:
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return value
