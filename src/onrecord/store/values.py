"""Values of the tables: days, lists of ids, readings.

Invariant: a reading is checked again as it is unpacked.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.record import Reading, from_json

MOST_PARAMETERS = 500
"""Ids in one query; SQLite takes at least 999."""


def unpack_reading(packed: bytes) -> Reading:
    """The reading in a row of ``readings``."""
    return from_json(zlib.decompress(packed).decode())


def day_of(words: str | None) -> date | None:
    """A day of a table."""
    return date.fromisoformat(words) if words else None


def marks(values: Iterable[object]) -> str:
    """As many question marks as ``values``."""
    return ", ".join("?" for _ in values)


def groups_of(ids: Iterable[object]) -> Iterator[list[object]]:
    """``ids``, each once, in lists short enough for one query."""
    whole = list(dict.fromkeys(ids))
    for start in range(0, len(whole), MOST_PARAMETERS):
        yield whole[start : start + MOST_PARAMETERS]
