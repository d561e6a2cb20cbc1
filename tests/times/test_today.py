"""Nothing that is read depends on the day on which it is read."""

import re
from pathlib import Path

import pytest

import onrecord

SOURCE = Path(onrecord.__file__).parent
CLOCK = re.compile(
    r"\b(?:today|now|utcnow|localtime|gmtime|time_ns)\(|\btime\.time\(|^import time$", re.M
)


@pytest.mark.parametrize("room", ["times", "articles", "reading", "record", "passages"])
def test_no_room_that_reads_asks_for_todays_date(room):
    asking = [
        path.name
        for path in sorted((SOURCE / room).rglob("*.py"))
        if CLOCK.search(path.read_text(encoding="utf-8"))
    ]
    assert asking == []
