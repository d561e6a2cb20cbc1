"""Times in the order of the calendar, the page's own days among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from onrecord.painting.timeline import (
    Marker,
    count_rows,
    cut_to_window,
    describe_unplaced,
    order_times,
)
from onrecord.record import TimeExpression
from tests.dated_readings import (
    DOUBTFUL,
    FRIDAY,
    SOME_DAY,
    find,
    make_crowded_reading,
    make_dated_reading,
    make_spread_time,
    make_times,
)
from tests.event_readings import make_event_reading
from tests.readings import make_reading


def test_rows_and_the_days_of_the_page_stand_in_calendar_order() -> None:
    entries = order_times(make_dated_reading()).entries
    assert [one.date.role if isinstance(one, Marker) else one.words for one in entries] == [
        "55 BC",
        "the 1960s",
        "autumn 2018",
        "Sun 29 December 2019",
        "Tue 31 December 2019",
        "Fri 3 January 2020",
        "published",
        "Sun 2 February 2020",
        "between April and June 2020",
        "crawled",
    ]


def test_mentions_of_one_day_are_one_row() -> None:
    (row,) = [one for one in order_times(make_dated_reading()).rows if one.day == FRIDAY]
    assert [mention.time.id for mention in row.mentions] == ["t1", "t10"]


def test_what_has_no_place_on_the_calendar_is_counted() -> None:
    timeline = order_times(make_dated_reading())
    assert [one.time.id for one in timeline.unplaced] == ["t4", "t8", "t9", "t11"]
    assert describe_unplaced(timeline.unplaced) == (
        "2 repeated times, 1 length of time and 1 time in general"
    )


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (TimeExpression("t", find("Friday"), "DATE", "PRESENT_REF"), "1 time without a date"),
        (
            TimeExpression("t", find("Friday"), "DATE", "XXXX-WXX-5"),
            "1 time that no day could be found for",
        ),
    ],
)
def test_now_is_told_from_a_day_that_was_not_found(time: TimeExpression, words: str) -> None:
    timeline = order_times(make_dated_reading(times=(time,)))
    assert timeline.entries == ()
    assert describe_unplaced(timeline.unplaced) == words


def test_every_time_stands_in_one_place() -> None:
    timeline = order_times(make_dated_reading())
    placed = [mention.number for row in timeline.rows for mention in row.mentions]
    numbers = [*placed, *(mention.number for mention in timeline.unplaced)]
    assert sorted(numbers) == list(range(1, 14))


@pytest.mark.parametrize("published", [DOUBTFUL, replace(SOME_DAY, conflict=True), None])
def test_what_is_counted_from_an_unsure_publication_is_shaky(published: object) -> None:
    timeline = order_times(make_dated_reading(published))  # type: ignore[arg-type]
    shaky = [mention.time.id for row in timeline.rows for mention in row.mentions if mention.shaky]
    assert shaky == ["t2", "t1", "t10"]


def test_nothing_is_shaky_where_the_publication_is_sure() -> None:
    assert not any(row.shaky or row.spread for row in order_times(make_dated_reading()).rows)


def test_a_day_that_is_the_same_for_every_possible_publication_is_sure() -> None:
    timeline = order_times(make_dated_reading(SOME_DAY))
    (row,) = [one for one in timeline.rows if one.day == FRIDAY]
    assert not row.shaky
    assert not row.spread


def test_a_day_that_moves_with_the_publication_is_spread() -> None:
    (row,) = order_times(make_dated_reading(SOME_DAY, (make_spread_time(),))).rows
    assert row.words == "between 3 and 5 January 2020"
    assert row.spread


def test_a_day_between_two_by_the_words_alone_is_not_spread() -> None:
    (row,) = order_times(make_dated_reading(SOME_DAY, make_times()[12:])).rows
    assert row.words == "between April and June 2020"
    assert not row.spread


def test_a_row_is_sure_where_one_mention_of_it_is() -> None:
    times = list(make_times())
    times[9] = replace(times[9], anchor="")
    timeline = order_times(make_dated_reading(DOUBTFUL, tuple(times)))
    (row,) = [one for one in timeline.rows if one.day == FRIDAY]
    assert not row.shaky


def test_times_counted_from_one_another_in_a_ring_end() -> None:
    first, second = make_times()[0], make_times()[1]
    ring = (replace(first, anchor="time", anchor_id="t2"), second)
    assert len(order_times(make_dated_reading(SOME_DAY, ring)).rows) == 2


def test_no_times_are_an_empty_timeline() -> None:
    timeline = order_times(make_reading())
    assert (timeline.entries, timeline.unplaced) == ((), ())


def test_of_very_many_rows_those_around_the_publication_are_shown() -> None:
    timeline = order_times(make_crowded_reading(500))
    shown, whole = cut_to_window(timeline, 24)
    assert (len(shown), len(whole)) == (24, 502)
    entries = [timeline.entries[at] for at in shown]
    assert any(isinstance(one, Marker) and one.date.role == "published" for one in entries)
    assert count_rows(entries) == 23


def test_few_rows_are_shown_whole() -> None:
    shown, whole = cut_to_window(order_times(make_dated_reading()), 24)
    assert shown == whole


def test_an_event_stands_in_the_row_of_its_time() -> None:
    rows = {row.words: row for row in order_times(make_event_reading()).rows}
    told = {words: [one.event.id for one in row.events] for words, row in rows.items()}
    assert told == {
        "September to November 2030": [],
        "December 2030": ["v-embassy"],
        "Sun 29 December 2030": ["v-approval"],
        "Fri 3 January 2031": ["v-strike"],
        "Sun 5 January 2031": ["v-soldiers"],
    }


def test_events_without_a_day_stand_apart_in_the_order_of_the_text() -> None:
    timeline = order_times(make_event_reading())
    assert [one.event.id for one in timeline.undated] == ["v-raid", "v-port", "v-meeting"]
    assert [one.number for one in timeline.events] == list(range(1, 8))


def test_an_event_that_is_less_exact_than_its_time_has_a_row_of_its_own() -> None:
    reading = make_event_reading()
    strike = reading.events[0]
    assert strike.date is not None
    longer = replace(strike.date, earliest=strike.date.earliest - timedelta(days=3))
    rows = order_times(replace(reading, events=(replace(strike, date=longer),))).rows
    (row,) = [one for one in rows if one.events]
    assert row.words == "between 31 December 2030 and 3 January 2031"
    assert row.mentions == ()
    assert row.day is None


def test_an_event_of_a_shaky_time_is_shaky() -> None:
    reading = make_event_reading()
    published = replace(reading.article.dates[0], conflict=True)
    times = tuple(replace(one, anchor="publication") for one in reading.times)
    article = replace(reading.article, dates=(published,))
    timeline = order_times(replace(reading, article=article, times=times))
    assert all(one.shaky for row in timeline.rows for one in row.events)
