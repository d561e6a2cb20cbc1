from datetime import date

import pytest

from onrecord.articles.ages import read_age, read_ages

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


def test_hours_end_on_one_day_where_the_clock_of_saving_is_told():
    [morning] = read_ages("Posted 3 hours ago", SAVED, (10, 5))
    assert morning.earliest == morning.latest == SAVED
    [night] = read_ages("Posted 3 hours ago", SAVED, (1, 0))
    assert night.earliest == night.latest == date(2020, 1, 9)


@pytest.mark.parametrize("text", ["Posted yesterday", "Yesterday at 4:12 PM", "gestern, 16:12"])
def test_yesterday_beside_a_clock_or_a_label_is_the_day_before(text):
    [age] = read_ages(text, SAVED)
    assert age.earliest == age.latest == date(2020, 1, 9)


@pytest.mark.parametrize("text", ["Today's paper", "Yesterday once more", "Weather today"])
def test_today_as_a_word_of_the_furniture_is_no_age(text):
    assert not tuple(read_ages(text, SAVED))
