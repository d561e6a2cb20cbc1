from datetime import date

import pytest

from evaluation.timex import find_days, normalise_value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-03-04", "2021-03-04", "2021-03-04"),
        ("2021-03-04TNI", "2021-03-04", "2021-03-04"),
        ("2021-03-04T15:30", "2021-03-04", "2021-03-04"),
        ("2021-W09", "2021-03-01", "2021-03-07"),
        ("2021-W09-WE", "2021-03-06", "2021-03-07"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
        ("2020-H1", "2020-01-01", "2020-06-30"),
        ("2020-SU", "2020-06-01", "2020-08-31"),
        ("2020-WI", "2020-12-01", "2021-02-28"),
        ("1998", "1998-01-01", "1998-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("2017-05-03/2017-05-05", "2017-05-03", "2017-05-05"),
    ],
)
def test_a_value_covers_the_days_of_its_grain(value, first, last):
    assert find_days(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["P3D", "PAST_REF", "XXXX-WXX-2", "2021-06-31", "2021-W60", "BC0300", "0000", "", "/"]
)
def test_a_value_outside_the_calendar_covers_no_days(value):
    assert find_days(value) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2021-03-02T14:00Z", "2021-03-02T14:00"),
        ("2021-03-02T14:00+01:00", "2021-03-02T14:00"),
        ("2021-03-02T14:00:00", "2021-03-02T14:00"),
        ("P1E", "P10Y"),
        ("P2DE", "P20Y"),
        ("P1CE", "P100Y"),
    ],
)
def test_values_that_mean_the_same_are_written_alike(one, other):
    assert normalise_value(one) == normalise_value(other)


@pytest.mark.parametrize("value", ["P1W", "P7D", "2021-03-02", "PT24H", "2021-03-02T14:30"])
def test_other_values_stay_as_they_are(value):
    assert normalise_value(value) == value
