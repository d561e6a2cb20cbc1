"""What the grouping of stories sees of a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.record import Entity, Reading, Span, Stamp
from onrecord.stories.clustering.stream import StreamPage, page_of_reading, page_of_text
from tests.stories.pages import page

STAMP = Stamp("0", "none", "en")


def reading(text: str, **what: str) -> Reading:
    return Reading(page(text, **what), STAMP)


def test_bare_text_has_no_day_and_no_names():
    one = page_of_text("a", "The ferry sank.")
    assert (one.earliest, one.latest, one.names) == (None, None, None)


def test_a_reading_gives_its_day_and_its_names():
    found = reading("Brann Lines stopped the ferry.", published="2024-03-01")
    entity = Entity("e", "Brann Lines", "organisation", (Span(0, 11),), forms=("name",))
    one = page_of_reading(replace(found, entities=(entity,)))
    assert one.names == ("Brann Lines",)
    assert (one.earliest, one.latest) == (date(2024, 3, 1), date(2024, 3, 1))


def test_a_title_that_the_text_lacks_stands_in_front():
    found = reading("It sank at noon.")
    titled = replace(found, article=replace(found.article, title="Ferry sinks"))
    assert page_of_reading(titled).text == "Ferry sinks\nIt sank at noon."


def test_a_day_that_the_page_has_evidence_against_is_unknown():
    found = reading("It sank at noon.", published="2024-03-01")
    doubted = tuple(replace(one, conflict=True) for one in found.article.dates)
    one = page_of_reading(replace(found, article=replace(found.article, dates=doubted)))
    assert one.earliest is None


def test_a_day_behind_the_crawl_is_unknown():
    found = reading("It sank at noon.", published="2031-03-01")
    (day,) = found.article.dates
    crawl = date(2024, 3, 2)
    crawled = replace(day, role="crawled", earliest=crawl, latest=crawl, best=crawl)
    one = page_of_reading(replace(found, article=replace(found.article, dates=(day, crawled))))
    assert one.earliest is None


def test_days_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="lies before"):
        StreamPage("a", "", date(2024, 3, 2), date(2024, 3, 1))
