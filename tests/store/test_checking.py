"""A file whose tables disagree says so."""

from __future__ import annotations

import pytest

from onrecord.store import Record


def test_a_whole_record_has_no_faults(sample: Record) -> None:
    assert sample.check() == ()


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("DELETE FROM hands", "statements without their source"),
        ("DELETE FROM passages", "passages"),
        ("UPDATE pages SET current = 99", "pages without a reading: 2"),
        ("UPDATE readings SET current = 0", "statements of readings that are not in use"),
    ],
)
def test_tables_that_disagree_are_named(sample: Record, damage: str, fault: str) -> None:
    sample._connection.execute(damage)
    assert any(fault in one for one in sample.check())
