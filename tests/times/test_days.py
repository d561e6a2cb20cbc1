from datetime import date

import pytest

from tests.times.samples import only, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pier opened on Friday.", "2020-01-03"),
        ("The pier opened on Monday.", "2020-01-06"),
        ("The pier will open on Friday.", "2020-01-10"),
        ("The pier opened last Friday.", "2020-01-03"),
        ("The pier will open next Friday.", "2020-01-10"),
        ("The pier opened yesterday.", "2020-01-05"),
        ("The pier opens tomorrow.", "2020-01-07"),
    ],
)
def test_a_weekday_is_the_last_one_and_the_day_of_publication_counts(text, value):
    assert only(text).value == value


def test_the_other_weekday_is_kept_where_two_can_be_meant():
    one = only("The pier will open on Friday.")
    assert [other.value for other in one.alternatives] == ["2020-01-03"]


@pytest.mark.parametrize(
    ("words", "value"),
    [("29 December", "2019-12-29"), ("Jan. 3", "2020-01-03"), ("2 January", "2020-01-02")],
)
def test_a_day_without_its_year_is_the_nearest(words, value):
    assert values(f"The pier fell on {words}.")[words] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pier was built in October.", "2019-10"),
        ("The pier will be built in October.", "2020-10"),
        ("The pier was built last October.", "2019-10"),
        ("The pier was built in October 1987.", "1987-10"),
        ("The pier was built in October last year.", "2019-10"),
    ],
)
def test_the_verb_says_which_year_a_month_is_of(text, value):
    assert only(text).value == value


@pytest.mark.parametrize(
    "words",
    [
        "2019-12-31",
        "31 December 2019",
        "December 31, 2019",
        "12/31/2019",
        "31.12.2019",
        "31st of December 2019",
    ],
)
def test_a_full_date_is_the_same_however_it_is_written(words):
    assert only(f"The pier fell on {words}.").value == "2019-12-31"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("9.30 pm on Friday", "2020-01-03T21:30"),
        ("10:35 GMT on Friday", "2020-01-03T10:35"),
        ("Friday morning", "2020-01-03TMO"),
        ("12 a.m. on Friday", "2020-01-03T00:00"),
    ],
)
def test_a_clock_stands_on_its_day(words, value):
    one = only(f"The pier fell at {words}.")
    assert (one.kind, one.value) == ("TIME", value)
    assert one.best == date(2020, 1, 3)


@pytest.mark.parametrize(
    "words", ["31 June 2019", "30 February 2020", "29 February 2019", "June 31", "32 May 2019"]
)
def test_a_day_that_the_calendar_does_not_have_is_not_found(words):
    assert not any(one.count("-") == 2 for one in values(f"The pier fell on {words}.").values())


def test_without_a_day_of_publication_a_weekday_is_no_day():
    one = only("The pier fell on Friday.", None)
    assert (one.earliest, one.latest, one.best, one.edtf) == (None, None, None, "")


def test_without_a_day_of_publication_a_full_date_stands():
    assert only("The pier fell on 3 January 2020.", None).best == date(2020, 1, 3)


def test_the_year_of_another_century_is_not_taken_for_ours():
    assert only("The pier was built on 4 May 1887.").value == "1887-05-04"
