"""The stream of articles tells a day for each, and hands out readings a few at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.store import Entry, Record, open_record
from onrecord.store.stream import fetch_readings, list_stream
from tests.store.samples import LEAK, STRIKE

UNDATED = replace(LEAK, article=replace(LEAK.article, id="a-undated", dates=()))
DAY = LEAK.article.date("published")
assert DAY is not None


def test_articles_come_in_the_order_in_which_they_were_added(sample: Record) -> None:
    assert [one for one, _ in list_stream(sample)] == [LEAK.article.id, STRIKE.article.id]
    assert list_stream(sample)[0][1] == DAY.best


def test_the_crawl_tells_the_day_of_a_page_without_one_and_of_one_that_is_ahead_of_it() -> None:
    early = date(2001, 2, 3)
    with open_record(":memory:", write=True) as record:
        record.put([Entry(UNDATED, digest="d", fetched=early)])
        record.put([Entry(LEAK, digest="e", fetched=early)])
        record.put([replace(UNDATED, article=replace(UNDATED.article, id="a-unknown"))])
        days = [day for _, day in list_stream(record)]
    assert days[:2] == [early, early]
    assert abs((date.today() - days[2]).days) <= 1


def test_readings_come_as_they_are_asked_for(sample: Record) -> None:
    asked = [STRIKE.article.id, "nothing", LEAK.article.id]
    assert fetch_readings(sample, asked) == (STRIKE, LEAK)
