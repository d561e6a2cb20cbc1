"""The time expressions of a text as TIMEX3 spans with values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

from evaluation.rows import Row
from onrecord.reading import read_times


def predict_times(row: Row, _folder: Path) -> Row:
    """The time expressions of ``row["text"]`` and the CPU seconds that it took to read them.

    ``dct`` is a day, with a clock or without, or missing: then nothing is counted from it.
    """
    published = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
    # The grammar is compiled once a process, and no text pays for it.
    read_times("", published)
    began = process_time()
    times = read_times(row["text"], published)
    seconds = process_time() - began
    return {
        "id": row["id"],
        "timexes": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "type": one.kind,
                "value": one.value,
            }
            for one in times
        ],
        "seconds": seconds,
    }
