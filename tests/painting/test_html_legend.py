"""What the marks of a reading mean."""

from __future__ import annotations

from hypothesis import given, settings

from onrecord.painting.highlights import STATEMENT_ROLES, find_marks
from onrecord.painting.html_events import place_findings
from onrecord.painting.html_legend import draw_legend
from onrecord.painting.html_report import number_statements
from onrecord.painting.html_text import Legend
from onrecord.painting.outline import outline_reading
from onrecord.painting.timeline import order_times
from onrecord.record import Reading
from tests.event_readings import make_event_reading
from tests.record.drawn_readings import readings


def legend_of(reading: Reading) -> Legend:
    numbered = number_statements(outline_reading(reading))
    places = place_findings(reading, suffix="", page=1)
    return draw_legend(reading, order_times(reading), numbered, places)


def test_a_pointer_on_an_event_tells_its_standing() -> None:
    told = legend_of(make_event_reading()).told
    assert told["event", 2] == ("claimed by Kestria · attack: Oran Tesk → the embassy in Vienna",)


def test_a_pointer_on_a_name_tells_whose_it_is() -> None:
    told = legend_of(make_event_reading()).told
    assert told["who", 3] == ("Oran Tesk · person, former commander of the Northern Front",)


@settings(max_examples=40, deadline=None)
@given(readings())
def test_there_is_an_id_for_every_mark(reading: Reading) -> None:
    legend = legend_of(reading)
    for mark in find_marks(reading, outline_reading(reading).statements):
        if mark.role not in (*STATEMENT_ROLES, "doubt", "when"):
            assert (mark.role, mark.number) in legend.ids
