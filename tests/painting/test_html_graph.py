"""The drawn graph: numbers that a browser can draw, names that fit, what is left out told."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.painting.html_graph import describe_left_out, draw_graph
from onrecord.painting.html_nodes import draw_sign
from onrecord.painting.trace_outline import outline_trace
from tests.painting.test_graph_layout import with_copies
from tests.painting.traces import PLACES, make_corpus, make_trace

OUTLINE = outline_trace(make_trace(), make_corpus(), PLACES)


def test_both_layouts_stand_inside_their_frames() -> None:
    for svg in re.findall(r"<svg .*?</svg>", draw_graph(OUTLINE, 1), re.S):
        frame = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
        assert frame is not None
        width, height = float(frame[1]), float(frame[2])
        for x, y in re.findall(r'cx="([\d.-]+)" cy="([\d.-]+)"', svg):
            assert 15 <= float(x) <= width - 15
            assert 15 <= float(y) <= height - 15


def test_every_line_has_its_words() -> None:
    drawn = draw_graph(OUTLINE, 1)
    title = "3 Daily Quay relays 1 Tidewater Post, credited: it cites that outlet: “the Tidewater"
    assert drawn.count(f"<title>{title}") == 2


def test_a_long_name_is_cut_at_a_word_and_whole_in_the_label() -> None:
    name = "The Extraordinarily Long Gazette of Upper and Lower Wexcombe and Environs"
    corpus = make_corpus()
    readings = tuple(
        replace(one, article=replace(one.article, outlet=name)) for one in corpus.readings
    )
    outline = outline_trace(make_trace(), replace(corpus, readings=readings), PLACES)
    drawn = draw_graph(outline, 1)
    assert "The Extraordinarily Long Gazette of …</tspan>" in drawn
    assert f"Page 1: {name}" in drawn


def test_that_pages_are_not_drawn_is_said() -> None:
    assert describe_left_out(OUTLINE) == ""
    assert describe_left_out(with_copies(500)).startswith("483 pages are not drawn")


def test_each_standing_has_a_shape_of_its_own() -> None:
    shapes = {draw_sign(one, 20, 20) for one in ("asserts", "denies", "both")}
    assert len(shapes) == 3
