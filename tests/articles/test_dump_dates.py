from datetime import date

import pytest

from onrecord.articles.text_dumps import extract_dump
from onrecord.record import Page
from tests.articles import dump_samples as sample

JANUARY_7 = date(2020, 1, 7)


def extract(text, *, fetched=None, url=""):
    article, issues = extract_dump(Page("a dump", text.encode(), "text", fetched=fetched, url=url))
    assert article is not None
    return article, issues


def test_the_date_by_the_headline_wins_over_those_of_other_articles():
    above = (*sample.MENU, "Ferry company wins contract", "12 March 2021", *sample.MENU)
    article, _ = extract(sample.dump(above=above, dates=("7 January 2020",)))
    assert article.date("published").best == JANUARY_7


def test_published_and_updated_on_one_line_are_two_dates():
    dates = ("Published 7 January 2020 Updated 9 January 2020",)
    article, _ = extract(sample.dump(dates=dates))
    assert article.date("published").best == JANUARY_7
    assert article.date("modified").best == date(2020, 1, 9)


def test_the_last_change_alone_is_the_latest_day_of_publication():
    article, _ = extract(sample.dump(dates=("Last updated: 7 January 2020",)))
    published = article.date("published")
    assert published.best == published.latest == JANUARY_7
    assert published.earliest < JANUARY_7
    assert "then or before" in published.reason
    assert article.date("modified").best == JANUARY_7


def test_the_day_in_a_caption_is_not_the_publication():
    caption = "Workers clear the eastern end of the harbour bridge, 3 January 2020"
    article, _ = extract(sample.dump(dates=(caption,)))
    assert date(2020, 1, 3) not in [one.best for one in article.dates]


def test_the_year_of_the_copyright_is_not_the_publication():
    article, _ = extract(sample.dump(dates=()))
    assert article.date("published") is None


def test_an_age_is_counted_from_the_crawl():
    article, _ = extract(sample.dump(dates=("2 days ago",)), fetched=date(2020, 1, 9))
    published = article.date("published")
    assert (published.best, published.found_by) == (JANUARY_7, "age")


def test_an_age_without_a_crawl_names_no_day():
    article, _ = extract(sample.dump(dates=("2 days ago",)))
    assert article.date("published") is None


def test_a_day_after_the_crawl_is_not_believed():
    text = sample.dump(dates=("Published: 7 January 2020",))
    article, issues = extract(text, fetched=date(2019, 5, 1))
    assert article.date("published") is None
    [late] = [one for one in article.dates if one.role == "published"]
    assert late.conflict
    assert "2019-05-01" in late.reason
    assert [issue.code for issue in issues] == ["conflicting-dates"]


def test_the_day_after_the_crawl_may_be_that_of_another_time_zone():
    text = sample.dump(dates=("Published: 7 January 2020",))
    article, issues = extract(text, fetched=date(2020, 1, 6))
    assert article.date("published").best == JANUARY_7
    assert not issues


def test_a_change_before_the_publication_is_a_conflict():
    dates = ("Published: 7 January 2020", "Updated: 2 January 2020")
    article, issues = extract(sample.dump(dates=dates))
    published = article.date("published")
    assert published.conflict
    assert "2020-01-02" in published.reason
    assert [issue.code for issue in issues] == ["conflicting-dates"]


def test_two_days_of_publication_contradict_each_other():
    dates = ("Published: 7 January 2020", "First published: 2 January 2020")
    article, _ = extract(sample.dump(dates=dates))
    published = article.date("published")
    assert published.conflict
    assert "2020-01-07" in published.reason
    assert "2020-01-02" in published.reason


def test_the_address_gives_the_day_where_the_dump_does_not():
    url = "https://elleryecho.example/2020/01/07/bridge"
    article, _ = extract(sample.dump(dates=()), url=url)
    assert article.date("published").best == JANUARY_7


@pytest.mark.parametrize(
    "line", ["Published: 31 June 2020", "Published: 1 January 9999", "0000-01-01"]
)
def test_a_day_that_cannot_be_is_none(line):
    article, issues = extract(sample.dump(dates=(line,)))
    assert article.date("published") is None
    assert not issues
