from datetime import UTC, date, datetime

from onrecord.record import Article, DateOfRecord
from onrecord.stories.media.moments import moment_of, order


def article(name: str, *raws: str, day: date = date(2024, 3, 15)) -> Article:
    dates = tuple(
        DateOfRecord("published", day, day, day, day.isoformat(), "test", "", raw, chosen=n == 0)
        for n, raw in enumerate(raws)
    )
    return Article(name, "", "", "", (), "en", "Text.", dates)


def test_a_clock_with_a_zone_is_exact():
    moment = moment_of(article("a", "2024-03-15T09:00:00+02:00"))
    assert moment is not None
    assert moment.earliest == moment.latest == datetime(2024, 3, 15, 7, tzinfo=UTC)


def test_a_clock_with_a_zone_is_taken_from_any_date_of_the_same_day():
    moment = moment_of(article("a", "15 March 2024", "2024-03-15T23:30:00-05:00"))
    assert moment is not None
    assert moment.latest == datetime(2024, 3, 16, 4, 30, tzinfo=UTC)


def test_a_clock_without_a_zone_is_in_the_middle_of_what_it_may_be():
    moment = moment_of(article("a", "Friday, 15.03.2024 - 18:05"))
    assert moment is not None
    assert moment.middle == datetime(2024, 3, 15, 18, 5, tzinfo=UTC)
    assert moment.earliest < moment.latest


def test_the_afternoon_is_read_in_twelve_hours():
    moment = moment_of(article("a", "Published 3:20 p.m., 15 March 2024"))
    assert moment is not None
    assert moment.middle.hour == 15


def test_a_day_with_points_is_no_clock():
    moment = moment_of(article("a", "15.03.2024"))
    assert moment is not None
    assert (moment.earliest.hour, moment.latest.hour) == (0, 23)


def test_a_page_without_a_date_has_no_moment_and_comes_last():
    undated, dated = article("a"), article("b", "2024-03-15")
    assert moment_of(undated) is None
    assert [one.id for one in order([undated, dated])] == ["b", "a"]


def test_a_day_is_not_surely_before_a_clock_on_it():
    day, clock = moment_of(article("a", "")), moment_of(article("b", "2024-03-15T12:00:00Z"))
    assert day is not None
    assert clock is not None
    assert not day.surely_before(clock)
    assert not clock.surely_before(day)
