"""The dates of record, each with its reasons and what speaks against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from onrecord.painting.record_dates import OTHERS_SHOWN, ROLES, DateTold, describe_dates
from onrecord.record import Article, DateOfRecord, DateRole
from tests.dated_readings import MONDAY, SOME_DAY, publish
from tests.readings import make_article


def with_dates(*dates: DateOfRecord) -> Article:
    return replace(make_article(), dates=dates)


def candidate(day: int, *, conflict: bool = False) -> DateOfRecord:
    other = date(2020, 1, day)
    reason = f"line {day}"
    return replace(publish(other, other, other, reason=reason, conflict=conflict), chosen=False)


def test_every_role_of_the_record_is_told() -> None:
    assert set(ROLES) == set(get_args(DateRole))


def test_an_article_without_dates_was_published_at_an_unknown_time() -> None:
    assert describe_dates(with_dates()) == (DateTold("Published", "unknown"),)


def test_a_crawl_is_never_told_as_the_publication() -> None:
    crawled = make_article().date("crawled")
    assert crawled is not None
    assert describe_dates(with_dates(crawled)) == (
        DateTold("Published", "unknown"),
        DateTold("Page saved", "15 January 2032", ("clock in the page's header",)),
    )


def test_every_reason_has_a_line_of_its_own() -> None:
    (told,) = describe_dates(with_dates(SOME_DAY))
    assert told.days == "between 5 and 7 January 2020, most likely 6 January 2020"
    assert told.reasons == (
        "Friday with 3 January is in 2014, 2020 or 2025",
        "the text tells of 4 January as past",
        "the page was saved on 15 January 2021",
    )


def test_another_date_of_the_page_is_told_with_its_reason() -> None:
    (told,) = describe_dates(with_dates(MONDAY, candidate(9)))
    assert told.others == ("also given: 9 January 2020, line 9",)
    assert not told.conflict


def test_a_conflict_is_said_of_the_day_and_of_the_other() -> None:
    doubtful = replace(MONDAY, conflict=True)
    (told,) = describe_dates(with_dates(doubtful, candidate(9, conflict=True)))
    assert told.conflict
    assert told.days == "6 January 2020, in conflict with what else the page says"
    assert told.others == ("also given, in conflict: 9 January 2020, line 9",)


def test_the_places_that_give_the_same_day_are_one_line() -> None:
    places = [replace(candidate(6), found_by=place) for place in ("url", "byline", "url")]
    (told,) = describe_dates(with_dates(MONDAY, *places))
    assert told.reasons == ("the page's own metadata", "the same day stands in: url, byline")
    assert told.others == ()


def test_very_many_candidates_are_counted() -> None:
    others = [candidate(day) for day in range(8, 8 + OTHERS_SHOWN + 3)]
    (told,) = describe_dates(with_dates(MONDAY, *others))
    assert len(told.others) == OTHERS_SHOWN + 1
    assert told.others[-1] == "and 3 more"
