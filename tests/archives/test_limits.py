"""Limits hold for a record, and no longer."""

import resource

import pytest

from onrecord.archives.limits import Limits, hold_to, is_full, measure_data


def test_memory_is_capped_within_and_free_behind():
    with pytest.raises(MemoryError), hold_to(Limits(megabytes=50), measure_data()):
        bytearray(200_000_000)
    assert len(bytearray(200_000_000)) == 200_000_000


def test_a_process_that_holds_much_is_full():
    start = measure_data()
    assert not is_full(Limits(megabytes=100), start)
    held = bytearray(60_000_000)
    assert is_full(Limits(megabytes=100), start)
    assert held is not None


def test_what_is_held_before_does_not_count():
    held = bytearray(100_000_000)
    with hold_to(Limits(megabytes=50), measure_data()):
        assert len(bytearray(20_000_000) + held[:10]) > 20_000_000


def test_the_clock_of_a_record_starts_with_it():
    before = resource.getrlimit(resource.RLIMIT_CPU)
    with hold_to(Limits(seconds=7), None):
        used = resource.getrusage(resource.RUSAGE_SELF)
        left = resource.getrlimit(resource.RLIMIT_CPU)[0] - used.ru_utime - used.ru_stime
        assert 7 <= left <= 8
    assert resource.getrlimit(resource.RLIMIT_CPU) == before


def test_no_limit_is_below_one():
    with pytest.raises(ValueError, match="at least 1"):
        Limits(workers=0)
