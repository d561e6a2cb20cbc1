from datetime import date

import pytest

from onrecord.reading import read_times
from tests.times.samples import PUBLISHED, only, values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("10 years", "P10Y"),
        ("ten years", "P10Y"),
        ("two and a half years", "P2Y6M"),
        ("twenty five minutes", "PT25M"),
        ("a fortnight", "P2W"),
        ("several years", "PXY"),
        ("72 hours", "PT72H"),
    ],
)
def test_a_length_is_counted_in_its_own_unit(words, value):
    one = only(f"It lasted {words}.")
    assert (one.kind, one.value, one.earliest) == ("DURATION", value, None)


def test_a_number_with_a_hyphen_is_one_number():
    assert only("It lasted twenty-five minutes.").value == "PT25M"


def test_more_than_a_length_says_so():
    assert only("It lasted more than 40 years.").modifier == "MORE_THAN"


def test_a_length_that_says_no_number_is_of_no_particular_day():
    assert only("We waited for days and weeks.").generic
    assert not only("We waited for two weeks.").generic


@pytest.mark.parametrize(
    ("words", "value"),
    [("two weeks ago", "2019-12-23"), ("a year ago", "2019"), ("three days ago", "2020-01-03")],
)
def test_so_long_ago_is_counted_from_the_day_of_publication(words, value):
    one = only(f"The pier fell {words}.")
    assert (one.value, one.anchor) == (value, "publication")


@pytest.mark.parametrize(
    ("words", "value"),
    [("The following day", "1998-03-04"), ("Two weeks earlier", "1998-02-17")],
)
def test_a_shift_without_ago_is_counted_from_the_day_told_last(words, value):
    assert values(f"The pier fell on 3 March 1998. {words} a crane came.")[words] == value


@pytest.mark.parametrize("words", ["99999999 years ago", "12000 years ago", "900000 days ago"])
def test_a_shift_beyond_the_calendar_has_no_day(words):
    assert all(one.count("-") < 2 for one in values(f"The pier fell {words}.").values())


@pytest.mark.parametrize(
    ("words", "value"),
    [("every Friday", "XXXX-WXX-5"), ("daily", "P1D"), ("twice a year", "P1Y")],
)
def test_what_comes_again_is_a_set(words, value):
    one = only(f"The pier is painted {words}.")
    assert (one.kind, one.value) == ("SET", value)


def test_the_next_years_end_on_a_day():
    one = only("The pier will be closed for the next two years.")
    assert one.value == "P2Y"
    assert (one.earliest, one.latest) in {(date(2020, 1, 6), date(2022, 1, 6)), (None, None)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("In the days since the strike, he has spoken to allies.", "the strike"),
        ("Two weeks after the siege of Lorne began, he left.", "the siege of Lorne"),
        ("Three years after he died the mill closed.", None),
    ],
)
def test_a_length_that_is_counted_from_an_event_says_which(text, event):
    [first, *_] = read_times(text, PUBLISHED)
    assert (first.anchor_span and first.anchor_span.cut(text)) == event
    assert (first.anchor == "event") == (event is not None)
