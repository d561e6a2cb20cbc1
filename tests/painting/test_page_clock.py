"""When a page came out, as people are told it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.painting.page_clock import read_clock
from onrecord.record import Article
from tests.stories.pages import page


def out(published: str = "", modified: str = "") -> Article:
    return page("Words.", published=published, modified=modified)


def test_a_clock_with_a_zone_is_told_in_utc() -> None:
    assert read_clock(out("2031-03-14T05:30:00+01:00"), None).words == "14 March 2031, 04:30 UTC"


def test_a_clock_without_a_zone_is_told_as_it_stands_and_said_to_lack_one() -> None:
    assert (
        read_clock(out("2031-03-14T05:30:00"), None).words == "14 March 2031, 05:30, zone unknown"
    )


def test_a_day_without_a_clock_is_told_alone() -> None:
    clock = read_clock(out("2031-03-14"), None)
    assert (clock.words, clock.short) == ("14 March 2031", "")


def test_a_page_without_a_date_is_said_to_have_none_and_stands_last() -> None:
    clock = read_clock(out(), None)
    assert clock.words == "no date on the page"
    assert clock.key > read_clock(out("2031-03-14"), None).key


def test_an_update_is_told_by_the_time_of_its_change() -> None:
    article = out("2031-03-14T05:30:00+00:00", "2031-03-14T18:00:00+00:00")
    assert read_clock(article, "update").words == "updated 14 March 2031, 18:00 UTC"
    assert read_clock(article, "original").words == "14 March 2031, 05:30 UTC"


def test_an_update_without_a_time_of_its_change_is_told_by_its_publication() -> None:
    assert read_clock(out("2031-03-14"), "update").words == "14 March 2031"


def test_of_several_days_the_likeliest_is_told_as_about_right() -> None:
    article = out("2031-03-14")
    day = replace(article.dates[0], latest=date(2031, 3, 18))
    clock = read_clock(replace(article, dates=(day,)), None)
    assert clock.words == "between 14 and 18 March 2031, most likely 14 March 2031"
    assert clock.best_day == "about 14 March 2031"
