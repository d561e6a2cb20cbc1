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


STAMP = "Tue 30 Jun 2020 | 08:41 IST"


def test_a_weekday_and_clock_that_open_the_page_are_those_of_the_saving():
    article, _ = extract(sample.dump(above=(STAMP, "Home  Sport  Weather"), dates=()))
    assert article.date("published") is None
    crawled = article.date("crawled")
    assert (crawled.best, crawled.found_by) == (date(2020, 6, 30), "masthead clock")


def test_a_day_that_opens_the_page_gives_way_to_one_by_the_headline():
    above = ("Tuesday 30 June 2020", "The Ellery Courier", *sample.MENU[:2])
    article, _ = extract(sample.dump(above=above, dates=("7 January 2020",)))
    assert article.date("published").best == JANUARY_7
    assert article.date("crawled").best == date(2020, 6, 30)


def test_a_clock_beside_the_headline_is_that_of_the_publication():
    article, _ = extract(sample.dump(dates=("Tue 7 Jan 2020 | 08:41 IST",)))
    assert article.date("published").best == JANUARY_7


def test_another_paper_s_first_print_contradicts_nothing():
    dates = ("Posted on 7 January 2020", "First published in the Courier on 2 January 2020")
    article, issues = extract(sample.dump(dates=dates))
    assert article.date("published").best == JANUARY_7
    assert not article.date("published").conflict
    assert not issues


def test_a_day_with_its_author_is_a_date_line():
    dates = ("By Jonas Lindqvist, Chief Harbour Reporter    Jan 7, 2020",)
    article, _ = extract(sample.dump(dates=dates))
    assert article.date("published").best == JANUARY_7


def test_the_age_of_a_change_is_not_that_of_the_page():
    dates = ("Updated an hour ago · Published 2 days ago",)
    article, _ = extract(sample.dump(dates=dates), fetched=date(2020, 1, 9))
    assert article.date("published").best == JANUARY_7


def test_a_line_without_its_year_is_read_by_the_saving():
    article, _ = extract(sample.dump(dates=("Posted: Jan 7, 10:41 AM",)), fetched=date(2020, 1, 9))
    assert article.date("published").best == JANUARY_7


def test_another_date_of_the_page_tells_the_day_from_the_month():
    dump = sample.dump(dates=("Posted 01/07/2020",))
    article, _ = extract(dump + "\nUpcoming events: 01/27/2020")
    assert article.date("published").best == JANUARY_7


def test_of_two_days_the_one_after_the_crawl_is_not_meant():
    dump = sample.dump(dates=("Posted 01/07/2020",))
    article, _ = extract(dump, fetched=date(2020, 1, 9))
    assert article.date("published").best == JANUARY_7


def test_a_correction_is_a_change():
    dump = sample.dump(dates=("7 January 2020",), headline=sample.HEADLINE)
    article, _ = extract(dump.replace("Related stories", "Correction: 9 January 2020\n\nRelated"))
    assert article.date("published").best == JANUARY_7
    assert date(2020, 1, 9) not in [one.best for one in article.dates if one.role == "published"]


def test_a_day_in_brackets_that_ends_the_article_is_its_own():
    dump = sample.dump(dates=())
    end = sample.PARAGRAPHS[-1]
    article, _ = extract(dump.replace(end, f"{end}\n\n(Ellery Courier, January 7, 2020)"))
    assert article.date("published").best == JANUARY_7


def test_the_clock_of_the_last_update_of_all_pages_is_that_of_the_saving():
    stamp = "Tuesday, Jun 30, 2020 | Last Update : 09:14 PM IST"
    article, _ = extract(sample.dump(above=(stamp, "Home  Sport  Weather"), dates=()))
    assert article.date("published") is None
    assert article.date("crawled").best == date(2020, 6, 30)
