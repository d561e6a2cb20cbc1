from datetime import date

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from onrecord.record import read_edtf
from tests.times.pages import dated, given, make_article
from tests.times.samples import span_of
from tests.times.texts import texts

STRIKE = "The pier fell in the early hours of Friday, 3 January."
SUNDAY = "Asked on Sunday, the mayor said nothing."
CRAWLED = given("crawled", date(2021, 1, 15))


def published(article):
    return dated(article).date("published")


def test_a_weekday_with_its_day_of_the_month_fixes_the_year():
    found = published(make_article(STRIKE, CRAWLED, captions=("The pier, June 30, 2019.",)))
    assert (found.earliest, found.earliest.year) == (date(2020, 1, 3), 2020)
    assert "not of 2014 or 2025" in found.reason


def test_a_bare_weekday_after_the_last_day_told_is_the_earliest_day():
    text = f"{STRIKE}\n\n{SUNDAY}"
    found = published(make_article(text, CRAWLED, captions=("The pier, June 30, 2019.",)))
    assert (found.earliest, found.latest) == (date(2020, 1, 5), date(2020, 1, 7))
    assert span_of(text, "Sunday") in found.spans


def test_the_page_was_not_published_after_it_was_saved():
    text = "The pier fell on 3 January 2020."
    found = published(make_article(text, given("crawled", date(2020, 1, 4))))
    assert found.latest <= date(2020, 1, 4)


def test_without_a_clue_there_is_no_day_of_publication():
    assert published(make_article("The pier is long. It has a crane.")) is None
    assert published(make_article("The pier is long.", CRAWLED)) is None


def test_what_the_page_declares_stands_where_the_words_agree():
    article = make_article(STRIKE, given("published", date(2020, 1, 6)))
    assert dated(article) == article


def test_words_that_cannot_be_of_the_day_declared_are_a_conflict():
    article = make_article(STRIKE, given("published", date(2021, 1, 6)))
    found = published(article)
    assert found.conflict
    assert "Friday, 3 January" in found.reason


def test_a_day_told_as_past_cannot_lie_after_the_publication():
    text = "The pier fell on 3 February 2020."
    assert published(make_article(text, given("published", date(2020, 1, 6)))).conflict


def test_a_plan_may_lie_after_the_publication():
    text = "The pier will open on 3 February 2020."
    assert not published(make_article(text, given("published", date(2020, 1, 6)))).conflict


def test_words_inside_a_quotation_do_not_date_the_page():
    text = "“It fell on 3 January 2020,” she said."
    quoted = span_of(text, "“It fell on 3 January 2020,”")
    assert dated(make_article(text), quoted).date("published") is None


@pytest.mark.parametrize("day", [date.min, date.max, date(2020, 2, 29)])
def test_a_page_from_the_end_of_the_calendar_is_dated_without_an_exception(day):
    for role in ("published", "modified", "crawled", "dateline"):
        dated(make_article(f"{STRIKE}\n\n{SUNDAY}", given(role, day)))


@settings(deadline=None)
@for_any(texts(), st.none() | st.dates(), st.sampled_from(["published", "modified", "crawled"]))
def test_any_page_is_dated_and_its_dates_hold_together(text, day, role):
    if not text.strip():
        return
    dates = () if day is None else (given(role, day),)
    for one in dated(make_article(text.replace("\n\n", " "), *dates)).dates:
        assert one.earliest <= one.best <= one.latest
        assert read_edtf(one.edtf).earliest == one.earliest
        assert all(span.end <= len(text) for span in one.spans)
        assert one.reason


@settings(deadline=None)
@for_any(texts(), st.dates())
def test_a_page_is_never_dated_after_the_day_on_which_it_was_saved(text, day):
    if not text.strip():
        return
    found = published(make_article(text.replace("\n\n", " "), given("crawled", day)))
    assert found is None or found.latest <= day


def test_a_made_up_day_of_saving_leaves_the_publication_unknown():
    page = make_article("Dec 1 2020-01-31 ", given("crawled", date(1899, 1, 1)))
    assert published(page) is None
