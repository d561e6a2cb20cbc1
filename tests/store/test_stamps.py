"""Readings by two versions are compared, and old ones go only when they are pruned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import RecordError
from onrecord.store import Entry, Record, open_record
from tests.store.samples import LEAK, STRIKE, read_anew


def test_stamps_are_listed_with_what_is_in_use(sample: Record) -> None:
    sample.put([read_anew(LEAK)])
    assert [(one.stamp, one.readings, one.current) for one in sample.stamps()] == [
        (LEAK.stamp, 2, 1),
        (read_anew(LEAK).stamp, 1, 1),
    ]


def test_what_two_versions_find_is_told_finding_by_finding(sample: Record) -> None:
    less = replace(LEAK, statements=LEAK.statements[:-1])
    chain = replace(less.statements[0].chain, links=less.statements[0].chain.links[:2])
    told = replace(less.statements[0], chain=chain, speaker=None)
    sample.put([read_anew(replace(less, statements=(told, *less.statements[1:])))])
    old, new = (one.id for one in sample.stamps())
    found = sample.diff(old, new[:6])
    (change,) = found.changes
    assert (found.both, found.same, found.only_first) == (1, 0, 1)
    assert [one for one, _ in change.removed] == [LEAK.statements[-1].id]
    assert (change.added, [one for one, _ in change.told]) == ((), [told.id])


def test_a_text_that_is_cut_otherwise_is_said_to_be() -> None:
    with open_record(":memory:", write=True) as record:
        record.put([Entry(LEAK, digest="d")])
        article = replace(LEAK.article, id="a-new", text=LEAK.article.text + " More.")
        record.put([Entry(read_anew(replace(LEAK, article=article)), digest="d")])
        old, new = (one.id for one in record.stamps())
        assert [one.kind for one in record.diff(old, new).changes] == ["text"]


def test_two_readings_that_are_alike_differ_in_nothing(sample: Record) -> None:
    sample.put([read_anew(LEAK)])
    old, new = (one.id for one in sample.stamps())
    assert (sample.diff(old, new).same, sample.diff(old, new).changes) == (1, ())


@pytest.mark.parametrize("typed", ["zz", ""])
def test_a_stamp_that_is_not_there_is_named_with_those_that_are(sample: Record, typed: str) -> None:
    known = sample.stamps()[0].id
    with pytest.raises(RecordError, match=known):
        sample.diff(typed, known)


def test_old_readings_stay_until_they_are_pruned(sample: Record) -> None:
    sample.put([read_anew(LEAK)])
    assert sample.stamps()[0].readings == 2
    assert sample.prune() == 1
    assert sample.stamps()[0].readings == 1
    assert {one.article.id for one in sample.readings()} == {LEAK.article.id, STRIKE.article.id}
    assert sample.check() == ()


def test_pruning_one_stamp_leaves_the_others(sample: Record) -> None:
    sample.put([read_anew(LEAK)])
    sample.put([read_anew(LEAK, "a third")])
    oldest = sample.stamps()[0].id
    assert sample.prune(oldest) == 1
    assert len(sample.stamps()) == 3
    assert sample.prune() == 1
