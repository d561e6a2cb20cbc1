"""Sentences with the events and times in them."""

from __future__ import annotations

from hypothesis import given, settings

from onrecord.painting.snippets import find_sentences_of
from onrecord.painting.tellings import list_spans, tell, tell_row
from onrecord.painting.timeline import order_times
from onrecord.record import Reading
from tests.event_readings import TEXT, find, make_event_reading
from tests.record.drawn_readings import readings


def row_of(words: str):
    reading = make_event_reading()
    timeline = order_times(reading)
    sentences = find_sentences_of(reading.article, list_spans(timeline))
    row = next(one for one in timeline.rows if one.words == words)
    return tell_row(row, sentences)


def test_an_event_and_its_day_in_one_sentence_are_one_telling() -> None:
    (told,) = row_of("Fri 3 January 2031")
    assert told.sentence.cut(TEXT).startswith("A drone strike")
    assert [span.cut(TEXT) for span in told.spans] == ["strike", "killed", "early on Friday"]
    assert [one.event.id for one in told.events] == ["v-strike"]


def test_an_event_is_told_where_it_stands_as_it_is_judged() -> None:
    (told,) = row_of("December 2030")
    assert find("attack") in told.spans
    assert find("attacked") not in told.spans


def test_an_event_s_own_word_is_seen_before_its_day() -> None:
    (told,) = row_of("Sun 5 January 2031")
    assert told.spans[0] == find("send")


@settings(max_examples=40, deadline=None)
@given(readings())
def test_every_event_and_time_stands_in_exactly_one_telling(reading: Reading) -> None:
    timeline = order_times(reading)
    sentences = find_sentences_of(reading.article, list_spans(timeline))
    told = [one for row in timeline.rows for one in tell_row(row, sentences)]
    told += tell(timeline.unplaced, timeline.undated, sentences)
    events = [one.event.id for telling in told for one in telling.events]
    times = [one.time.id for telling in told for one in telling.mentions]
    assert sorted(events) == sorted(one.id for one in reading.events)
    assert sorted(times) == sorted(one.id for one in reading.times)
