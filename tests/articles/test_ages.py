from datetime import date

import pytest

from onrecord.articles.ages import read_age

SAVED = date(2020, 1, 10)


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("2 hours ago", date(2020, 1, 10)),
        ("Posted a day ago", date(2020, 1, 9)),
        ("vor 3 Tagen", date(2020, 1, 7)),
        ("hace 2 semanas", date(2019, 12, 27)),
        ("30 hrs ago", date(2020, 1, 9)),
    ],
)
def test_an_age_is_counted_back_from_the_day_of_saving(text, best):
    age = read_age(text, SAVED)
    assert age is not None
    assert age.best == best
    assert age.earliest < age.best <= age.latest


@pytest.mark.parametrize("text", ["", "years ago", "long ago", "999 days ago", "2 hours"])
def test_what_is_no_age_names_no_day(text):
    assert read_age(text, SAVED) is None
