from datetime import date

import pytest

from onrecord.times.feasts import find_feast
from tests.times.samples import GRAMMAR, only


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2019, date(2019, 12, 25)),
        ("11 4 4", 2019, date(2019, 11, 28)),
        ("5 -1 1", 2019, date(2019, 5, 27)),
        ("easter 0", 2019, date(2019, 4, 21)),
        ("easter -2", 2020, date(2020, 4, 10)),
        ("easter 0", 1818, date(1818, 3, 22)),
        ("easter 0", 1943, date(1943, 4, 25)),
        ("election", 2016, date(2016, 11, 8)),
        ("election", 2022, date(2022, 11, 8)),
    ],
)
def test_a_feast_has_its_day_in_every_year(rule, year, day):
    assert find_feast(rule, year) == day


@pytest.mark.parametrize("year", [-5, 0, 1, 9999, 10000])
def test_a_feast_at_the_end_of_the_calendar_has_no_day(year):
    assert find_feast("easter -2", year) is None


def test_every_feast_of_the_table_is_one():
    assert all(find_feast(rule, 2020) for rule in GRAMMAR.feasts.values())


def test_a_feast_is_the_nearest_one():
    assert only("The pier was shut at Christmas.").value == "2019-12-25"
    assert only("The pier was shut on Christmas Eve 2018.").value == "2018-12-24"
