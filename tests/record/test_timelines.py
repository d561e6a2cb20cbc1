"""What an entry of a timeline may be."""

from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.record.timelines import EventTelling, SourceCount, TimelineEntry


def entry(*articles: str) -> TimelineEntry:
    tellings = tuple(
        EventTelling(one, f"e{number}", Span(0, 6), "struck", "happened")
        for number, one in enumerate(articles)
    )
    return TimelineEntry("t", "ASSAULT", "struck", None, "", (), (), tellings)


def test_an_entry_names_each_page_once():
    assert entry("a", "b", "a").articles == ("a", "b")


def test_an_entry_that_no_page_tells_of_is_refused():
    with pytest.raises(ValueError, match="no page"):
        entry()


def test_a_count_with_more_at_least_than_at_most_is_refused():
    with pytest.raises(ValueError, match="no such range"):
        SourceCount(2, 1)
