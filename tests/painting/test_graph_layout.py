"""Where pages and sources stand, and that lines go around what is in their way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.painting.graph_layout import (
    DRAWN,
    RADIUS,
    Field,
    Place,
    Point,
    lay_out_tall,
    lay_out_wide,
    route,
)
from onrecord.painting.trace_outline import TraceOutline, outline_trace
from tests.painting.traces import IDS, PLACES, make_corpus, make_trace

OUTLINE = outline_trace(make_trace(), make_corpus(), PLACES)


def with_copies(many: int) -> TraceOutline:
    corpus, trace = make_corpus(), make_trace()
    slip = next(one for one in corpus.readings if one.article.id == IDS["slip"])
    edge = next(one for one in trace.derivations if one.kind == "copy")
    copies = [replace(slip, article=replace(slip.article, id=f"n{at}")) for at in range(many)]
    edges = tuple(replace(edge, article=one.article.id) for one in copies)
    corpus = replace(corpus, readings=(*corpus.readings, *copies))
    return outline_trace(replace(trace, derivations=(*trace.derivations, *edges)), corpus, PLACES)


def test_each_outlet_has_one_lane_in_order_of_appearance() -> None:
    grid = lay_out_wide(OUTLINE)
    assert grid.lanes == (
        "Tidewater Post", "Coast Radio", "Daily Quay", "Harbour News", "Quay Now", "Morning Slip",
    )  # fmt: skip
    assert grid.places[1].lane == grid.places[6].lane == 0


def test_time_never_runs_back() -> None:
    for grid in (lay_out_wide(OUTLINE), lay_out_tall(OUTLINE)):
        steps = [place.step for _, place in grid.pages]
        assert steps == sorted(steps)


def test_no_two_pages_stand_at_one_place() -> None:
    for grid in (lay_out_wide(with_copies(20)), lay_out_tall(with_copies(20))):
        assert len({place for _, place in grid.pages}) == len(grid.pages)


def test_pages_of_one_minute_stand_above_one_another() -> None:
    corpus = make_corpus()
    dates = next(one for one in corpus.readings if one.article.id == IDS["quay"]).article.dates
    readings = tuple(
        replace(one, article=replace(one.article, dates=dates))
        if one.article.id == IDS["radio"] else one
        for one in corpus.readings
    )  # fmt: skip
    grid = lay_out_wide(outline_trace(make_trace(), replace(corpus, readings=readings), PLACES))
    assert grid.places[2].step == grid.places[3].step


def test_a_source_stands_in_the_lane_of_the_outlet_that_had_it() -> None:
    grid = lay_out_wide(OUTLINE)
    lanes = {source.letter: grid.lanes[place.lane] for source, place in grid.sources}
    assert lanes == {
        "A": "Tidewater Post", "B": "Tidewater Post", "C": "Coast Radio", "D": "Harbour News",
    }  # fmt: skip


def test_in_the_tall_graph_a_source_stands_before_its_first_page() -> None:
    grid = lay_out_tall(OUTLINE)
    for source, place in grid.sources:
        assert place.step < grid.places[source.heads[0]].step


def test_of_very_many_pages_those_that_matter_are_drawn_and_the_rest_is_counted() -> None:
    grid = lay_out_wide(with_copies(500))
    assert len(grid.pages) == DRAWN
    assert grid.left_out == 507 - DRAWN
    assert {1, 2, 3, 5, 6} <= set(grid.places)


FIELD = Field((100, 200, 300, 400), (10, 110, 210), frozenset({Place(0, 1), Place(1, 0)}))


def test_a_line_starts_and_ends_at_the_rim_of_the_signs() -> None:
    line = route(FIELD, Point(100, 110), Place(1, 0), Place(0, 1))
    assert line.start == Point(100 + RADIUS, 110)
    assert line.curves[-1][-1].along < 200 - RADIUS


def test_a_line_leaves_a_lane_where_a_page_stands_in_its_way() -> None:
    straight = route(FIELD, Point(100, 110), Place(1, 0), Place(2, 3))
    assert {curve[-1].across for curve in straight.curves} == {210}
    field = replace(FIELD, occupied=frozenset({Place(0, 0), Place(0, 1), Place(0, 2)}))
    around = route(field, Point(100, 10), Place(0, 0), Place(0, 3))
    assert around.curves[0][-1].across != 10
    assert around.curves[-1][-1].across == 10


def test_lines_never_run_back_in_time_but_where_a_page_is_no_later() -> None:
    line = route(FIELD, Point(100, 110), Place(1, 0), Place(2, 3))
    ends = [line.start.along, *(curve[-1].along for curve in line.curves)]
    assert all(one <= two for one, two in pairwise(ends))
    assert not line.backward
    assert route(FIELD, Point(300, 110), Place(1, 2), Place(2, 2)).backward
