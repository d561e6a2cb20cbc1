"""One article, read: calls the rooms below in order and returns a Reading.

Invariant: a page ends in a reading or in an Issue that says why not; never in an exception of ours.
"""

from onrecord.reading.reading import (
    MAX_READ,
    MAX_WORDS,
    extract_article,
    read,
    read_article,
    read_text,
    read_times,
    stamp_for,
    without_inferred,
)

__all__ = [
    "MAX_READ",
    "MAX_WORDS",
    "extract_article",
    "read",
    "read_article",
    "read_text",
    "read_times",
    "stamp_for",
    "without_inferred",
]
