import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.dates import find_dates


@pytest.mark.parametrize(
    ("text", "raw", "edtf", "has_clock"),
    [
        ("14:54 GMT15 January 2021", "14:54 GMT15 January 2021", "2021-01-15", True),
        ("on Jan. 5, 2020.", "Jan. 5, 2020", "2020-01-05", False),
        ("5 January 2020", "5 January 2020", "2020-01-05", False),
        ("the 5th of March 2020", "5th of March 2020", "2020-03-05", False),
        (
            "Updated 3:04 PM ET, Tue January 7, 2020",
            "3:04 PM ET, Tue January 7, 2020",
            "2020-01-07",
            True,
        ),
        ("2020-01-05T10:11:12Z", "2020-01-05T10:11:12Z", "2020-01-05", True),
        ("2020-01-05", "2020-01-05", "2020-01-05", False),
        ("05.01.20, 14:30 Uhr", "05.01.20, 14:30 Uhr", "2020-01-05", True),
        ("2025年1月21日", "2025年1月21日", "2025-01-21", False),
        ("5 de enero de 2020", "5 de enero de 2020", "2020-01-05", False),
        ("3. Jänner 2020", "3. Jänner 2020", "2020-01-03", False),
        ("İzmir, 5 Ocak 2020", "5 Ocak 2020", "2020-01-05", False),
        ("14/01/2020", "14/01/2020", "2020-01-14", False),
    ],
)
def test_a_date_is_found_with_its_clock(text, raw, edtf, has_clock):
    (found,) = find_dates(text)
    assert (found.raw, found.edtf, found.has_clock) == (raw, edtf, has_clock)
    assert found.span.cut(text) == found.raw
    assert found.best.isoformat() == edtf


@pytest.mark.parametrize(
    "text",
    ["31 June 2020", "29 Feb 2021", "2020-13-41", "192.168.10.12", "v1.2.3", "May 5", "2020", ""],
)
def test_what_the_calendar_does_not_have_is_no_date(text):
    assert find_dates(text) == ()


def test_a_month_alone_is_an_interval():
    (found,) = find_dates("February 2020")
    assert (found.earliest, found.latest) == (date(2020, 2, 1), date(2020, 2, 29))
    assert found.edtf == "2020-02"


def test_an_ambiguous_date_keeps_both_days():
    (found,) = find_dates("05/01/2020")
    assert (found.earliest, found.latest) == (date(2020, 1, 5), date(2020, 5, 1))
    assert found.edtf == "[2020-01-05,2020-05-01]"


def test_a_hint_settles_an_ambiguous_date():
    assert find_dates("05/01/2020", day_first=False)[0].edtf == "2020-05-01"
    assert find_dates("05/01/2020", day_first=True)[0].edtf == "2020-01-05"


def test_another_date_of_the_text_settles_an_ambiguous_one():
    assert find_dates("from 05/01/2020 to 12/31/2020")[0].edtf == "2020-05-01"


def test_an_american_time_zone_settles_an_ambiguous_date():
    assert find_dates("05/01/2020 3:04 PM EST")[0].edtf == "2020-05-01"


@pytest.mark.parametrize("unit", ["1", "20", "2020 ", "12/", "1 ", "jan ", "12:30 ", "2020-01-05 "])
def test_a_megabyte_without_a_full_stop_takes_a_moment(unit):
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    find_dates(text)
    assert time.process_time() - start < 60  # what is not linear takes hours; the machine may wait


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back_from_its_iso_form(day):
    assert [found.best for found in find_dates(f"on {day.isoformat()}.")] == [day]


@given(st.text(max_size=200))
def test_no_text_breaks_the_search(text):
    for found in find_dates(text):
        assert found.span.cut(text) == found.raw
