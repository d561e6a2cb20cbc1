"""Readings as JSON Lines: all that the record holds of a page, one page a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.record import Reading, to_json


def to_jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """A line for each reading, as ``record.from_json`` reads it back; in UTF-8, no BOM.

    Spans are half-open offsets in code points of ``article.text``.
    """
    for one in readings:
        yield to_json(one) + "\n"
