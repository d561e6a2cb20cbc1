"""Values of the tables: days, lists of ids, readings and judgements.

Invariant: what is kept whole is checked again as it is unpacked; where it cannot be, the file is
damaged, and that is what is said.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from onrecord.record import Reading, RecordError, from_json, unpack_record

T = TypeVar("T")

MOST_PARAMETERS = 500
"""Ids in one query; SQLite takes at least 999."""


def unpack_reading(packed: bytes) -> Reading:
    """The reading in a row of ``readings``."""
    try:
        return from_json(zlib.decompress(packed).decode())
    except (zlib.error, UnicodeDecodeError, RecordError) as error:
        raise _damaged("a reading", error) from error


def unpack_kept(kind: type[T], packed: str) -> T:
    """The finding or judgement in a column ``packed``."""
    try:
        return unpack_record(kind, packed)
    except RecordError as error:
        raise _damaged(kind.__name__, error) from error


def day_of(words: str | None) -> date | None:
    """A day of a table."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise _damaged("a day", error) from error


def _damaged(what: str, error: Exception) -> sqlite3.DatabaseError:
    return sqlite3.DatabaseError(f"malformed {what}: {error}")


def marks(values: Iterable[object]) -> str:
    """As many question marks as ``values``."""
    return ", ".join("?" for _ in values)


def groups_of(ids: Iterable[object]) -> Iterator[list[object]]:
    """``ids``, each once, in lists short enough for one query."""
    whole = list(dict.fromkeys(ids))
    for start in range(0, len(whole), MOST_PARAMETERS):
        yield whole[start : start + MOST_PARAMETERS]
