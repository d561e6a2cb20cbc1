"""Calendar values in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.painting.days import describe_between, describe_days, describe_range, describe_value
from onrecord.record import CalendarValue, Span, TimeExpression
from tests.dated_readings import publish


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-01-03", "2020-01-03", "3 January 2020"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("1990-01-01", "1999-12-31", "the 1990s"),
        ("1900-01-01", "1999-12-31", "1900 to 1999"),
        ("2020-01-03", "2020-01-06", "3 to 6 January 2020"),
        ("2020-01-28", "2020-02-03", "28 January to 3 February 2020"),
        ("2019-12-27", "2020-01-06", "27 December 2019 to 6 January 2020"),
        ("2020-03-01", "2020-05-31", "March to May 2020"),
        ("2019-12-01", "2020-02-29", "December 2019 to February 2020"),
    ],
)
def test_days_are_told_by_the_name_that_they_have_together(
    first: str, last: str, words: str
) -> None:
    assert describe_days(date.fromisoformat(first), date.fromisoformat(last)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("-0054", "55 BC"),
        ("0000", "1 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-0043-03", "March 44 BC"),
        ("-0499/-0400", "500 BC to 401 BC"),
        ("-0026/0014", "27 BC to 14"),
        ("Y17000", "the year 17,000"),
        ("2019-12/..", "from December 2019 on"),
        ("../2019-12-03", "until 3 December 2019"),
        ("-0054/..", "from 55 BC on"),
        ("", ""),
        ("nonsense", ""),
    ],
)
def test_what_has_no_days_has_words_where_it_has_a_place(edtf: str, words: str) -> None:
    assert describe_value(CalendarValue("", edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2018-23", "autumn 2018"),
        ("2018-34", "second quarter of 2018"),
        ("2018-41", "second half of 2018"),
        ("2018-03/2018-05", "March to May 2018"),
        ("[2018-03-02..2018-05-31]", "between 2 March and 31 May 2018"),
        ("[2018-03..2018-05]", "between March and May 2018"),
        ("2018-03~/2018-05~", "around March to May 2018"),
    ],
)
def test_one_day_of_several_is_told_from_all_of_them(edtf: str, words: str) -> None:
    first = date(2018, 3, 2) if "-02" in edtf else date(2018, 3, 1)
    value = CalendarValue("", edtf, first, date(2018, 5, 31), first)
    assert describe_value(value) == words


def test_a_day_has_its_weekday() -> None:
    friday = date(2020, 1, 3)
    assert describe_value(CalendarValue("", "", friday, friday, friday)) == "Fri 3 January 2020"


@pytest.mark.parametrize(
    ("modifier", "words"),
    [("START", "early December 2019"), ("MID", "mid December 2019"), ("END", "late December 2019")],
)
def test_a_part_is_told_of_the_whole_that_the_text_names(modifier: str, words: str) -> None:
    days = (date(2019, 12, 21), date(2019, 12, 31), date(2019, 12, 26))
    edtf = "2019-12-21/2019-12-31"
    one = TimeExpression("t", Span(0, 1), "DATE", "2019-12", edtf, *days, modifier=modifier)  # type: ignore[arg-type]
    assert describe_value(one) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2031, 3, 5), date(2031, 3, 5), "5 March 2031"),
        (date(2031, 3, 1), date(2031, 3, 31), "March 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (
            date(2031, 3, 5),
            date(2031, 4, 7),
            "between 5 March and 7 April 2031, most likely 5 March 2031",
        ),
        (
            date(2020, 2, 1),
            date(2020, 3, 31),
            "between February and March 2020, most likely 1 February 2020",
        ),
    ],
)
def test_a_date_of_record_is_told_as_exactly_as_it_is_known(
    earliest: date, latest: date, words: str
) -> None:
    assert describe_range(publish(earliest, latest, earliest)) == words


@given(st.dates(), st.dates())
def test_any_two_days_have_words(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert describe_days(first, last)
    assert describe_between(first, last)
