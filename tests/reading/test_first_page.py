"""The page that the project started from: when it came out, and what its words date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.articles import extract
from onrecord.pages import open_pages
from onrecord.reading import extract_article, read_times
from onrecord.record import Article, Page, TimeExpression

FIRST = Path(__file__).parents[2].parent / "shared" / "seed" / "page.txt"


@pytest.fixture(scope="module")
def article() -> Article:
    if not FIRST.is_file():
        pytest.skip("the first page is not beside the repository")
    (page,) = open_pages(str(FIRST))
    assert isinstance(page, Page)
    found, _ = extract_article(page)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def times(article: Article) -> dict[str, TimeExpression]:
    day = article.date("published")
    assert day is not None
    return {one.span.cut(article.text): one for one in read_times(article.text, day.best)}


def starting_with(times: dict[str, TimeExpression], words: str) -> TimeExpression:
    return next(one for said, one in times.items() if said.lower().startswith(words))


def test_it_came_out_between_the_5th_and_the_7th_of_january(article):
    day = article.date("published")
    assert date(2020, 1, 5) <= day.earliest <= day.best <= day.latest <= date(2020, 1, 7)


def test_the_reasons_for_its_day_are_told(article):
    day = article.date("published")
    assert "not of 2014 or 2025" in day.reason
    assert "Sunday" in day.reason
    assert day.spans


def test_the_clock_above_it_is_the_day_on_which_it_was_saved(article):
    assert article.date("crawled").best == date(2021, 1, 15)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the early hours of friday, 3 january", date(2020, 1, 3)),
        ("29 december", date(2019, 12, 29)),
        ("31 december", date(2019, 12, 31)),
        ("sunday", date(2020, 1, 5)),
    ],
)
def test_its_days_are_on_the_calendar(times, words, day):
    one = starting_with(times, words)
    assert one.earliest == one.latest == one.best == day


def test_the_protests_keep_their_own_date(times):
    one = starting_with(times, "the end of december")
    assert (one.value, one.modifier) == ("2019-12", "END")
    assert date(2019, 12, 15) < one.earliest <= one.latest <= date(2019, 12, 31)


def test_ten_years_are_a_length(times):
    assert (times["10 years"].kind, times["10 years"].value) == ("DURATION", "P10Y")


def test_days_and_weeks_are_of_no_particular_day(times):
    assert starting_with(times, "days and weeks").generic


def test_months_ago_is_no_day(times):
    assert times["months ago"].best is None


def test_no_year_is_wrong(times):
    years = {day.year for one in times.values() for day in (one.earliest, one.latest) if day}
    assert years == {2019, 2020}


def test_no_time_is_read_in_a_caption_or_in_furniture(article, times):
    assert not any("2019" in words or "2021" in words for words in times)
    assert article.text.count("June 30") == 0


def test_the_words_are_what_dates_it(article):
    (page,) = open_pages(str(FIRST))
    plain, _ = extract(page)
    assert plain.date("published") is None
    assert article.date("published").found_by == "words of the text"
