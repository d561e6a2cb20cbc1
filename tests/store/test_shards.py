"""How far a shard is loaded is kept with what was loaded of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.store import Entry, Record
from onrecord.store.shards import Shard, Unread, count_unread, find_shard, list_unread, put_shard
from tests.store.samples import LEAK, STRIKE

SHARD = Shard("day", "digest", 1)
BAD = Unread("day", 4, "http://a.example/", "archives", "too-slow", "it hangs")


def test_a_shard_that_was_never_met_is_unknown(sample: Record) -> None:
    assert find_shard(sample, "day") is None


def test_readings_and_how_far_the_shard_is_are_kept_together(sample: Record) -> None:
    page = Entry(replace(LEAK, article=replace(LEAK.article, id="a-other")))
    assert put_shard(sample, SHARD, [page, Entry(STRIKE)], [BAD]).new == 1
    assert find_shard(sample, "day") == SHARD
    assert list_unread(sample) == (BAD,)


def test_a_batch_that_fails_leaves_the_shard_where_it_was(sample: Record) -> None:
    put_shard(sample, SHARD)
    with pytest.raises(AttributeError):
        put_shard(sample, replace(SHARD, lines=2), [None])  # type: ignore[list-item]
    assert find_shard(sample, "day") == SHARD


def test_another_writing_of_a_shard_forgets_the_pages_that_the_first_could_not_read(
    sample: Record,
) -> None:
    put_shard(sample, SHARD, (), [BAD, replace(BAD, shard="other")])
    put_shard(sample, replace(SHARD, digest="another"))
    assert [one.shard for one in list_unread(sample)] == ["other"]


def test_pages_without_a_reading_are_counted_by_code(sample: Record) -> None:
    rows = [replace(BAD, number=n, code=code) for n, code in enumerate(["b", "a", "a"])]
    put_shard(sample, SHARD, (), rows)
    assert count_unread(sample) == (("a", 2), ("b", 1))
    assert [one.number for one in list_unread(sample, limit=1, skip=1)] == [1]


def test_words_that_no_file_can_hold_are_kept_as_far_as_they_can_be(sample: Record) -> None:
    put_shard(sample, SHARD, (), [replace(BAD, message="half \ud800")])
    assert list_unread(sample)[0].message == "half ?"
