from datetime import date

import pytest

from tests.times.samples import only, values


@pytest.mark.parametrize(
    ("words", "value", "first", "last"),
    [
        ("1987", "1987", date(1987, 1, 1), date(1987, 12, 31)),
        ("the 1960s", "196", date(1960, 1, 1), date(1969, 12, 31)),
        ("the summer of 1987", "1987-SU", date(1987, 6, 1), date(1987, 8, 31)),
        ("the first quarter of 2019", "2019-Q1", date(2019, 1, 1), date(2019, 3, 31)),
        ("last weekend", "2020-W01-WE", date(2020, 1, 4), date(2020, 1, 5)),
        ("this week", "2020-W02", date(2020, 1, 6), date(2020, 1, 12)),
        ("last year", "2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("next month", "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("last winter", "2018-WI", date(2018, 12, 1), date(2019, 2, 28)),
        ("the second week of May 2018", "2018-W19", date(2018, 5, 7), date(2018, 5, 13)),
    ],
)
def test_a_stretch_of_the_calendar_has_its_first_and_last_day(words, value, first, last):
    one = only(f"The pier was painted during {words}.")
    assert (one.value, one.earliest, one.latest) == (value, first, last)


def test_an_early_month_is_its_first_days():
    one = only("The pier fell in early June 2018.")
    assert (one.value, one.modifier) == ("2018-06", "START")
    assert one.earliest == date(2018, 6, 1)
    assert one.latest < date(2018, 6, 15)


def test_a_century_begins_and_ends_where_its_value_does():
    one = only("The pier was built in the 19th century.")
    assert one.value == "18"
    assert one.edtf == "18XX"


def test_years_before_christ_have_no_days_of_our_calendar():
    one = only("The pier was built in 55 BC.")
    assert (one.value, one.edtf, one.earliest) == ("BC0055", "-0054", None)


@pytest.mark.parametrize("words", ["in week 60", "in 10000", "in the 99th century"])
def test_a_stretch_that_cannot_be_is_not_found(words):
    assert not any(one.isdigit() for one in values(f"The pier fell {words}.").values())
