"""A record of two pages of our own writing, for tests that ask it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from onrecord.record import Reading, Stamp
from onrecord.store import Record, open_record
from tests.event_readings import make_event_reading
from tests.readings import make_reading

LEAK = make_reading()
STRIKE = make_event_reading()


@contextmanager
def open_sample() -> Iterator[Record]:
    """The two pages in memory."""
    with open_record(":memory:", write=True) as record:
        record.put([LEAK, STRIKE])
        yield record


def read_anew(reading: Reading, encoder: str = "another encoder") -> Reading:
    """The same reading as if by another model."""
    return replace(reading, stamp=Stamp("0.2.0", encoder, "en"))
