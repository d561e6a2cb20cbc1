import json
from dataclasses import replace
from datetime import date

import pytest

from onrecord.exports import StoryTimeline, to_timelinejs
from onrecord.exports.timelinejs import undated
from onrecord.record import (
    Corpus,
    EventDate,
    EventTelling,
    Story,
    TimelineEntry,
)
from tests.event_readings import make_event_reading
from tests.exports.hostile import make_hostile_reading

DATE = {"year", "month", "day", "hour", "minute", "second", "millisecond", "display_date"}
SLIDE = {
    "start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink",
    "unique_id",
}  # fmt: skip
"""Fields of a date and of a slide, as Knight Lab documents them."""


def timeline(reading, days):
    event = reading.events[0]
    telling = EventTelling(
        reading.article.id, event.id, event.triggers[0],
        event.triggers[0].cut(reading.article.text), event.factuality,
    )  # fmt: skip
    actors = tuple(one.name for one in event.actors)
    entry = TimelineEntry("t1", event.type, telling.words, days, "", actors, (), (telling,))
    return StoryTimeline(Story("s1", (reading.article.id,)), (entry,))


def days(first, last=None):
    return EventDate(first, last or first, first)


def draw(reading, when):
    corpus = Corpus((reading,))
    return json.loads(to_timelinejs((timeline(reading, when),), corpus))["events"]


def test_a_slide_has_the_published_shape():
    slide = draw(make_event_reading(), days(date(2031, 1, 3), date(2031, 1, 5)))[0]
    assert set(slide) <= SLIDE
    assert set(slide["start_date"]) <= DATE
    assert set(slide["end_date"]) <= DATE
    assert set(slide["text"]) == {"headline", "text"}
    assert all(isinstance(one, int) for one in slide["start_date"].values())


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (days(date(2031, 1, 3)), {"year": 2031, "month": 1, "day": 3}, None),
        (days(date(2031, 2, 1), date(2031, 2, 28)), {"year": 2031, "month": 2}, None),
        (days(date(2031, 1, 1), date(2031, 12, 31)), {"year": 2031}, None),
        (days(date(2020, 1, 1), date(2029, 12, 31)), {"year": 2020}, {"year": 2029}),
        (
            days(date(2031, 1, 3), date(2031, 1, 9)),
            {"year": 2031, "month": 1, "day": 3},
            {"year": 2031, "month": 1, "day": 9},
        ),
    ],
)
def test_a_date_is_no_finer_than_the_pages_tell(when, start, end):
    slide = draw(make_event_reading(), when)[0]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_an_event_without_a_date_has_no_slide_and_is_counted():
    reading = make_event_reading()
    assert draw(reading, None) == []
    assert undated((timeline(reading, None),)) == 1


def test_a_telling_is_the_sentence_with_its_page_and_how_it_is_told():
    reading = make_event_reading()
    text = draw(reading, days(date(2031, 1, 3)))[0]["text"]["text"]
    assert f'<a href="{reading.article.url}">Lantern Weekly</a>' in text
    assert "killed Oran Tesk, a former commander of the Northern Front" in text
    assert f"[{reading.events[0].factuality}]" in text


def test_no_tag_of_a_page_gets_into_the_timeline():
    slide = draw(make_hostile_reading(), days(date(2031, 1, 3)))[0]
    written = slide["text"]["headline"] + slide["text"]["text"] + slide["group"]
    for tag in ("<script", "<b>", "javascript:", "\x1b"):
        assert tag not in written


def test_stories_are_the_groups():
    reading = make_event_reading()
    other = replace(timeline(reading, days(date(2031, 1, 3))), entries=())
    corpus = Corpus((reading,))
    text = to_timelinejs((timeline(reading, days(date(2031, 1, 3))), other), corpus)
    assert {one["group"] for one in json.loads(text)["events"]} == {reading.article.title}
