"""Events are found by who takes part, when and how they stand."""

from __future__ import annotations

from onrecord.store import Filters, Record
from tests.store.samples import STRIKE

TEXT = STRIKE.article.text


def test_events_of_a_name_are_those_that_it_takes_part_in(sample: Record) -> None:
    found = sample.events("Oran Tesk")
    assert found
    assert all("Oran Tesk" in (*one.actors, *one.recipients) for one in found)
    assert {one.id for one in sample.events("Tesk")} == {one.id for one in found}


def test_a_row_says_which_words_tell_of_it(sample: Record) -> None:
    for one in sample.events():
        assert one.span.cut(TEXT) == one.words


def test_dated_events_come_in_their_order_and_undated_ones_last(sample: Record) -> None:
    days = [one.best for one in sample.events()]
    known = [one for one in days if one]
    assert days == sorted(known) + [None] * (len(days) - len(known))


def test_events_are_narrowed_by_their_standing(sample: Record) -> None:
    planned = sample.events(filters=Filters(factuality="planned"))
    assert {one.id for one in planned} == {
        one.id for one in STRIKE.events if one.factuality == "planned"
    }


def test_events_between_two_need_both(sample: Record) -> None:
    assert sample.events("Oran Tesk", "Zebedee") == ()
