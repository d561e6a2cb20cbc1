"""What stands beside the days of a timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.painting.timeline import DatedMention, order_times
from onrecord.painting.timeline_words import (
    describe_alternatives,
    describe_anchor,
    describe_distance,
    describe_doubt,
    describe_timeline,
    explain_time,
)
from onrecord.record import CalendarValue
from tests.dated_readings import (
    DOUBTFUL,
    FRIDAY,
    MONDAY,
    SOME_DAY,
    find,
    make_dated_reading,
    make_spread_time,
    make_times,
    publish,
)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (0, "the day of publication"),
        (1, "1 day before publication"),
        (60, "60 days before publication"),
        (61, ""),
        (-1, "1 day after publication"),
        (-27, "27 days after publication"),
        (-61, ""),
    ],
)
def test_a_day_is_counted_from_the_publication(before: int, words: str) -> None:
    day = FRIDAY + timedelta(days=before)
    row = order_times(make_dated_reading(times=(replace(make_times()[0], anchor=""),))).rows[0]
    assert describe_distance(row, publish(day, day, day)) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (5, 7, "2–4 days before publication"),
        (3, 6, "0–3 days before publication"),
        (2, 4, "perhaps the day of publication"),
        (1, 3, "0–2 days after publication"),
        (1, 2, "1–2 days after publication"),
    ],
)
def test_a_publication_between_two_days_gives_a_range(
    earliest: int, latest: int, words: str
) -> None:
    row = order_times(make_dated_reading(times=(replace(make_times()[0], anchor=""),))).rows[0]
    first, last = date(2020, 1, earliest), date(2020, 1, latest)
    assert describe_distance(row, publish(first, last, first)) == words


def test_a_day_counted_from_an_unsure_publication_is_not_measured_by_it() -> None:
    rows = order_times(make_dated_reading(DOUBTFUL)).rows
    (friday,) = [row for row in rows if row.day == FRIDAY]
    assert describe_distance(friday, DOUBTFUL) == ""


def test_on_what_an_unsure_day_hangs_is_said() -> None:
    doubtful = order_times(make_dated_reading(DOUBTFUL)).rows
    unknown = order_times(make_dated_reading(None)).rows
    told = {row.words: describe_doubt(row, DOUBTFUL) for row in doubtful}
    assert told["Fri 3 January 2020"] == "if published on 6 January"
    assert told["55 BC"] == ""
    told = {row.words: describe_doubt(row, None) for row in unknown}
    assert told["Fri 3 January 2020"] == "counted from an unknown day of publication"
    (spread,) = order_times(make_dated_reading(SOME_DAY, (make_spread_time(),))).rows
    assert describe_doubt(spread, SOME_DAY) == "by the day of publication"


def test_a_month_has_no_distance() -> None:
    rows = order_times(make_dated_reading()).rows
    assert [describe_distance(row, MONDAY) for row in rows if row.day is None] == [""] * 4


def test_the_times_are_counted() -> None:
    assert describe_timeline(order_times(make_dated_reading())) == (
        "13 times in the text, 9 of them on 8 dates of the calendar"
    )


def test_what_a_time_was_counted_from_is_named() -> None:
    reading = make_dated_reading()
    first, second, third = reading.times[:3]
    event = replace(third, anchor="event", anchor_span=find("The breach"))
    assert [describe_anchor(one, reading) for one in (first, second, third, event)] == [
        "counted from the day of publication, 6 January 2020",
        "counted from “early on Friday”",
        "known from the words alone",
        "counted from “The breach”",
    ]


def test_a_rule_that_was_not_measured_claims_no_score() -> None:
    time = make_times()[2]
    told = explain_time(DatedMention(3, time), make_dated_reading())
    assert told[-1] == "rule nearest"


def test_other_readings_are_told_and_the_same_reading_is_not() -> None:
    time = make_times()[11]
    same = CalendarValue("2020-02-02", time.edtf, time.earliest, time.latest, time.best)
    vague = CalendarValue("2020-SU")
    told = describe_alternatives(replace(time, alternatives=(same, *time.alternatives, vague)))
    assert told == "or Thu 5 March 2020 or 2020-SU"
