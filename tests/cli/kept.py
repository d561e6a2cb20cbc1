"""A record on disk of pages of our own writing, for the commands that ask one."""

from __future__ import annotations

from pathlib import Path

from onrecord.store import open_record
from tests.event_readings import make_event_reading
from tests.readings import make_reading


def keep_pages(folder: Path) -> Path:
    """The record's file: two pages, judged by nobody."""
    path = folder / "kept.db"
    with open_record(path, write=True) as record:
        record.put([make_reading(), make_event_reading()])
    return path
