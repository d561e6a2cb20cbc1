"""Statements, events and sources as CSV (RFC 4180, UTF-8 without a byte order mark).

Invariant: no cell runs in a spreadsheet unless it was asked for as it is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from io import StringIO
from typing import Literal

from onrecord.exports.harmless import guard_cell, without_controls
from onrecord.exports.rows import Table, row_type, rows_of
from onrecord.record import Reading, Span

Cells = Literal["guarded", "exact"]
SEPARATOR = "; "
"""Between several values of one cell."""


def to_csv(readings: Iterable[Reading], table: Table, *, cells: Cells = "guarded") -> Iterator[str]:
    """The table's header and its rows; see ``exports.rows`` for the columns.

    Spans are "12:40 55:61", half-open, in code points of the article's text; dates ISO 8601; an
    unknown is empty. Text that a spreadsheet would run as a formula gets an apostrophe before it
    where ``cells`` is "guarded"; with "exact" it stands as on the page.
    """
    names = [field.name for field in fields(row_type(table))]
    yield _line(names)
    for row in rows_of(readings, table):
        yield _line([_cell(getattr(row, name), cells) for name in names])


def _line(cells: list[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cell(value: object, cells: Cells) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            return " ".join(f"{span.start}:{span.end}" for span in value)
        value = SEPARATOR.join(value)
    if not isinstance(value, str):
        return str(value)
    plain = without_controls(value)
    return guard_cell(plain) if cells == "guarded" else plain
