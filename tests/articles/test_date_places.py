from datetime import UTC, date, datetime

import pytest

from onrecord.articles.date_places import find_in_url, read_candidate, read_clock, read_day

SITE = "https://larkhavencourier.example"


@pytest.mark.parametrize(
    "written",
    ["2020-01-05T10:00:00+01:00", "20200105", "1578218400", "5 January 2020", "Jan. 5, 2020"],
)
def test_a_day_is_read_in_the_forms_that_pages_use(written):
    assert read_day(written) == date(2020, 1, 5)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "0000-00-00",
        "0000-01-01T00:00:00Z",
        "9999-12-31",
        "2020-06-31",
        "31 June 2020",
        "9999999999",
        "99999999999999999999",
        "January 2020",
        "2020-W60-1",
    ],
)
def test_what_the_calendar_or_the_web_does_not_have_is_no_day(written):
    assert read_day(written) is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2020/01/05/wall", date(2020, 1, 5)),
        ("/news/2020-1-5-wall", date(2020, 1, 5)),
        ("/wall-20200105.html", date(2020, 1, 5)),
        ("/2020/jan/05/wall", date(2020, 1, 5)),
        ("/releases/2020/12/201218130031.htm", None),
        ("/2020/12/wall", None),
        ("/2020/06/31/wall", None),
        ("/a-2020210505", None),
    ],
)
def test_the_address_carries_a_whole_day_or_none(path, day):
    found = [one.day for one in find_in_url(SITE + path)]
    assert found == ([day] if day else [])


@pytest.mark.parametrize(
    ("raw", "moment", "clock"),
    [
        ("2020-01-05T23:30:00Z", datetime(2020, 1, 5, 23, 30, tzinfo=UTC), None),
        ("2020-01-05T23:30-05:00", datetime(2020, 1, 6, 4, 30, tzinfo=UTC), None),
        ("January 5, 2020 - 9:03PM", None, (21, 3)),
        ("5 January 2020, 12.15am", None, (0, 15)),
        ("5.1.2020 | 14:07 Uhr", None, (14, 7)),
        ("12.04.2020", None, None),
    ],
)
def test_a_clock_with_its_zone_is_a_moment_and_one_without_is_the_readers(raw, moment, clock):
    assert read_clock(raw, date(2020, 1, 5)) == (moment, clock)


def test_a_moment_beyond_the_calendar_breaks_nothing():
    [one] = read_candidate("published", "1990-01-01T00:00:00+14:59", "meta:date", "")
    assert one.day == date(1990, 1, 1)
