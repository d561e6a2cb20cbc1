"""Overlapping spans laid flat."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.painting.highlights import Mark, cut_at_edges, find_marks, innermost
from onrecord.record import Span
from tests.event_readings import make_event_reading
from tests.readings import make_reading


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[list[Span], list[Mark]]:
    edges = sorted(draw(st.sets(st.integers(0, 60), min_size=2, max_size=8)))
    blocks = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    pairs = st.tuples(st.integers(0, 59), st.integers(1, 20))
    marks = [
        Mark("content", number, Span(start, start + length))
        for number, (start, length) in enumerate(draw(st.lists(pairs, max_size=8)), start=1)
    ]
    return blocks, marks


@given(marked_texts())
def test_stretches_put_together_are_their_block(drawn: tuple[list[Span], list[Mark]]) -> None:
    blocks, marks = drawn
    for block, stretches in zip(blocks, cut_at_edges(blocks, marks), strict=True):
        covered = [place for one in stretches for place in range(one.span.start, one.span.end)]
        assert covered == list(range(block.start, block.end))


@given(marked_texts())
def test_each_character_knows_exactly_the_marks_that_cover_it(
    drawn: tuple[list[Span], list[Mark]],
) -> None:
    blocks, marks = drawn
    for stretches in cut_at_edges(blocks, marks):
        for one in stretches:
            for place in range(one.span.start, one.span.end):
                here = {mark for mark in marks if mark.span.start <= place < mark.span.end}
                assert set(one.marks) == here


def test_a_click_means_the_shortest_content() -> None:
    outer, inner = Mark("content", 1, Span(0, 50)), Mark("content", 2, Span(10, 20))
    assert innermost([outer, inner, Mark("cue", 3, Span(12, 14))]) == inner


def test_a_doubt_alone_means_no_statement() -> None:
    assert innermost([Mark("doubt", 1, Span(0, 5))]) is None


def test_every_span_of_every_statement_is_marked() -> None:
    reading = make_reading()
    marked = {mark.span for mark in find_marks(reading, reading.statements)}
    for one in reading.statements:
        spans = [*one.content, one.cue, one.source, one.addressee]
        assert {span for span in spans if span is not None} <= marked


def test_every_mention_of_an_event_and_of_anybody_is_marked() -> None:
    reading = make_event_reading()
    marks = find_marks(reading, reading.statements)
    triggers = {mark.span for mark in marks if mark.role == "event"}
    names = {mark.span for mark in marks if mark.role in ("who", "where")}
    assert triggers == {trigger for event in reading.events for trigger in event.triggers}
    assert names == {span for entity in reading.entities for span in entity.mentions}


def test_a_click_on_a_name_or_an_event_in_a_statement_means_the_statement_too() -> None:
    inner = [Mark("event", 1, Span(2, 5)), Mark("who", 1, Span(2, 5)), Mark("where", 2, Span(2, 5))]
    outer = Mark("content", 1, Span(0, 9))
    assert innermost([*inner, outer]) == outer
    assert innermost(inner) is None
